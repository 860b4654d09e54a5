"""The map of all places: as a picture and a table, which a script turns into one that moves, and the data for that script."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.maps import WIDTH, View, point_of
from daybook.site.page import Crumb, Head, Made, Page
from daybook.site.parts.refs import Ref

TEMPLATE = "map.html"
_ROWS = 50
"""Places in the table of the page itself; the script has all of them."""
_UNPLACED = 200


@dataclass(frozen=True, slots=True)
class Dot:
    """Places that fall together in the picture of the world."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class MapPage:
    """The model of the map."""

    head: Head
    intro: str
    picture: View | None
    """Of the world; None in a theme without maps."""
    width: int
    dots: tuple[Dot, ...]
    """The largest first."""
    rows: tuple[Ref, ...]
    """The most named places with the number of their articles and their country."""
    more: int
    """Places that are not among these."""
    unplaced: tuple[Ref, ...]
    """Places without coordinates, the most named first."""
    unplaced_more: int
    total: int
    """Articles."""


def pages(desk: Desk) -> Iterator[Made]:
    # here, so that a process that forks others does not load numpy with its threads
    from daybook.site.map_data import WIDE, data

    entries = sorted(desk.archive.places.values(), key=lambda e: (-len(e.articles), e.name.casefold(), e.id))
    unplaced = [entry for entry in entries if not point_of(entry.place)]
    drawn = [entry for entry in entries if entry.place.kind not in WIDE and point_of(entry.place)]
    words = desk.words
    placed = words.ngettext("%(num)s point on the map", "%(num)s points on the map", len(drawn))
    intro = words.ngettext("%(num)s place", "%(num)s places", len(entries)) + f" · {placed}"
    head = Head(
        title=words.gettext("Map"),
        description=intro,
        section="map",
        crumbs=(Crumb(words.gettext("Map"), addresses.MAP),),
    )
    model = MapPage(
        head=head,
        intro=intro,
        picture=desk.maps.world,
        width=WIDTH,
        dots=tuple(_dots(desk, drawn)),
        rows=tuple(_ref(desk, entry) for entry in entries[:_ROWS]),
        more=max(0, len(entries) - _ROWS),
        unplaced=tuple(_ref(desk, entry) for entry in unplaced[:_UNPLACED]),
        unplaced_more=max(0, len(unplaced) - _UNPLACED),
        total=desk.archive.size,
    )
    yield Page(addresses.MAP, TEMPLATE, model)
    yield from data(desk, entries)


def _ref(desk: Desk, entry: PlaceEntry) -> Ref:
    country = desk.country(entry.place.country) if entry.place.kind not in ("country", "continent") else ""
    return desk.place(entry.id, len(entry.articles), country)


def _dots(desk: Desk, drawn: Sequence[PlaceEntry]) -> Iterator[Dot]:
    """One dot for all places of one spot, as large as their articles are many."""
    if desk.maps.world is None:
        return
    held = Counter[tuple[float, float]]()
    for entry in drawn:
        point = point_of(entry.place)
        spot = desk.maps.world.spot(point) if point else None
        if spot:
            held[round(spot.x), round(spot.y)] += len(entry.articles)
    most = max(held.values(), default=1)
    for (x, y), articles in sorted(held.items(), key=lambda item: (-item[1], item[0])):
        yield Dot(x, y, round(0.8 + 3.2 * math.sqrt(articles / most), 1))
