"""The list of places, cities first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.directory import Directory, Named, directory
from daybook.words import Words

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
    words = desk.words
    named = {id: Named(e, e.place.kind, _note(desk, id)) for id, e in desk.archive.places.items()}
    own, parts = directory(named, _ORDER, desk.place, desk.archive.address, words)
    towns = sum(e.place.kind == "city" and e.has_page for e in desk.archive.places.values())
    intro = words.ngettext(
        "%(places)s, %(num)s city with a page of their own",
        "%(places)s, %(num)s cities with a page of their own",
        towns,
        places=_places(words, len(named)),
    )
    title = words.gettext("Places")
    crumb = Crumb(title, addresses.PLACES)
    head = Head(title=title, description=intro, section="places", crumbs=(crumb,))
    yield Page(addresses.PLACES, TEMPLATE, NamesPage(head, title, "", addresses.PLACES, intro, own))
    for letter, found in parts:
        crumbs = (crumb, Crumb(letter.name, letter.address))
        head = Head(title=f"{title}: {letter.name}", section="places", crumbs=crumbs)
        text = _places(words, letter.count)
        yield Page(
            letter.address, TEMPLATE, NamesPage(head, title, letter.name, addresses.PLACES, text, found)
        )


def _places(words: Words, n: int) -> str:
    return words.ngettext("%(num)s place", "%(num)s places", n)


def _note(desk: Desk, id: str) -> str:
    place = desk.archive.places[id].place
    if place.kind in ("country", "continent"):
        return ""
    region = place.region if place.kind == "city" and place.region != place.name else None
    return ", ".join(filter(None, (region, desk.country(place.country))))
