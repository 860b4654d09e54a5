"""An actor: roles, other names, when, where, with whom, what it said, and its articles by day with the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from daybook.actors.bodies import is_of_many
from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.entries import ActorEntry
from daybook.site.feeds import announced
from daybook.site.kinds.part import page as part_page
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import listing, sayings
from daybook.site.parts.bars import Bars, bars
from daybook.site.parts.listing import Cut, Item, Listing
from daybook.site.parts.network import Network, drawn, network
from daybook.site.parts.refs import MOST_FORMS, Ref, fewer
from daybook.site.parts.sayings import Told
from daybook.site.parts.span import Span, span
from daybook.site.roles import Role
from daybook.words import labels

TEMPLATE = "actor.html"
_NAMES = 12
_MORE_ROLES = 100


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
    """The model of an actor's own page."""

    head: Head
    id: str
    name: str
    kind: str
    """In words: `Person`."""
    role: str
    """As most articles state it."""
    roles: tuple[StatedRole, ...]
    """As articles state them, newest first, at most twelve."""
    more_roles: tuple[StatedRole, ...]
    """A hundred further ones; `data/actors.jsonl.gz` has them all."""
    country: str
    is_of_many: bool
    """Whether several bodies bear the name, and its articles may tell of different ones."""
    forms: tuple[str, ...]
    """Other names that the articles use, at most thirty; `data/actors.jsonl.gz` has them all."""
    span: Span
    listing: Listing
    places: tuple[Ref, ...]
    """Named in the same articles, towns first by number."""
    actors: tuple[Ref, ...]
    """Named in the same articles, with their number."""
    network: Network | None
    """Who of them is named with whom; None for few."""
    bars: Bars | None
    """When its articles are; None where all are of two days, months or years."""
    sayings: tuple[Told, ...]
    """What they have it say, newest first, at most eight."""
    more_sayings: tuple[Told, ...]
    """Two dozen further ones."""


def pages(desk: Desk) -> Iterator[Page]:
    for entry in desk.archive.actors.values():
        if entry.has_page:
            yield own(desk, entry)
            yield from (part(desk, entry, *found) for found in parts(desk, entry))


def parts(desk: Desk, entry: ActorEntry) -> Iterator[Cut]:
    """The further pages of its list, where it was cut: name, address and articles of each."""
    return listing.parts(entry.articles, entry.address, desk.words)


def part(desk: Desk, entry: ActorEntry, name: str, address: str, articles: Sequence[Digest]) -> Page:
    """One of these pages."""
    return part_page(
        desk, entry, "actors", _above(desk), name, address, articles, partial(_item, desk, entry.id)
    )


def _above(desk: Desk) -> Crumb:
    """The list of all names of the kind."""
    return Crumb(desk.words.gettext("Actors"), addresses.ACTORS)


def own(desk: Desk, entry: ActorEntry) -> Page:
    """The actor's own page."""
    articles = entry.articles
    places, others = _names(desk, entry)
    told = tuple(Told(saying, desk.line(article)) for article, saying in sayings.newest(articles, entry.id))
    roles = tuple(_stated(desk, role) for role in entry.roles[: _NAMES + _MORE_ROLES])
    model = ActorPage(
        head=_head(desk, entry),
        id=entry.id,
        name=entry.name,
        kind=labels.kind(desk.words, entry.actor.kind),
        role=entry.actor.role,
        roles=roles[:_NAMES],
        more_roles=roles[_NAMES:],
        country=desk.country(entry.actor.country),
        is_of_many=entry.actor.kind == "organisation" and not entry.actor.country and is_of_many(entry.name),
        forms=entry.forms[:MOST_FORMS],
        span=span(articles),
        listing=listing.listing(articles, entry.address, partial(_item, desk, entry.id), desk.words),
        places=places,
        actors=tuple([ref for _, ref in others]),
        network=network(articles, others),
        bars=bars(articles),
        sayings=told[: sayings.MOST],
        more_sayings=told[sayings.MOST :],
    )
    return Page(entry.address, TEMPLATE, model)


def names(desk: Desk, entry: ActorEntry) -> tuple[tuple[Ref, ...], ...]:
    """The names of its articles that its own page shows."""
    places, others = _names(desk, entry)
    return places, tuple([ref for _, ref in others])


def _names(desk: Desk, entry: ActorEntry) -> tuple[tuple[Ref, ...], list[tuple[str, Ref]]]:
    few = fewer(len(entry.articles), _NAMES)
    return desk.once(f"actor {entry.id}", lambda: (_places(desk, entry, few), _others(desk, entry, few)))


def _item(desk: Desk, id: str, article: Digest) -> Item:
    quotes = article.of(id).quotes
    return Item(desk.line(article), quotes, teaser="" if quotes else article.teaser)


def _stated(desk: Desk, role: Role) -> StatedRole:
    first, last = (
        Sentence(at.day, desk.archive.address[at.article], at.sentence or "")
        for at in (role.first, role.last)
    )
    return StatedRole(role.role, role.articles, first, last)


def _head(desk: Desk, entry: ActorEntry) -> Head:
    text = desk.words.ngettext(
        "%(num)s article on %(name)s, by day",
        "%(num)s articles on %(name)s, by day",
        len(entry.articles),
        name=f"{entry.name}, {entry.actor.role}" if entry.actor.role else entry.name,
    )
    thing = {
        "@type": {"person": "Person", "state": "Country"}.get(entry.actor.kind, "Organization"),
        "name": entry.name,
        "alternateName": list(entry.forms[:MOST_FORMS]),
        "url": absolute(desk.site.url, entry.address),
        "jobTitle": entry.actor.role if entry.actor.kind == "person" else None,
    }
    return Head(
        title=entry.name,
        description=shortened(text),
        kind="profile" if entry.actor.kind == "person" else "website",
        section="actors",
        feeds=announced(entry),
        crumbs=(_above(desk), Crumb(entry.name, entry.address)),
        thing=schema.text(thing),
    )


def _places(desk: Desk, entry: ActorEntry, limit: int) -> tuple[Ref, ...]:
    places = desk.archive.places
    ranked = [(id, n) for id, n in desk.places_of(entry.articles) if places[id].name != entry.name]
    ranked.sort(key=lambda item: places[item[0]].place.kind != "city")
    return tuple([desk.place(id, n) for id, n in ranked[:limit]])


def _others(desk: Desk, entry: ActorEntry, limit: int) -> list[tuple[str, Ref]]:
    """Whoever the network shows stands in the list."""
    met = [(id, n) for id, n in desk.actors_of(entry.articles) if id != entry.id]
    return [(id, desk.actor(id, n)) for id, n in met[: max(limit, drawn(n for _, n in met))]]
