"""Places: found in an article's words, told apart, and given a role."""

from daybook.places.archive import settle
from daybook.places.finder import find
from daybook.places.home import check
from daybook.places.weight import embed, weigh

__all__ = ["check", "embed", "find", "settle", "weigh"]
