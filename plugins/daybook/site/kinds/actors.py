"""The list of actors: people, organisations, states."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.format import count, number
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.kinds.places import TEMPLATE, NamesPage
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.directory import Named, directory

_ORDER = ("person", "organisation", "state")


def pages(desk: Desk) -> Iterator[Page]:
    named = {id: Named(e, e.actor.kind, e.actor.role) for id, e in desk.archive.actors.items()}
    own, parts = directory(named, _ORDER, desk.actor, desk.archive.address)
    paged = sum(e.has_page for e in desk.archive.actors.values())
    intro = f"{count(len(named), 'actor')}, {number(paged)} with a page of their own"
    crumb = Crumb("Actors", addresses.ACTORS)
    head = Head(title="Actors", description=intro, section="actors", crumbs=(crumb,))
    yield Page(addresses.ACTORS, TEMPLATE, NamesPage(head, "Actors", "", addresses.ACTORS, intro, own))
    for letter, found in parts:
        crumbs = (crumb, Crumb(letter.name, letter.address))
        head = Head(title=f"Actors: {letter.name}", section="actors", crumbs=crumbs)
        text = count(letter.count, "actor")
        yield Page(
            letter.address, TEMPLATE, NamesPage(head, "Actors", letter.name, addresses.ACTORS, text, found)
        )
