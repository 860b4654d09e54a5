"""The home page: the newest day first, the calendar of the whole archive, its places and actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.feeds import of_home
from daybook.site.kinds.day import Step
from daybook.site.kinds.week import span_of
from daybook.site.page import Head, Page
from daybook.site.parts.briefing import PointLine, point_line
from daybook.site.parts.cards import Card
from daybook.site.parts.names import Held, held, held_on
from daybook.site.parts.planner import Planner, planner
from daybook.site.parts.same_day import SameDay, same_day

TEMPLATE = "home.html"
_NEWEST = 8
_DAYS = 7
_EARLIER = 4
_POINTS = 3


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A day with its first articles."""

    day: date
    address: str
    count: int
    points: tuple[PointLine, ...]
    """The first of its key points, of the newest day alone."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The model of the home page."""

    head: Head
    days: tuple[DayBlock, ...]
    """The newest days that have articles, newest first."""
    more: int
    """Days that have articles and are not among them."""
    span: str
    """The days that the archive reaches over, in words."""
    calendar: Planner
    ways: tuple[Step, ...]
    """To what is told over the days: stories, figures, the newest week."""
    same_day: SameDay | None
    """What the archive has of its newest day in other years."""
    earlier: str
    """The address of the newest year."""
    total: int
    day_count: int
    place_count: int
    """Places of all kinds that have a page."""
    city_count: int
    actor_count: int
    undated: int
    held: Held


def pages(desk: Desk) -> Iterator[Page]:
    archive = desk.archive
    days = list(archive.days)
    model = Home(
        head=_head(desk),
        days=tuple(
            _block(desk, day, _EARLIER if at else _NEWEST) for at, day in enumerate(days[: -_DAYS - 1 : -1])
        ),
        more=max(0, len(days) - _DAYS),
        span=_span(desk),
        calendar=planner(desk),
        ways=tuple(_ways(desk)),
        same_day=same_day(desk, days[-1]) if days else None,
        earlier=addresses.year(days[-1]) if days else "",
        total=archive.size,
        day_count=len(days),
        place_count=sum(e.has_page for e in archive.places.values()),
        city_count=sum(e.has_page and e.place.kind == "city" for e in archive.places.values()),
        actor_count=len(archive.actors),
        undated=len(archive.undated),
        held=held_on(desk, days, 12) if days else held(desk, archive.undated, 12),
    )
    yield Page(addresses.HOME, TEMPLATE, model)


def _ways(desk: Desk) -> Iterator[Step]:
    words, days = desk.words, desk.day_list
    yield Step(words.gettext("Stories over the days"), addresses.STORIES)
    if desk.paths:
        yield Step(words.gettext("Figures over days"), addresses.FIGURES)
    if days:
        yield Step(f"{words.week(days[-1])}: {span_of(words, days[-1])}", addresses.week(days[-1]))


def _block(desk: Desk, day: date, limit: int) -> DayBlock:
    articles = desk.archive.days[day]
    points = desk.briefing(day).points[:_POINTS] if day == desk.day_list[-1] else ()
    return DayBlock(
        day,
        addresses.day(day),
        len(articles),
        tuple(point_line(desk, point) for point in points),
        tuple(map(desk.card, articles[:limit])),
    )


def _span(desk: Desk) -> str:
    days = list(desk.archive.days)
    first = desk.archive.coverage.first or (days[0] if days else None)
    last = desk.archive.coverage.last or (days[-1] if days else None)
    if not first or not last:
        return ""
    words = desk.words
    return words.gettext("%(first)s to %(last)s", first=words.day_plain(first), last=words.day_plain(last))


def _head(desk: Desk) -> Head:
    site = desk.site
    text = site.description or desk.words.ngettext(
        "%(num)s article, day by day", "%(num)s articles, day by day", desk.archive.size
    )
    thing = {
        "@type": "WebSite",
        "name": site.name,
        "url": f"{site.url}/" if site.url else None,
        "description": text,
    }
    return Head(
        title=site.name, description=text, section="home", thing=schema.text(thing), feeds=of_home(site)
    )
