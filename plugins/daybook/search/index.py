"""The index as lunr.py makes it: which term scores how much in which field of which article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lunr.builder import Builder

from daybook.search.document import Name, SearchDocument
from daybook.search.tokens import terms, unique

FIELDS: dict[str, int] = {"title": 4, "text": 1, "places": 2, "actors": 2, "source": 1}
"""The fields that a query can name, with their weight. A word of the title tells most; a name was recognised."""

Serialized = dict[str, Any]
"""What lunr.js loads: `version`, `fields`, `fieldVectors`, `invertedIndex`, `pipeline`."""


def serialize(documents: Sequence[SearchDocument]) -> Serialized:
    """Index the documents; each one's ref is its number in the sequence."""
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(documents):
        builder.add({"id": number, **_fields(document)})
    serialized: Serialized = builder.build().serialize()
    return serialized


def _fields(document: SearchDocument) -> dict[str, list[str]]:
    lang = document.lang
    return {
        "title": terms(document.title, lang),
        "text": [term for paragraph in document.text for term in terms(paragraph, lang)],
        "places": unique(_words(document.places), lang),
        "actors": unique(_words(document.actors), lang),
        "source": unique(_words((document.source,) if document.source else ()), lang),
    }


def _words(names: Iterable[Name]) -> list[str]:
    return [words for name in names for words in (name.name, *name.aliases)]
