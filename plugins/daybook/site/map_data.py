"""What the script of the map page reads of the archive: every place, and with a filter the articles that tell of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import numpy as np

from daybook.digest import Digest
from daybook.search.digits import runs, written
from daybook.search.script import script
from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.maps import point_of

WIDE = frozenset({"country", "continent", "region"})
"""Kinds of places that no dot stands for: they are areas."""
FIRST = 1_000
"""Places that a reader's first look brings, the most told of; some 11 kB gzipped."""


def data(desk: Desk, entries: Sequence[PlaceEntry]) -> Iterator[tuple[str, bytes]]:
    """The addresses of scripts, and the scripts; numbers in characters are those of `daybook.search.digits`.

    `map/places.js` is what a first look needs. `days` are what search calls so: runs of `[ISO day, articles]`, newest first; `all` is
    how many places there are; `countries` are named once. Each other key is a column over the `FIRST` places, and `map/rest.js` has
    the same columns of those behind them: `names`; `addresses`, with anchor, empty where it is the one that the name
    tells (`_told`); `counts` of articles, in characters; `country`, in characters, of `countries`; `points`, in characters,
    two numbers for each place: hundredths of degrees north of 90.01° S and east of 180° W, two zeros where no dot stands for it.
    `map/articles.js` is a list of the numbers of each place's articles in that order of days, as steps from one to the next.
    """
    ordered = _numbered((*desk.archive.articles, *desk.archive.undated))
    countries = ["", *sorted({_country(desk, entry) for entry in entries} - {""})]
    places = {
        "days": [[day, len(list(run))] for day, run in groupby(map(_day, ordered))],
        "all": len(entries),
        "countries": countries,
    }
    yield "map/places.js", script("places", places | _columns(desk, entries[:FIRST], countries))
    if len(entries) > FIRST:
        yield "map/rest.js", script("rest", _columns(desk, entries[FIRST:], countries))
    yield "map/articles.js", script("articles", _steps(ordered, entries))


def _columns(desk: Desk, entries: Sequence[PlaceEntry], countries: Sequence[str]) -> dict[str, object]:
    return {
        "names": [entry.name for entry in entries],
        "addresses": [_address(entry) for entry in entries],
        "counts": _characters(len(entry.articles) for entry in entries),
        "country": _characters(countries.index(_country(desk, entry)) for entry in entries),
        "points": _characters(chain.from_iterable(map(_point, entries))),
    }


def _steps(ordered: Iterable[Digest], entries: Sequence[PlaceEntry]) -> list[str]:
    if not entries:
        return []
    numbers = {article.id: n for n, article in enumerate(ordered)}
    held = [sorted(numbers[a.id] for a in entry.articles) for entry in entries]
    flat = np.fromiter(chain.from_iterable(held), np.int64)
    return runs(flat, np.cumsum([len(each) for each in held]))


def _characters(numbers: Iterable[int]) -> str:
    return written(np.fromiter(numbers, np.int64))[0]


def _numbered(articles: Iterable[Digest]) -> list[Digest]:
    """As `daybook.search.files` numbers them: newest first, ties by id, the undated last."""
    return sorted(sorted(articles, key=lambda a: a.id), key=_day, reverse=True)


def _day(article: Digest) -> str:
    return article.date.value.isoformat() if article.date else ""


def _address(entry: PlaceEntry) -> str:
    if entry.anchor:
        return f"{entry.address}#{entry.anchor}"
    return "" if entry.address == _told(entry.name) else entry.address


def _told(name: str) -> str:
    """The address that most names have; as theme/scripts/map/places.ts has it."""
    return f"places/{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}.html"


def _point(entry: PlaceEntry) -> tuple[int, int]:
    point = point_of(entry.place)
    if point is None or entry.place.kind in WIDE:
        return 0, 0
    return round(point[0] * 100) + 9001, round(point[1] * 100) + 18000


def _country(desk: Desk, entry: PlaceEntry) -> str:
    return desk.country(entry.place.country) if entry.place.kind not in ("country", "continent") else ""
