"""A week of ISO 8601, Monday to Sunday: what its days tell first, its stories, and what is named first in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.kinds.day import Step
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.names import Held, held_on
from daybook.site.parts.stretch import Stretch, Told, stretches, told
from daybook.words import Words

TEMPLATE = "week.html"
_POINTS = 3
"""Of each day."""


@dataclass(frozen=True, slots=True)
class Week:
    """The model of a week's page."""

    head: Head
    name: str
    """`Week 9`."""
    span: str
    """`28 Feb – 6 Mar 2022`."""
    month: Step
    """That of its first day with articles."""
    previous: Step | None
    """The nearest earlier week that has articles."""
    next: Step | None
    total: int
    told: Told
    grids: tuple[calendar.MonthGrid, ...]
    """The months that its days with articles lie in."""
    held: Held


def weeks(desk: Desk) -> Iterator[Stretch]:
    """Those that have articles, oldest first."""
    return stretches(desk.day_list, _monday)


def own(desk: Desk, stretch: Stretch) -> Page:
    """The week's page."""
    days, words = stretch.days, desk.words
    all = _calendar(stretch.first)
    months = dict.fromkeys(day.replace(day=1) for day in days)
    total = sum(len(desk.archive.days[day]) for day in days)
    name, span = words.week(stretch.first), span_of(words, stretch.first)
    model = Week(
        head=_head(desk, stretch, f"{name}: {span}", total),
        name=name,
        span=span,
        month=Step(words.month_long(days[0]), addresses.month(days[0])),
        previous=_step(stretch.previous, words),
        next=_step(stretch.next, words),
        total=total,
        told=told(desk, stretch, all, _POINTS),
        grids=tuple(calendar.grid(desk.archive, month, desk.fullest, words) for month in months),
        held=held_on(desk, days),
    )
    return Page(addresses.week(days[0]), TEMPLATE, model)


def span_of(words: Words, day: date) -> str:
    """The days of the week that a day lies in: `28 Feb – 6 Mar 2022`."""
    all = _calendar(_monday(day))
    return words.span(all[0], all[-1])


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _calendar(monday: date) -> list[date]:
    """Its seven days; the last week that there is has fewer."""
    first = monday.toordinal()
    return [date.fromordinal(n) for n in range(first, min(first + 7, date.max.toordinal() + 1))]


def _step(monday: date | None, words: Words) -> Step | None:
    return Step(words.week(monday), addresses.week(monday)) if monday else None


def _head(desk: Desk, stretch: Stretch, title: str, total: int) -> Head:
    address, first, last = addresses.week(stretch.first), stretch.first, _calendar(stretch.first)[-1]
    year = stretch.days[0]
    thing = {
        "@type": "CollectionPage",
        "name": title,
        "url": absolute(desk.site.url, address),
        "temporalCoverage": f"{first}/{last}",
    }
    return Head(
        title=title,
        description=desk.words.ngettext(
            "%(num)s article of the week %(span)s: what each day tells first, stories and new names",
            "%(num)s articles of the week %(span)s: what each day tells first, stories and new names",
            total,
            span=desk.words.span(first, last),
        ),
        section="days",
        crumbs=(
            Crumb(str(year.year), addresses.year(year)),
            Crumb(desk.words.month_long(year), addresses.month(year)),
            Crumb(desk.words.week(first), address),
        ),
        thing=schema.text(thing),
    )
