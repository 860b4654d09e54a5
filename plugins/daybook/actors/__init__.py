"""Persons, organisations and states: found in one article, then brought to one name over the whole archive."""

from daybook.actors.finder import find
from daybook.actors.identity import identify
from daybook.actors.names import NameLabel, Names, NameSpan
from daybook.actors.tagger import tag

__all__ = ["NameLabel", "NameSpan", "Names", "find", "identify", "tag"]
