"""The list of actors: people, organisations, states."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.kinds.places import TEMPLATE, NamesPage
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.directory import Named, directory
from daybook.words import Words

_ORDER = ("person", "organisation", "state")


def pages(desk: Desk) -> Iterator[Page]:
    words = desk.words
    named = {id: Named(e, e.actor.kind, e.actor.role) for id, e in desk.archive.actors.items()}
    own, parts = directory(named, _ORDER, desk.actor, desk.archive.address, words)
    paged = sum(e.has_page for e in desk.archive.actors.values())
    intro = words.gettext(
        "%(actors)s, %(paged)s with a page of their own",
        actors=_actors(words, len(named)),
        paged=words.number(paged),
    )
    title = words.gettext("Actors")
    crumb = Crumb(title, addresses.ACTORS)
    head = Head(title=title, description=intro, section="actors", crumbs=(crumb,))
    yield Page(addresses.ACTORS, TEMPLATE, NamesPage(head, title, "", addresses.ACTORS, intro, own))
    for letter, found in parts:
        crumbs = (crumb, Crumb(letter.name, letter.address))
        head = Head(title=f"{title}: {letter.name}", section="actors", crumbs=crumbs)
        text = _actors(words, letter.count)
        yield Page(
            letter.address, TEMPLATE, NamesPage(head, title, letter.name, addresses.ACTORS, text, found)
        )


def _actors(words: Words, n: int) -> str:
    return words.ngettext("%(num)s actor", "%(num)s actors", n)
