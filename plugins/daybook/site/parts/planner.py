"""The whole archive as calendars: a row a month with its days where they are few enough to be shown, a cell a month for older years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.parts import calendar
from daybook.site.parts.calendar import Cell

_OPEN_ROWS = 14
"""Months that are shown at once: a year, or a few weeks around its first day."""
_DAYS = 750
"""Days with articles that the page leads to, some 6 kB as a server sends it; older years lead to months."""


class Row(NamedTuple):
    """A month of a year."""

    name: str
    address: str
    """Of the month's page; empty where the month has no article."""
    total: int
    blank: int
    """Weekdays before the month's first day, from Monday on."""
    cells: tuple[Cell, ...]


class Year(NamedTuple):
    """A year with its months and days; where the year before or after it has no article, from or to its own first or last."""

    name: str
    address: str
    total: int
    rows: tuple[Row, ...]
    columns: int
    """Weekdays beside one another."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month of an older year."""

    address: str
    """Of the month's page; empty where the month has no article."""
    count: int
    shade: int
    """0 without articles, then 1 to 4 by the root of the count, 4 being the fullest of these months."""
    covered: bool
    """Whether the archive collects any day of the month."""


class Older(NamedTuple):
    """A year by its months."""

    name: str
    address: str
    total: int
    months: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True)
class Planner:
    """All years that have articles, newest first."""

    shown: tuple[Year, ...]
    folded: tuple[Year, ...]
    older: tuple[Older, ...]
    months: tuple[str, ...]
    """The names of the twelve, as short as the language has them."""


def planner(desk: Desk) -> Planner:
    """The calendar of all days."""
    days = desk.day_list
    if not days:
        return Planner((), (), (), ())
    shown: list[Year] = []
    folded: list[Year] = []
    older: list[tuple[int, list[int]]] = []
    linked = rows = 0
    by_year = _by_year(days)
    for number, held in sorted(by_year.items(), reverse=True):
        linked += len(held)
        if shown and linked > _DAYS:
            older.append((number, _by_month(desk, held)))
            continue
        first = 1 if number - 1 in by_year else held[0].month
        last = 12 if number + 1 in by_year else held[-1].month
        year = _year(desk, [date(number, month, 1) for month in range(first, last + 1)])
        rows += len(year.rows)
        (folded if shown and rows > _OPEN_ROWS else shown).append(year)
    most = max((n for _, counts in older for n in counts), default=0)
    return Planner(
        tuple(shown),
        tuple(folded),
        tuple(_older(desk, number, counts, most) for number, counts in older),
        tuple(desk.words.month_short(date(2000, n, 1)) for n in range(1, 13)) if older else (),
    )


def _by_year(days: Sequence[date]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {}
    for day in days:
        found.setdefault(day.year, []).append(day)
    return found


def _by_month(desk: Desk, days: Sequence[date]) -> list[int]:
    """The articles of each of the twelve."""
    counts = [0] * 12
    for day in days:
        counts[day.month - 1] += len(desk.archive.days[day])
    return counts


def _year(desk: Desk, months: Sequence[date]) -> Year:
    rows = tuple(_row(desk, first) for first in months)
    total = sum(row.total for row in rows)
    columns = max(row.blank + len(row.cells) for row in rows)
    return Year(str(months[0].year), addresses.year(months[0]), total, rows, columns)


def _row(desk: Desk, first: date) -> Row:
    grid = calendar.grid(desk.archive, first, desk.fullest, desk.words)
    cells = tuple(cell for week in grid.weeks for cell in week if cell)
    return Row(grid.name, grid.address, grid.total, first.weekday(), cells)


def _older(desk: Desk, number: int, counts: Sequence[int], most: int) -> Older:
    firsts = [date(number, month, 1) for month in range(1, 13)]
    months = tuple(_month(desk, first, n, most) for first, n in zip(firsts, counts, strict=True))
    return Older(str(number), addresses.year(firsts[0]), sum(counts), months)


def _month(desk: Desk, first: date, count: int, most: int) -> MonthCell:
    covered = any(day in desk.archive.coverage for day in calendar.days(first))
    return MonthCell(
        addresses.month(first) if count else "", count, calendar.shade(count, most) if count else 0, covered
    )
