"""Places: found in an article's words, told apart, and given a role."""

from daybook.places.archive import settle
from daybook.places.finder import find
from daybook.places.weight import embed, weigh

__all__ = ["embed", "find", "settle", "weigh"]
