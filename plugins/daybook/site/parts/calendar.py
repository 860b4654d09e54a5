"""Months as grids of days, each day shaded by its number of articles."""

from __future__ import annotations

import calendar
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daybook.digest import Digest
from daybook.settings import Coverage
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.words import Words

SHADES = 4
_GRID_FROM = 40
"""Articles from which on a name has a calendar of its own."""
_CALENDAR = calendar.Calendar()


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a month."""

    day: date
    count: int
    address: str
    """Of the day's page; empty where it has none."""
    shade: int
    """0 without articles, then 1 to 4 by the root of the count, 4 being the archive's fullest day."""
    covered: bool
    """Whether the archive collects that day at all."""
    here: bool
    """Whether the page that shows the grid is about that day."""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month, Monday to Sunday."""

    first: date
    name: str
    """`March`."""
    address: str
    """Of the month's page; empty where the month has no article."""
    total: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    """Seven cells each; None outside the month."""


def grid(archive: Archive, month: date, most: int, words: Words, here: date | None = None) -> MonthGrid:
    """The month that a day lies in. `most`: the articles of the archive's fullest day, the measure of all shades."""
    first = month.replace(day=1)
    counts = {day: len(archive.days[day]) for day in days(first) if day in archive.days}
    return _grid(first, archive.coverage, counts, most, here, words)


def days(first: date) -> Iterator[date]:
    """The days of the month that begins so, in order."""
    return (first.replace(day=n) for n in range(1, calendar.monthrange(first.year, first.month)[1] + 1))


def _grid(
    first: date,
    coverage: Coverage,
    counts: Mapping[date, int],
    most: int,
    here: date | None,
    words: Words,
) -> MonthGrid:
    weeks = tuple(
        [
            tuple([_cell(day, coverage, counts, most, here) if day else None for day in week])
            for week in _weeks(first)
        ]
    )
    total = sum([counts.get(day, 0) for week in _weeks(first) for day in week if day])
    address = addresses.month(first) if total else ""
    return MonthGrid(first, words.month_name(first), address, total, weeks)


def of_articles(
    archive: Archive, articles: Sequence[Digest], words: Words, limit: int = 3
) -> tuple[MonthGrid, ...]:
    """The newest months that hold some of the articles, counting these alone, oldest first; none of a short list,
    whose days are seen at a glance."""
    if len(articles) < _GRID_FROM:
        return ()
    counts = Counter(a.date.value for a in articles if a.date)
    firsts = sorted({day.replace(day=1) for day in counts})[-limit:]
    most = max(counts.values(), default=0)
    return tuple(_grid(first, archive.coverage, counts, most, None, words) for first in firsts)


def months(archive: Archive) -> tuple[date, ...]:
    """The first days of all months from the first covered or filled day to the last, oldest first."""
    days = [d for d in (*archive.days, archive.coverage.first, archive.coverage.last) if d]
    if not days:
        return ()
    first, last = min(days), max(days)
    span = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return tuple(date(number // 12, number % 12 + 1, 1) for number in span)


@lru_cache(1 << 10)
def _weeks(first: date) -> tuple[tuple[date | None, ...], ...]:
    """The days of a month by weeks, Monday to Sunday."""
    weeks = _CALENDAR.monthdayscalendar(first.year, first.month)
    return tuple(tuple(first.replace(day=n) if n else None for n in week) for week in weeks)


def _cell(day: date, coverage: Coverage, counts: Mapping[date, int], most: int, here: date | None) -> Cell:
    count = counts.get(day, 0)
    if not count:
        return _empty(day, day in coverage, day == here)
    return Cell(day, count, addresses.day(day), shade(count, most), day in coverage, day == here)


def shade(count: int, most: int) -> int:
    """1 to 4 by the root of the count, 4 being `most`."""
    return max(1, math.ceil(SHADES * math.sqrt(count / most)))


@lru_cache(1 << 16)
def _empty(day: date, covered: bool, here: bool) -> Cell:
    return Cell(day, 0, "", 0, covered, here)
