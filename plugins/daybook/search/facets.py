"""The columns by which results are filtered and counted: day, city, actor and source of each article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from daybook.search.document import Name, SearchDocument

Column = dict[str, object]


def columns(documents: Sequence[SearchDocument]) -> dict[str, object]:
    """`days` as runs of `[ISO day, articles]`, as the documents stand in the order of days, and a column for each
    kind of name: `names` as `[id, name, alias, …]`, `of` with the numbers of each document's names."""
    days = (d.day.isoformat() if d.day else "" for d in documents)
    return {
        "days": [[day, len(list(run))] for day, run in groupby(days)],
        "city": _column(d.cities for d in documents),
        "actor": _column(d.actors for d in documents),
        "source": _column((d.source,) if d.source else () for d in documents),
    }


def _column(held: Iterable[tuple[Name, ...]]) -> Column:
    rows = list(held)
    names = {name.id: name for row in rows for name in row}
    ordered = sorted(names.values(), key=lambda name: (name.name.casefold(), name.id))
    numbers = {name.id: number for number, name in enumerate(ordered)}
    return {
        "names": [[name.id, name.name, *name.aliases] for name in ordered],
        "of": [sorted({numbers[name.id] for name in row}) for row in rows],
    }
