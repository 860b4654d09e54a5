"""An actor: roles, other names, days, places, co-actors, and its articles by day with the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from daybook import labels
from daybook.digest import Digest
from daybook.format import count, shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.entries import ActorEntry
from daybook.site.links import absolute
from daybook.site.page import Crumb, Feed, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.listing import Item, Listing, listing, rest
from daybook.site.parts.refs import Ref
from daybook.site.parts.span import Span, span
from daybook.site.roles import Role

TEMPLATE = "actor.html"
_NAMES = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words that state a role."""

    day: date | None
    address: str
    """Of the article."""
    anchor: str
    """Of the sentence; empty where a person wrote the role into the article's file."""


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role with the first and the last sentence that state it."""

    role: str
    articles: int
    first: Sentence
    last: Sentence


@dataclass(frozen=True, slots=True)
class ActorPage:
    """The model of an actor's page, and of each part of it where its list was cut."""

    head: Head
    id: str
    name: str
    part: str
    """`March 2022` on a part of the list; empty on the actor's own page."""
    own: str
    """Address of the actor's own page."""
    kind: str
    """In words: `Person`."""
    role: str
    """As most articles state it."""
    roles: tuple[StatedRole, ...]
    """As articles state them, newest first, at most twelve."""
    more_roles: tuple[StatedRole, ...]
    country: str
    forms: tuple[str, ...]
    """Other names that the articles use."""
    span: Span
    listing: Listing
    places: tuple[Ref, ...]
    """Named in the same articles, towns first by number."""
    actors: tuple[Ref, ...]
    """Named in the same articles, with their number and role."""
    months: tuple[calendar.MonthGrid, ...]
    """The newest months in which it is named, its own articles counted; at most three, oldest first."""


def pages(desk: Desk) -> Iterator[Page]:
    for entry in desk.archive.actors.values():
        if entry.has_page:
            yield from _actor(desk, entry)


def _actor(desk: Desk, entry: ActorEntry) -> Iterator[Page]:
    def item(article: Digest) -> Item:
        return Item(desk.card(article), article.of(entry.id).quotes)

    roles = tuple(_stated(desk, role) for role in entry.roles)
    own = ActorPage(
        head=_head(desk, entry, "", entry.address),
        id=entry.id,
        name=entry.name,
        part="",
        own=entry.address,
        kind=labels.KINDS.get(entry.actor.kind, entry.actor.kind),
        role=entry.actor.role,
        roles=roles[:_NAMES],
        more_roles=roles[_NAMES:],
        country=desk.country(entry.actor.country),
        forms=entry.forms,
        span=span(entry.articles),
        listing=listing(entry.articles, entry.address, item),
        places=_places(desk, entry),
        actors=_others(desk, entry),
        months=calendar.of_articles(desk.archive, entry.articles),
    )
    yield Page(entry.address, TEMPLATE, own)
    for part, address, found in rest(entry.articles, entry.address, item):
        head = _head(desk, entry, part, address)
        yield Page(address, TEMPLATE, replace(own, head=head, part=part, listing=found))


def _stated(desk: Desk, role: Role) -> StatedRole:
    first, last = (
        Sentence(at.day, desk.archive.address[at.article], at.sentence or "")
        for at in (role.first, role.last)
    )
    return StatedRole(role.role, role.articles, first, last)


def _head(desk: Desk, entry: ActorEntry, part: str, address: str) -> Head:
    crumbs = (Crumb("Actors", addresses.ACTORS), Crumb(entry.name, entry.address))
    role = f", {entry.actor.role}" if entry.actor.role else ""
    thing = {
        "@type": {"person": "Person", "state": "Country"}.get(entry.actor.kind, "Organization"),
        "name": entry.name,
        "alternateName": list(entry.forms),
        "url": absolute(desk.site.url, entry.address),
        "jobTitle": entry.actor.role if entry.actor.kind == "person" else None,
    }
    return Head(
        title=f"{entry.name}: {part}" if part else entry.name,
        description=shortened(f"{count(len(entry.articles), 'article')} on {entry.name}{role}, by day"),
        kind="profile" if entry.actor.kind == "person" else "website",
        section="actors",
        feeds=(Feed(entry.name, addresses.feed(entry.address)),),
        crumbs=(*crumbs, Crumb(part, address)) if part else crumbs,
        thing=schema.text(thing),
    )


def _places(desk: Desk, entry: ActorEntry) -> tuple[Ref, ...]:
    places = desk.archive.places
    ranked = [(id, n) for id, n in desk.places_of(entry.articles) if places[id].name != entry.name]
    ranked.sort(key=lambda item: places[item[0]].place.kind != "city")
    return tuple(desk.place(id, n) for id, n in ranked[:_NAMES])


def _others(desk: Desk, entry: ActorEntry) -> tuple[Ref, ...]:
    met = [(id, n) for id, n in desk.actors_of(entry.articles) if id != entry.id]
    return desk.actor_refs(met[:_NAMES])
