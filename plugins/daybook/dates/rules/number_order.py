"""`Issued on: 05/04/2022`: April 5 or May 4, by the weekday that the lead reports of or by the day of a later update."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from daybook.clean.days import DayWords
from daybook.dates.case import Case
from daybook.dates.rules.posted import lines_of_days
from daybook.values import FoundDate

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:18|19|20)\d\d)(?![\d/-])")
_SOON = timedelta(days=3)
_MOST = 4
"""Such lines that are read; their first one counts."""


def rule(case: Case) -> FoundDate | None:
    """The day where one order alone fits: the coverage, the lead's weekday, and an update within some days."""
    lines = [line for span in lines_of_days(case) for line in _read(case, span.start, span.end)][:_MOST]
    if not lines:
        return None
    words, orders = lines[0]
    fits = [day for day in orders if day in case.coverage]
    value = fits[0] if len(set(fits)) == 1 and case.coverage.last else case.by_weekday(fits)
    value = value or _soon_updated(fits, [other for _, other in lines[1:]])
    return case.found(value, "number-order", words, 0.9) if value else None


def _read(case: Case, start: int, end: int) -> Iterator[tuple[DayWords, list[date]]]:
    for match in _NUMBERS.finditer(case.raw.layer, start, end):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        orders = [day for month, number in ((other, one), (one, other)) if (day := _day(year, month, number))]
        if orders:
            yield DayWords(match.start(), match.end(), match[0]), orders


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _soon_updated(orders: list[date], updates: list[list[date]]) -> date | None:
    """The order in which an update follows within some days; in the other one it would have come months later."""
    found = {
        day
        for at, day in enumerate(orders)
        for update in updates
        if at < len(update) and timedelta(0) < update[at] - day <= _SOON
    }
    return found.pop() if len(found) == 1 else None
