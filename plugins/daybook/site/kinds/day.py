"""A day: its articles, who and where, and the days beside it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from daybook.digest import Digest
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.index import grouped, source_id
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar, locator
from daybook.site.parts.briefing import PointLine, point_line
from daybook.site.parts.cards import Card, Line
from daybook.site.parts.changes import Since, since
from daybook.site.parts.figures import Table, table
from daybook.site.parts.refs import Ref, top
from daybook.site.parts.same_day import SameDay, same_day
from daybook.site.parts.spoken import SpokenBy, spoken_by
from daybook.site.parts.titles import Titles, by_initial, by_title, too_many
from daybook.site.proofs import Proven, proven
from daybook.words import Words

TEMPLATE = "day.html"
_NAMES = 12
_ALL = 80
"""Articles that a day's page shows with leads and names."""
_SHOWN = 25
"""Of more, the first of them; the others by their titles."""


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
class Told:
    """Articles of the day that tell one story, or one that tells its own."""

    name: str
    """Of the story; empty where it is one article's alone."""
    address: str
    articles: int
    """Of the whole story."""
    days: int
    """On which it is told."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The model of a day's page."""

    head: Head
    day: date
    counted: Counted | None
    previous: Step | None
    next: Step | None
    month: Step
    week: Step
    total: int
    since: Since | None
    """What it brings beside the archive's day before; None for the first."""
    points: tuple[PointLine, ...]
    """The key points of its briefing."""
    figures: Table | None
    """What its articles count; None where nothing that matters."""
    told: tuple[Told, ...]
    """All of its articles, or the first of very many: those of one story together, then the others."""
    others: tuple[Line, ...]
    """The rest of them by title."""
    titles: tuple[Titles, ...]
    """Where even these are too many: parts by the first letter of the title, which hold all of the day."""
    locator: locator.Locator | None
    """Where its towns lie."""
    places: tuple[Ref, ...]
    """With the number of the day's articles that name it, towns first."""
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]
    grid: calendar.MonthGrid
    spoken: SpokenBy
    """Articles of other days that speak of this one."""
    same_day: SameDay
    """What the archive has of the day in other years."""
    proven: Proven
    """What its briefing is checked against."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Those of `told`, one after the other."""
        return tuple(card for told in self.told for card in told.cards)


@dataclass(frozen=True, slots=True)
class DayTitles:
    """The model of a part of a day of very many articles."""

    head: Head
    day: Step
    name: str
    """The letter that the titles begin with."""
    cards: tuple[Line, ...]


def pages(desk: Desk) -> Iterator[Page]:
    for day in desk.day_list:
        yield own(desk, day)
        yield from (part(desk, day, *found) for found in parts(desk, day))


def parts(desk: Desk, day: date) -> Iterator[tuple[str, str, Sequence[Digest]]]:
    """The further pages of a day of very many articles: name, address and articles of each."""
    return ((link.name, link.address, held) for link, held in _initials(desk, day))


def part(desk: Desk, day: date, name: str, address: str, articles: Sequence[Digest]) -> Page:
    """One of these pages."""
    head = Head(
        title=f"{desk.words.day_long(day)}: {name}",
        description=_count(desk.words, day, len(articles)),
        section="days",
        crumbs=(*_crumbs(day, desk.words), Crumb(name, address)),
    )
    step = Step(desk.words.day_long(day), addresses.day(day))
    return Page(address, "day_titles.html", DayTitles(head, step, name, tuple(map(desk.line, articles))))


