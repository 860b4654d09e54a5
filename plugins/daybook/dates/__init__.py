"""The day of publication, and the days spoken of."""

from daybook.dates.finder import find
from daybook.dates.neighbours import neighbours
from daybook.dates.rules.outlet import check

__all__ = ["check", "find", "neighbours"]
