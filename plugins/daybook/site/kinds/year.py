"""A year: twelve months at a glance."""

from __future__ import annotations

from collections import Counter
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
from daybook.site.parts.chart import Chart, chart
from daybook.site.parts.names import Held, held_on

TEMPLATE = "year.html"


@dataclass(frozen=True, slots=True)
class Year:
    """The model of a year's page."""

    head: Head
    name: str
    previous: Step | None
    """The nearest earlier year that has articles."""
    next: Step | None
    months: tuple[calendar.MonthGrid, ...]
    """Those of the year that the archive reaches into, January first."""
    chart: Chart
    """Its twelve months."""
    weeks: tuple[Step, ...]
    """Those that have articles, oldest first, by their numbers."""
    total: int
    days: int
    """Days that have articles."""
    held: Held


def pages(desk: Desk) -> Iterator[Page]:
    by_year: dict[int, list[date]] = {}
    for day in desk.archive.days:
        by_year.setdefault(day.year, []).append(day)
    years = list(by_year)
    months = calendar.months(desk.archive)
    most = desk.fullest
    for at, year in enumerate(years):
        before = years[at - 1] if at else None
        after = years[at + 1] if at + 1 < len(years) else None
        grids = tuple(calendar.grid(desk.archive, m, most, desk.words) for m in months if m.year == year)
        yield Page(
            addresses.year(date(year, 1, 1)), TEMPLATE, _model(desk, by_year[year], grids, before, after)
        )


def _model(
    desk: Desk,
    days: list[date],
    grids: tuple[calendar.MonthGrid, ...],
    before: int | None,
    after: int | None,
) -> Year:
    articles = [article for day in days for article in desk.archive.days[day]]
    name, address = str(days[0].year), addresses.year(days[0])
    weeks = {addresses.week(day): str(day.isocalendar().week) for day in days}
    thing = {
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(desk.site.url, address),
        "temporalCoverage": name,
    }
    return Year(
        head=Head(
            title=name,
            description=desk.words.ngettext(
                "%(num)s article of %(days)s in %(year)s",
                "%(num)s articles of %(days)s in %(year)s",
                len(articles),
                days=desk.words.days(len(days)),
                year=name,
            ),
            section="days",
            crumbs=(Crumb(name, address),),
            thing=schema.text(thing),
        ),
        name=name,
        previous=_step(before),
        next=_step(after),
        months=grids,
        chart=_chart(desk, articles),
        weeks=tuple(Step(number, address) for address, number in weeks.items()),
        total=len(articles),
        days=len(days),
        held=held_on(desk, days),
    )


def _chart(desk: Desk, articles: Sequence[Digest]) -> Chart:
    counts = Counter(article.date.value.replace(day=1) for article in articles if article.date)
    firsts = [date(min(counts).year, month, 1) for month in range(1, 13)]
    return chart(
        [
            (each, desk.words.month_short(each), addresses.month(each) if counts[each] else "", counts[each])
            for each in firsts
        ]
    )


def _step(year: int | None) -> Step | None:
    return Step(str(year), addresses.year(date(year, 1, 1))) if year else None
