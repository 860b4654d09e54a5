"""The list of places, cities first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.format import count
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.directory import Directory, Named, directory

TEMPLATE = "names.html"
_ORDER = ("city", "region", "country", "site", "water", "continent")


@dataclass(frozen=True, slots=True)
class NamesPage:
    """The model of a list of places or actors, and of each of its letters."""

    head: Head
    title: str
    letter: str
    """Empty on the list's own page."""
    own: str
    """Address of the list's own page."""
    intro: str
    list: Directory


def pages(desk: Desk) -> Iterator[Page]:
    named = {id: Named(e, e.place.kind, _note(desk, id)) for id, e in desk.archive.places.items()}
    own, parts = directory(named, _ORDER, desk.place, desk.archive.address)
    towns = sum(e.place.kind == "city" and e.has_page for e in desk.archive.places.values())
    intro = f"{count(len(named), 'place')}, {count(towns, 'city', 'cities')} with a page of their own"
    crumb = Crumb("Places", addresses.PLACES)
    head = Head(title="Places", description=intro, section="places", crumbs=(crumb,))
    yield Page(addresses.PLACES, TEMPLATE, NamesPage(head, "Places", "", addresses.PLACES, intro, own))
    for letter, found in parts:
        crumbs = (crumb, Crumb(letter.name, letter.address))
        head = Head(title=f"Places: {letter.name}", section="places", crumbs=crumbs)
        text = count(letter.count, "place")
        yield Page(
            letter.address, TEMPLATE, NamesPage(head, "Places", letter.name, addresses.PLACES, text, found)
        )


def _note(desk: Desk, id: str) -> str:
    place = desk.archive.places[id].place
    if place.kind in ("country", "continent"):
        return ""
    region = place.region if place.kind == "city" and place.region != place.name else None
    return ", ".join(filter(None, (region, desk.country(place.country))))
