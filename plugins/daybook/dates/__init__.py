"""The day of publication, and the days spoken of."""

from daybook.dates.finder import find
from daybook.dates.neighbours import neighbours

__all__ = ["find", "neighbours"]
