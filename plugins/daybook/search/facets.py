"""The columns by which results are filtered and counted, loaded when a filter is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

import numpy as np

from daybook.search.digits import runs
from daybook.search.document import Name, Names
from daybook.search.row import Fields

_ALIASES = 5
"""Of a name, told beside it."""


def columns(rows: Sequence[Fields], names: Names) -> Iterator[tuple[str, object]]:
    """`days` as runs of `[ISO day, articles]`, as the articles stand in the order of days; and for each kind of name
    a list of `[id, its articles, name, alias, …]` in the order of names, the articles' numbers as steps from one to the next."""
    yield "days", [[day, len(list(run))] for day, run in groupby(rows, attrgetter("day"))]
    yield "city", _column(rows, names.places, attrgetter("cities"))
    yield "actor", _column(rows, names.actors, attrgetter("actors"))
    yield "source", _column(rows, names.sources, lambda row: (row.source,))


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
