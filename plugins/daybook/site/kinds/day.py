"""A day: its articles, who and where, and the days beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest
from daybook.format import count, day_long, day_short, listed, month_long
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.cards import Card
from daybook.site.parts.refs import Ref, top
from daybook.site.parts.spoken import SpokenOf, spoken_of
from daybook.site.parts.titles import Titles, by_initial, needs_cut

TEMPLATE = "day.html"
_NAMES = 12
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Step:
    """A link to a neighbour in time."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Which day it is of an event that articles count days from."""

    number: int
    """The event's first day is 1."""
    event: str


@dataclass(frozen=True, slots=True)
class Day:
    """The model of a day's page."""

    head: Head
    day: date
    counted: Counted | None
    previous: Step | None
    next: Step | None
    month: Step
    total: int
    cards: tuple[Card, ...]
    """All of its articles, or the first of them where `titles` leads to the others."""
    titles: tuple[Titles, ...]
    """Parts of a day of very many articles, by the first letter of the title; else empty."""
    places: tuple[Ref, ...]
    """With the number of the day's articles that name it, towns first."""
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]
    grid: calendar.MonthGrid
    spoken: SpokenOf
    """Articles of other days that speak of this one."""


@dataclass(frozen=True, slots=True)
class DayTitles:
    """The model of a part of a day of very many articles."""

    head: Head
    day: Step
    name: str
    """The letter that the titles begin with."""
    titles: tuple[Titles, ...]
    cards: tuple[Card, ...]


def pages(desk: Desk) -> Iterator[Page]:
    days = list(desk.archive.days)
    most = calendar.fullest(desk.archive)
    for at, day in enumerate(days):
        previous = days[at - 1] if at else None
        following = days[at + 1] if at + 1 < len(days) else None
        yield from _day(desk, day, previous, following, most)


def _day(desk: Desk, day: date, previous: date | None, following: date | None, most: int) -> Iterator[Page]:
    articles = desk.archive.days[day]
    address = addresses.day(day)
    parts = by_initial(articles, address, desk.archive.address) if needs_cut(articles) else ()
    titles = tuple(part for part, _ in parts)
    shown = articles[:_SHOWN] if parts else articles
    model = Day(
        head=_head(desk, day, articles),
        day=day,
        counted=_counted(desk, day),
        previous=_step(previous),
        next=_step(following),
        month=Step(month_long(day), addresses.month(day)),
        total=len(articles),
        cards=tuple(map(desk.card, shown)),
        titles=titles,
        places=_places(desk, articles),
        actors=desk.actor_refs(desk.actors_of(articles)[:_NAMES]),
        sources=tuple(
            desk.source(id, n) for id, n in top(((source_id(a), 0) for a in articles), _NAMES) if id
        ),
        grid=calendar.grid(desk.archive, day, most, here=day),
        spoken=spoken_of(desk, day),
    )
    yield Page(address, TEMPLATE, model)
    for part, held in parts:
        head = Head(
            title=f"{day_long(day)}: {part.name}",
            description=f"{count(part.count, 'article')} of {day_long(day)}",
            section="days",
            crumbs=(*_crumbs(day), Crumb(part.name, part.address)),
        )
        step = Step(day_long(day), address)
        yield Page(
            part.address,
            "day_titles.html",
            DayTitles(head, step, part.name, titles, tuple(map(desk.card, held))),
        )


def _head(desk: Desk, day: date, articles: tuple[Digest, ...]) -> Head:
    told = [p for a in articles for p in a.told_of]
    towns = [desk.archive.places[p.id].name for p in told if p.kind == "city"]
    named = listed(list(dict.fromkeys(towns))[:5])
    text = f"{count(len(articles), 'article')} of {day_long(day)}" + (f": {named}" if named else "")
    thing = {
        "@type": "CollectionPage",
        "name": day_long(day),
        "url": absolute(desk.site.url, addresses.day(day)),
        "temporalCoverage": day.isoformat(),
    }
    return Head(
        title=day_long(day),
        description=text,
        section="days",
        crumbs=_crumbs(day),
        thing=schema.text(thing),
    )


def _crumbs(day: date) -> tuple[Crumb, ...]:
    return (
        Crumb(f"{day.year}", addresses.year(day)),
        Crumb(month_long(day), addresses.month(day)),
        Crumb(day_long(day), addresses.day(day)),
    )


def _counted(desk: Desk, day: date) -> Counted | None:
    begun = [event for event in desk.archive.events if event.first <= day]
    return Counted((day - begun[0].first).days + 1, begun[0].name) if begun else None


def _step(day: date | None) -> Step | None:
    return Step(day_short(day), addresses.day(day)) if day else None


def _places(desk: Desk, articles: tuple[Digest, ...]) -> tuple[Ref, ...]:
    """Towns before the rest."""
    places = desk.archive.places
    ranked = desk.places_of(articles)
    ranked.sort(key=lambda item: places[item[0]].place.kind != "city")
    return tuple(desk.place(id, n) for id, n in ranked[:_NAMES])
