"""The columns by which results are filtered and counted, loaded when a filter is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from operator import attrgetter
from zlib import crc32

import numpy as np

from daybook.search.digits import runs, written
from daybook.search.document import Name, Names
from daybook.search.row import Fields

_ALIASES = 5
"""Of a name, told beside it."""
_KINDS = {kind: Name(kind, kind) for kind in ("person", "organisation", "state")}
_LONGEST = 6
"""Digits of a page's figure."""


def columns(rows: Sequence[Fields], names: Names, stories: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """`days` as runs of `[ISO day, articles]`, as the articles stand in the order of days; and for each kind of name
    a list of `[id, its articles, name, alias, …]` in the order of names, the articles' numbers as steps from one to the next.
    A story's id is its page's slug, and its name is empty: its pages tell it."""
    yield "days", [[day, len(list(run))] for day, run in groupby(rows, attrgetter("day"))]
    cities = {id: name for id, name in names.places.items() if name.kind == "city"}
    yield "city", _column(rows, cities, attrgetter("told"))
    yield "country", _column(rows, names.countries, lambda row: _of(row.told, names.places, "country"))
    yield "actor", _column(rows, names.actors, attrgetter("actors"))
    sources = {**names.sources, "": names.unstated} if names.unstated else names.sources
    yield "source", _column(rows, sources, lambda row: (row.source,))
    yield "kind", _column(rows, _KINDS, lambda row: _of(row.actors, names.actors, "kind"))
    others = {id: name for id, name in names.places.items() if name.kind != "city"}
    yield "place", _column(rows, others, attrgetter("told"))
    slugs = {slug: Name(slug, "") for slug in stories.values()}
    yield "story", _column(rows, slugs, lambda row: (stories.get(row.ref, ""),))


def pages(addresses: Sequence[str], days: Sequence[str]) -> tuple[int, int, str]:
    """How a list's link leads to the number of its article: by the CRC-32 of its address, begun from the first figure and
    divided by the second, what is left over; no two articles of a day have the same.

    `addresses` and `days` are those of the articles in order.
    """
    for size in count(4):
        modulus = min(1 << 32, 64 * 27**size)
        for start in range(8):
            found = [crc32(address.encode(), start) % modulus for address in addresses]
            if len(set(zip(days, found, strict=True))) == len(found) or size > _LONGEST:
                return start, modulus, written(np.array(found, np.int64))[0]
    raise AssertionError("unreachable")


def _of(ids: Sequence[str], names: Mapping[str, Name], field: str) -> tuple[str, ...]:
    return tuple(getattr(names[id], field) for id in ids if id in names)


def _column(
    rows: Sequence[Fields], names: Mapping[str, Name], of: Callable[[Fields], tuple[str, ...]]
) -> list[list[str]]:
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for id in dict.fromkeys(of(row)):
            held[id].append(number)
    known = sorted(
        ((names[id], numbers) for id, numbers in held.items() if id in names),
        key=lambda pair: (pair[0].name.casefold(), pair[0].id),
    )
    numbers = np.fromiter(chain.from_iterable(numbers for _, numbers in known), np.int64)
    ends = np.cumsum([len(numbers) for _, numbers in known], dtype=np.int64)
    return [
        [name.id, of_name, name.name, *name.aliases[:_ALIASES]]
        for (name, _), of_name in zip(known, runs(numbers, ends), strict=True)
    ]
