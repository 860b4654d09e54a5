"""What the result list shows of an article, in chunks of neighbouring articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from daybook.search.document import Name, SearchDocument

SIZE = 48_000
"""Characters of JSON after which a chunk is closed."""

Record = dict[str, object]


def chunks(documents: Sequence[SearchDocument], most: int = SIZE) -> Iterator[list[Record]]:
    """The records of all documents, in order, cut where a chunk is full."""
    chunk: list[Record] = []
    size = 0
    for document in documents:
        record = _record(document)
        length = len(json.dumps(record, separators=(",", ":")))
        if chunk and size + length > most:
            yield chunk
            chunk, size = [], 0
        chunk.append(record)
        size += length
    if chunk:
        yield chunk


def _record(document: SearchDocument) -> Record:
    return {
        "id": document.ref,
        "title": document.title,
        "address": document.address,
        "day": document.day.isoformat() if document.day else "",
        "lang": document.lang,
        "dir": document.dir,
        "source": _words(document.source) if document.source else [],
        "places": [_words(place) for place in document.places],
        "actors": [_words(actor) for actor in document.actors],
        "text": list(document.text),
    }


def _words(name: Name) -> list[str]:
    """The name, then its aliases."""
    return [name.name, *name.aliases]