def own(desk: Desk, day: date) -> Page:
    """The day's own page."""
    articles = desk.archive.days[day]
    at = bisect(desk.day_list, day)
    ordered = _by_story(desk, articles)
    shown = ordered if len(articles) <= _ALL else ordered[:_SHOWN]
    rest = {article.id for article in ordered[len(shown) :]}
    titles = tuple(link for link, _ in _initials(desk, day))
    others = () if titles else by_title([a for a in articles if a.id in rest], desk.archive.address)
    ranked = desk.places_of(articles)
    changed = desk.changes(day)
    model = Day(
        head=_head(desk, day, articles),
        day=day,
        counted=_counted(desk, day),
        previous=_step(desk.day_list[at - 2], desk.words) if at > 1 else None,
        next=_step(desk.day_list[at], desk.words) if at < len(desk.day_list) else None,
        month=Step(desk.words.month_long(day), addresses.month(day)),
        week=Step(desk.words.week(day), addresses.week(day)),
        since=since(desk, changed) if changed else None,
        total=len(articles),
        points=tuple(point_line(desk, point) for point in desk.briefing(day).points),
        figures=table(desk, day),
        told=tuple(_told(desk, shown)),
        others=tuple(map(desk.line, others)),
        titles=titles,
        locator=locator.of_places(desk, ranked),
        places=_places(desk, ranked),
        actors=desk.actor_refs(desk.actors_of(articles)[:_NAMES]),
        sources=tuple(
            desk.source(id, n) for id, n in top(((source_id(a), 0) for a in articles), _NAMES) if id
        ),
        grid=calendar.grid(desk.archive, day, desk.fullest, desk.words, here=day),
        spoken=spoken_by(desk, day),
        same_day=same_day(desk, day),
        proven=proven(desk, day),
    )
    return Page(addresses.day(day), TEMPLATE, model)


def _by_story(desk: Desk, articles: Sequence[Digest]) -> list[Digest]:
    """The articles of stories that several of them tell first, story by story; then the others."""
    of = desk.stories.of
    held = grouped((of[article.id].id, article) for article in articles if article.id in of)
    found: list[Digest] = []
    for story in desk.stories.on(articles):
        if len(held[story.id]) < 2:
            break  # the stories that most tell come first
        found += held[story.id]
    met = {article.id for article in found}
    return [*found, *(article for article in articles if article.id not in met)]


def _told(desk: Desk, articles: Sequence[Digest]) -> Iterator[Told]:
    for _, group in groupby(
        articles, key=lambda a: story.id if (story := desk.stories.of.get(a.id)) else a.id
    ):
        held = tuple(group)
        story = desk.stories.of.get(held[0].id)
        cards = tuple(map(desk.card, held))
        if story and story.slug:
            yield Told(story.name, addresses.story(story.slug), len(story.articles), len(story.days), cards)
        else:
            yield Told("", "", 1, 1, cards)


def _initials(desk: Desk, day: date) -> tuple[tuple[Titles, tuple[Digest, ...]], ...]:
    """The letters that the titles of a day of very many articles begin with; none of any other day."""
    articles = desk.archive.days[day]
    if not too_many(articles):
        return ()
    base = f"{addresses.day(day).removesuffix('index.html')}titles/"
    return by_initial(by_title(articles, desk.archive.address), base, desk.words)


def _head(desk: Desk, day: date, articles: tuple[Digest, ...]) -> Head:
    told = [p for a in articles for p in a.told_of]
    towns = [desk.archive.places[p.id].name for p in told if p.kind == "city"]
    named = desk.words.listed(list(dict.fromkeys(towns))[:5])
    text = _count(desk.words, day, len(articles)) + (f": {named}" if named else "")
    thing = {
        "@type": "CollectionPage",
        "name": desk.words.day_long(day),
        "url": absolute(desk.site.url, addresses.day(day)),
        "temporalCoverage": day.isoformat(),
    }
    return Head(
        title=desk.words.day_long(day),
        description=text,
        section="days",
        crumbs=_crumbs(day, desk.words),
        thing=schema.text(thing),
    )


def _count(words: Words, day: date, articles: int) -> str:
    return words.ngettext(
        "%(num)s article of %(day)s", "%(num)s articles of %(day)s", articles, day=words.day_long(day)
    )


def _crumbs(day: date, words: Words) -> tuple[Crumb, ...]:
    return (
        Crumb(f"{day.year}", addresses.year(day)),
        Crumb(words.month_long(day), addresses.month(day)),
        Crumb(words.day_long(day), addresses.day(day)),
    )


def _counted(desk: Desk, day: date) -> Counted | None:
    begun = [event for event in desk.archive.events if event.first <= day]
    return Counted((day - begun[0].first).days + 1, begun[0].name) if begun else None


def _step(day: date | None, words: Words) -> Step | None:
    return Step(words.day_short(day), addresses.day(day)) if day else None


def _places(desk: Desk, ranked: list[tuple[str, int]]) -> tuple[Ref, ...]:
    """Towns before the rest."""
    places = desk.archive.places
    towns_first = sorted(ranked, key=lambda item: places[item[0]].place.kind != "city")
    return tuple(desk.place(id, n) for id, n in towns_first[:_NAMES])
