"""The days of some articles as bars, drawn when the page is made: by day, by month where they span many, by year where very many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from daybook.digest import Digest

DAYS = 100
"""Bars by day at most; what spans more is drawn by month."""
MONTHS = 120
"""Bars by month at most."""
LEAST = 3
"""Bars without which there is nothing to see."""
HEIGHT = 40

Unit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar for each day, month or year that has articles, in a box of `width` by 40."""

    unit: Unit
    path: str
    """Of SVG: a stroke for each bar."""
    width: int
    """Ten for each day, month or year."""
    wide: int
    """How wide a bar is: 1, 2 or 3, the fewer there are the wider."""
    first: date
    last: date
    fullest: date
    """The first day of the unit that has the most."""
    most: int
    """Its articles."""


def bars(articles: Sequence[Digest]) -> Bars | None:
    """None where there are fewer than three bars."""
    days = [article.date.value for article in articles if article.date]
    if not days:
        return None
    first, last = min(days), max(days)
    unit: Unit = "day" if (last - first).days < DAYS else "month"
    if unit == "month" and _number(last, unit) - _number(first, unit) >= MONTHS:
        unit = "year"
    counts = Counter(_number(day, unit) for day in days)
    if len(counts) < LEAST:
        return None
    base, most = _number(first, unit), max(counts.values())
    fullest = min(n for n, count in counts.items() if count == most)
    many = _number(last, unit) - base + 1
    path = "".join(
        f"M{10 * (n - base) + 5} {HEIGHT}v-{max(2, round(HEIGHT * count / most))}"
        for n, count in sorted(counts.items())
    )
    at = min(day for day in days if _number(day, unit) == fullest)
    return Bars(unit, path, 10 * many, 3 if many <= 24 else 2 if many <= 60 else 1, first, last, at, most)


def _number(day: date, unit: Unit) -> int:
    """Which day, month or year it is, counted on."""
    return day.toordinal() if unit == "day" else 12 * day.year + day.month if unit == "month" else day.year
