"""A small map that tells where something lies: one picture that many pages share, and the dots of one page above it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.maps import WIDTH, Spot, View, point_of
from daybook.site.near import Point

POINTS = frozenset({"city", "site"})
"""Kinds of places that a dot can stand for."""
_DOTS = 40
"""Places that a map shows."""
_LABELS = 6
_ENOUGH = 2 / 3
"""Of all mentions, how many a picture has to hold before a larger one is taken."""
_OUTSIDE = 3
"""Names told of those that lie outside."""
_SIZE = 13.0
"""Of a label's letters: the smallest that pages are set in."""
_LETTER = 0.54
"""Mean width of a letter over the size (Source Sans 3, 600)."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place of the map."""

    x: float
    y: float
    r: float
    label: str
    """Empty where there was no room."""
    at: tuple[float, float]
    """Of the label, at the line of its letters."""
    anchor: str
    """`start` or `end`: which end of the label stands there."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The model of a small map."""

    address: str
    """Of the picture."""
    width: int
    height: float
    title: str
    """What is seen, for those who do not see it."""
    dots: tuple[Dot, ...]
    """The smallest last, so that none is hidden."""
    outside: str
    """Names of the places that lie beyond the picture; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place to be shown."""

    name: str
    point: Point
    weight: int
    """Articles or mentions: the dot's area."""
    country: str | None


def marked(entry: PlaceEntry, weight: int) -> Marked | None:
    """None where the place has no point."""
    point = point_of(entry.place)
    return Marked(entry.name, point, weight, entry.place.country) if point else None


def of_place(desk: Desk, entry: PlaceEntry) -> Locator | None:
    """Where a place lies; of a country or region, where its towns do. None where nothing is known of that."""
    place = entry.place
    held = [
        mark
        for id in desk.towns_of(entry)[:_DOTS]
        if (town := desk.archive.places[id]) and (mark := marked(town, len(town.articles)))
    ]
    own = marked(entry, 1)
    country = desk.maps.country(place.country)
    if place.kind in ("country", "region"):
        view = country or (next(desk.maps.around([own.point]), None) if own else None)
        if view is None or (place.kind == "region" and not held and not own):
            return None
        dots = held if place.kind == "country" or held else [own] if own else []
        return _locator(desk, view, entry.name, dots)
    if own is None or place.kind == "continent":
        return None
    view = country if country and country.spot(own.point) else next(desk.maps.around([own.point]), None)
    return _locator(desk, view, _title(desk, entry), [own]) if view else None


def _title(desk: Desk, entry: PlaceEntry) -> str:
    country = desk.country(entry.place.country)
    return ", ".join(filter(None, (entry.name, country if country != entry.name else "")))


def of_places(desk: Desk, ranked: Iterable[tuple[str, int]]) -> Locator | None:
    """Where some places lie, by their ids and weights, the heaviest first: in the closest picture that holds most of their mentions."""
    places = desk.archive.places
    held = [
        mark
        for id, weight in ranked
        if places[id].place.kind in POINTS and (mark := marked(places[id], weight))
    ][:_DOTS]
    view = _closest(desk, held) if held else None
    return (
        _locator(desk, view, desk.words.listed([mark.name for mark in held[:_LABELS]]), held)
        if view
        else None
    )


def _closest(desk: Desk, held: Sequence[Marked]) -> View | None:
    """That of the country of most mentions, of a region, or of the world."""
    countries = Counter[str | None]()
    for mark in held:
        countries[mark.country] += mark.weight
    total = countries.total()
    leading = desk.maps.country(min(countries, key=lambda code: (-countries[code], code or "")))
    for view in (leading, *desk.maps.regions):
        if view and sum(mark.weight for mark in held if view.spot(mark.point)) >= _ENOUGH * total:
            return view
    return desk.maps.world


def _locator(desk: Desk, view: View, title: str, held: Sequence[Marked]) -> Locator:
    found = [(mark, spot) for mark in held if (spot := view.spot(mark.point))]
    outside = list(dict.fromkeys(mark.name for mark in held if not view.spot(mark.point)))
    more = len(outside) - _OUTSIDE
    rest = [desk.words.ngettext("%(num)s more", "%(num)s more", more)] if more > 0 else []
    told = desk.words.listed([*outside[:_OUTSIDE], *rest])
    return Locator(view.address, WIDTH, view.height, title, tuple(_dots(found, view))[::-1], told)


def _dots(found: Sequence[tuple[Marked, Spot]], view: View) -> Iterator[Dot]:
    """Dots by their weight, and labels of the first of them where these leave room for one another."""
    most = max((mark.weight for mark, _ in found), default=1)
    sizes = [
        round(2.2 + 3.3 * math.sqrt(mark.weight / most), 1) if len(found) > 1 else 4.5 for mark, _ in found
    ]
    taken = [
        (s.x - r, s.y - r, s.x + r, s.y + r) for (_, s), r in list(zip(found, sizes, strict=True))[:_LABELS]
    ]
    for n, ((mark, spot), r) in enumerate(zip(found, sizes, strict=True)):
        label = _label(mark.name, spot, r, taken, view.height) if n < _LABELS else None
        if label is None:
            yield Dot(spot.x, spot.y, r, "", (0, 0), "")
            continue
        box, at, anchor = label
        taken.append(box)
        yield Dot(spot.x, spot.y, r, mark.name, at, anchor)


Box = tuple[float, float, float, float]


def _label(
    name: str, spot: Spot, r: float, taken: Sequence[Box], height: float
) -> tuple[Box, tuple[float, float], str] | None:
    """Room for a label to the right of a dot, else to its left; None where others stand there."""
    wide, half = len(name) * _SIZE * _LETTER, _SIZE / 2
    for anchor, start in (("start", spot.x + r + 2), ("end", spot.x - r - 2 - wide)):
        box = (start, spot.y - half, start + wide, spot.y + half)
        inside = box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 0 and box[3] <= height
        if inside and not any(_meet(box, other) for other in taken):
            x = start if anchor == "start" else start + wide
            return box, (round(x, 1), round(spot.y + 0.35 * _SIZE, 1)), anchor
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
