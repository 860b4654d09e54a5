"""`Issued on: 05/04/2022`: April 5 or May 4, by another such day, a later update or the lead's weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from daybook.clean.days import DayWords
from daybook.dates.case import Case
from daybook.dates.rules.posted import is_update, lines_of_days
from daybook.values import FoundDate

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:18|19|20)\d\d)(?![\d/-])")
_SOON = timedelta(days=3)
_MOST = 4
"""Such days that are read; the first one that is no update counts."""
_DAY_FIRST, _MONTH_FIRST = 0, 1


@dataclass(frozen=True, slots=True)
class _Stamp:
    words: DayWords
    orders: tuple[date | None, date | None]
    """What it means with the day first, and with the month first."""
    update: bool
    """Whether it is the day of an update."""


def rule(case: Case) -> FoundDate | None:
    return settled(case, "number-order", 0.9)


def settled(case: Case, rule: str, confidence: float, update: bool = False) -> FoundDate | None:
    """The day where one order alone fits: another day of the same lines, the coverage, the lead's weekday, a soon update."""
    stamps = [stamp for span in lines_of_days(case) for stamp in _read(case, span.start, span.end)][:_MOST]
    stamps.sort(key=lambda stamp: stamp.update)
    if not stamps or stamps[0].update != update:
        return None
    first = stamps[0]
    value = _value(case, first, stamps)
    return case.found(value, rule, first.words, confidence) if value and value in case.coverage else None


def _value(case: Case, first: _Stamp, stamps: list[_Stamp]) -> date | None:
    known = _known(stamps)
    if known is not None:
        return first.orders[known]
    fits = [day for day in first.orders if day is not None and day in case.coverage]
    value = fits[0] if len(set(fits)) == 1 and case.coverage.last else case.by_weekday(fits)
    return value or _soon_updated(first, stamps[1:])


def _read(case: Case, start: int, end: int) -> Iterator[_Stamp]:
    for match in _NUMBERS.finditer(case.raw.layer, start, end):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        orders = _day(year, other, one), _day(year, one, other)
        if any(orders):
            words = DayWords(match.start(), match.end(), match[0])
            yield _Stamp(words, orders, is_update(case.raw.layer, start, match.start()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _known(stamps: list[_Stamp]) -> int | None:
    """The order that some of them can have alone, and all of them can."""
    allowed = [order for order in (_DAY_FIRST, _MONTH_FIRST) if all(stamp.orders[order] for stamp in stamps)]
    return allowed[0] if len(allowed) == 1 else None


def _soon_updated(first: _Stamp, updates: list[_Stamp]) -> date | None:
    """The order in which an update follows within some days; in the other one it would have come months later."""
    found = {
        day
        for order, day in enumerate(first.orders)
        for update in updates
        if day and (later := update.orders[order]) and timedelta(0) < later - day <= _SOON
    }
    return found.pop() if len(found) == 1 else None
