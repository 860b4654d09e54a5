"""Persons, organisations and states: found in one article, then brought to one name over the whole archive."""

from daybook.actors.names import NameLabel, Names, NameSpan

__all__ = ["NameLabel", "NameSpan", "Names"]
