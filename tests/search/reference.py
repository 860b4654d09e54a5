"""The index of articles as lunr.py's own Builder makes it: what ours is held to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lunr.builder import Builder

from daybook.search import Name, Names, SearchDocument
from daybook.search.index import FIELDS
from daybook.search.tokens import terms, unique


def serialize(documents: Iterable[SearchDocument], names: Names) -> dict[str, Any]:
    """What lunr.js loads; each article's ref is its number by day, newest first, and id."""
    builder = Builder()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    ordered = sorted(documents, key=lambda document: document.ref)
    ordered.sort(key=lambda document: document.day, reverse=True)
    for number, document in enumerate(ordered):
        builder.add({"id": number, **_fields(document, names)})
    serialized: dict[str, Any] = builder.build().serialize()
    return serialized


def _fields(document: SearchDocument, names: Names) -> dict[str, list[str]]:
    lang = document.lang
    source = (document.source,) if document.source else ()
    return {
        "title": terms(document.title, lang),
        "text": [term for paragraph in document.text for term in terms(paragraph, lang)],
        "places": unique(_words(names.places[id] for id in document.places), lang),
        "actors": unique(_words(names.actors[id] for id in document.actors), lang),
        "source": unique(_words(names.sources[id] for id in source), lang),
    }


def _words(names: Iterable[Name]) -> list[str]:
    return [words for name in names for words in (name.name, *name.aliases)]
