"""What the script of the map page reads of the archive: every place with the articles that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

import numpy as np

from daybook.digest import Digest
from daybook.search.digits import runs
from daybook.search.script import script
from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.maps import point_of


def data(desk: Desk, entries: Sequence[PlaceEntry]) -> bytes:
    """A script that hands over an object.

    `days` are what search calls so: runs of `[ISO day, articles]`, newest first; `places` are lists of name, kind, address with
    anchor (of a page among those of places the name alone), country, the articles' numbers in that order as steps from one to the next, and where it is known latitude and longitude.
    """
    ordered = _numbered((*desk.archive.articles, *desk.archive.undated))
    numbers = {article.id: n for n, article in enumerate(ordered)}
    held = [sorted(numbers[a.id] for a in entry.articles) for entry in entries]
    steps = (
        runs(np.fromiter(chain.from_iterable(held), np.int64), np.cumsum([len(each) for each in held]))
        if held
        else []
    )
    return script(
        "places",
        {
            "days": [[day, len(list(run))] for day, run in groupby(map(_day, ordered))],
            "places": [
                [
                    entry.name,
                    entry.place.kind,
                    _address(entry),
                    _country(desk, entry),
                    text,
                    *_point(entry),
                ]
                for entry, text in zip(entries, steps, strict=True)
            ],
        },
    )


def _numbered(articles: Iterable[Digest]) -> list[Digest]:
    """As `daybook.search.files` numbers them: newest first, ties by id, the undated last."""
    return sorted(sorted(articles, key=lambda a: a.id), key=_day, reverse=True)


def _day(article: Digest) -> str:
    return article.date.value.isoformat() if article.date else ""


def _address(entry: PlaceEntry) -> str:
    if entry.anchor:
        return f"{entry.address}#{entry.anchor}"
    return entry.address.removeprefix("places/").removesuffix(".html")


def _point(entry: PlaceEntry) -> list[float]:
    point = point_of(entry.place)
    return [round(degrees, 2) for degrees in point] if point else []


def _country(desk: Desk, entry: PlaceEntry) -> str:
    return desk.country(entry.place.country) if entry.place.kind not in ("country", "continent") else ""
