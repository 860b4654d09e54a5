"""Whose copy an article is: the outlet and the agency that its own words give away."""

from daybook.sources.find import find, known, preferred

__all__ = ["find", "known", "preferred"]
