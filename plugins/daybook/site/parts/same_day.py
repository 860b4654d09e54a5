"""On this day: the articles of the same month and day in other years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.parts.cards import Line

TITLES = 2
"""Of each year."""
_YEARS = 10


@dataclass(frozen=True, slots=True)
class YearOf:
    """The day in another year."""

    day: date
    address: str
    count: int
    cards: tuple[Line, ...]
    """The first of its articles."""


@dataclass(frozen=True, slots=True)
class SameDay:
    """The other years that have articles of the day, newest first."""

    day: date
    years: tuple[YearOf, ...]
    """The ten newest."""
    more: tuple[YearOf, ...]
    """The others, without titles."""


def same_days(desk: Desk, day: date) -> list[tuple[date, tuple[Digest, ...]]]:
    """The day in all other years that have articles of it, newest first."""
    others = desk.anniversaries.get((day.month, day.day), ())
    return [(other, desk.archive.days[other]) for other in others if other != day]


def same_day(desk: Desk, day: date) -> SameDay:
    """What a page shows of them."""
    held = same_days(desk, day)
    return SameDay(
        day,
        tuple(_year(desk, *each, TITLES) for each in held[:_YEARS]),
        tuple(_year(desk, *each, 0) for each in held[_YEARS:]),
    )


def _year(desk: Desk, day: date, articles: tuple[Digest, ...], titles: int) -> YearOf:
    lines = tuple(map(desk.line, articles[:titles]))
    return YearOf(day, addresses.day(day), len(articles), lines)
