"""`said on March 3`: the newest day that the article speaks of as done, where it reports from it.

A day still to come (`set to begin on March 4`), the first day of a known event and days set apart as past prove nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from daybook.dates.case import Case, Spoken
from daybook.values import FoundDate

_LEAD = 6
_ONCE = 1
_OFTEN = 2


def rule(case: Case) -> FoundDate | None:
    by_day: dict[date, list[Spoken]] = defaultdict(list)
    for spoken in case.spoken:
        value = case.settle(spoken.day) if spoken.day.day else None
        if value is not None and value in case.coverage and not spoken.ahead:
            by_day[value].append(spoken)
    if not by_day:
        return None
    newest = max(by_day)
    told = [spoken for spoken in by_day[newest] if spoken.reported and not spoken.behind]
    first_days = {event.first for event in case.authority.events}
    if not told or newest in first_days:
        return None
    if len(by_day[newest]) < _OFTEN and told[0].sentence >= _LEAD:
        return None
    confidence = 0.95 if len(told) >= _OFTEN else 0.85
    return case.found(newest, "month-day", told[0].day, confidence)
