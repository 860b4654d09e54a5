"""What the result list shows of an article, in chunks of neighbouring articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from daybook.search.document import Name, Names
from daybook.search.row import Fields
from daybook.search.script import json_text

SIZE = 6_000
"""Characters of JSON after which a chunk is closed: about 3 kB gzipped, as each of ten results may stand in one of its own."""


class Chunk(NamedTuple):
    """Neighbouring articles."""

    first: int
    """The number of its first article."""
    text: str
    """JSON of `[names, articles]`. An article is `[address, ISO day, source, places, actors, title, language, direction,
    paragraphs]`, and behind them byline, address of first publication, and month or year, as far as there are any: its source and each of its places and actors as a number into `names`, the source -1 where none is stated."""


def chunks(
    rows: Sequence[Fields], addresses: Mapping[str, str], names: Names, most: int = SIZE
) -> Iterator[Chunk]:
    """The articles in order, cut where a chunk is full."""
    shown = {id: json_text(address) for id, address in addresses.items()}
    first, size = 0, 0
    for number, row in enumerate(rows):
        length = len(row.shown) + len(shown[row.ref])
        if number > first and size + length > most:
            yield Chunk(first, _chunk(rows[first:number], shown, names))
            first, size = number, 0
        size += length
    if rows:
        yield Chunk(first, _chunk(rows[first:], shown, names))


def _chunk(rows: Sequence[Fields], addresses: Mapping[str, str], names: Names) -> str:
    numbers: dict[str, int] = {}

    def listed(ids: Sequence[str], known: Mapping[str, Name]) -> str:
        return ",".join([str(numbers.setdefault(known[id].name, len(numbers))) for id in ids if id in known])

    articles = [
        f'[{addresses[row.ref]},"{row.day}",{listed((row.source,), names.sources) or -1},'
        f"[{listed(row.places, names.places)}],[{listed(row.actors, names.actors)}],{row.shown}]"
        for row in rows
    ]
    return f"[{json_text(list(numbers))},[{','.join(articles)}]]"
