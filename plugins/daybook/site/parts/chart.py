"""How many articles each day of a month or each month of a year has, as bars drawn when the page is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

HEIGHT = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a day."""

    first: date
    name: str
    """As short as it stands below the bar."""
    address: str
    """Of its page; empty where it has no article."""
    count: int
    height: int
    """Of 100, which the fullest has; at least 2 where there is an article."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars side by side."""

    bars: tuple[Bar, ...]
    fullest: Bar
    """The first of those that have the most."""


def chart(held: Sequence[tuple[date, str, str, int]]) -> Chart:
    """Of first day, name, address and count of each bar; at least one."""
    most = max(count for *_, count in held)
    bars = tuple(Bar(*each, max(2, round(HEIGHT * each[3] / most)) if each[3] else 0) for each in held)
    return Chart(bars, next(bar for bar in bars if bar.count == most))
