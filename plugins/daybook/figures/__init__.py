"""Numbers that matter, with what they count: how many, of what, where, and according to whom. Only English is read.

Precision first: a number that may be a day, an age, an address or part of a name is none.
"""

from daybook.figures.compare import Compared, compare
from daybook.figures.finder import find

__all__ = ["Compared", "compare", "find"]
