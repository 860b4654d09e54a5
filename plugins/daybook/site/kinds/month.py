"""A month: its days as a calendar grid, and what it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.kinds.day import Step
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.cards import Line
from daybook.site.parts.chart import Chart, chart
from daybook.site.parts.names import Held, held_on
from daybook.site.parts.spoken import SpokenOf, spoken_of
from daybook.site.parts.stretch import Stretch, Told, stretches, told
from daybook.words import Words

TEMPLATE = "month.html"
_TITLES = 5
_POINTS = 1
"""Of each day."""
_BARE_SHOWN = 2
_BARE_MORE = 10
"""Of the articles that speak of a day without a page; a month has up to thirty-one such days."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the month with its first articles."""

    day: date
    address: str
    count: int
    cards: tuple[Line, ...]
    """At most five."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A day that has no article of its own, and is spoken of by others."""

    day: date
    spoken: SpokenOf


@dataclass(frozen=True, slots=True)
class Month:
    """The model of a month's page."""

    head: Head
    name: str
    year: Step
    previous: Step | None
    """The nearest earlier month that has articles."""
    next: Step | None
    grid: calendar.MonthGrid
    weeks: tuple[Step | None, ...]
    """The page of the week of each row of the grid; None where no day of the row has an article."""
    chart: Chart
    """Its days."""
    total: int
    told: Told
    days: tuple[DayRow, ...]
    """Newest first."""
    bare: tuple[Bare, ...]
    """Newest first."""
    held: Held


def months(desk: Desk) -> Iterator[Stretch]:
    """Those that have articles, oldest first."""
    return stretches(desk.day_list, lambda day: day.replace(day=1))


def own(desk: Desk, stretch: Stretch) -> Page:
    """The month's page."""
    first, days, words = stretch.first, stretch.days, desk.words
    all = list(calendar.days(first))
    grid = calendar.grid(desk.archive, first, desk.fullest, words)
    total = sum(len(desk.archive.days[day]) for day in days)
    model = Month(
        head=_head(desk, first, total),
        name=words.month_long(first),
        year=Step(str(first.year), addresses.year(first)),
        previous=_step(stretch.previous, words),
        next=_step(stretch.next, words),
        grid=grid,
        weeks=tuple(_week(words, week) for week in grid.weeks),
        chart=chart([(d, str(d.day), "", len(desk.archive.days.get(d, ()))) for d in all]),
        total=total,
        told=told(desk, stretch, all, _POINTS),
        days=tuple(_row(desk, day, desk.archive.days[day]) for day in reversed(days)),
        bare=tuple(Bare(day, spoken_of(desk, day, _BARE_SHOWN, _BARE_MORE)) for day in _bare(desk, first)),
        held=held_on(desk, days),
    )
    return Page(addresses.month(first), TEMPLATE, model)


def _week(words: Words, cells: Sequence[calendar.Cell | None]) -> Step | None:
    """The link to a row's week, where one of its days has an article."""
    day = next((cell.day for cell in cells if cell and cell.address), None)
    return Step(words.week(day), addresses.week(day)) if day else None


def _bare(desk: Desk, first: date) -> list[date]:
    """The days of the month that are spoken of and have no article, newest first."""
    spoken, days = desk.archive.spoken, desk.archive.days
    return [day for day in calendar.days(first) if day in spoken and day not in days][::-1]


def _row(desk: Desk, day: date, articles: tuple[Digest, ...]) -> DayRow:
    return DayRow(day, addresses.day(day), len(articles), tuple(map(desk.line, articles[:_TITLES])))


def _step(first: date | None, words: Words) -> Step | None:
    return Step(words.month_long(first), addresses.month(first)) if first else None


def _head(desk: Desk, first: date, total: int) -> Head:
    address, name = addresses.month(first), desk.words.month_long(first)
    thing = {
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(desk.site.url, address),
        "temporalCoverage": first.isoformat()[:7],
    }
    return Head(
        title=name,
        description=desk.words.ngettext(
            "%(num)s article of %(month)s, day by day",
            "%(num)s articles of %(month)s, day by day",
            total,
            month=name,
        ),
        section="days",
        crumbs=(Crumb(str(first.year), addresses.year(first)), Crumb(name, address)),
        thing=schema.text(thing),
    )
