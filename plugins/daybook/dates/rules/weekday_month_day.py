"""`on Wednesday (March 2)`: the weekday settles the year within the coverage."""

from __future__ import annotations

from daybook.dates.case import Case
from daybook.values import FoundDate

_LEAD = 8
"""Sentences in which such a day must stand to be the day of the news."""


def rule(case: Case) -> FoundDate | None:
    known = [
        (value, spoken)
        for spoken in case.spoken
        if spoken.day.day
        and not spoken.ahead
        and (value := case.settle(spoken.day))
        and value in case.coverage
    ]
    if not known:
        return None
    newest = max(value for value, _ in known)
    for value, spoken in known:
        if (
            value == newest
            and spoken.day.weekday is not None
            and not spoken.behind
            and spoken.sentence < _LEAD
        ):
            return case.found(value, "weekday-month-day", spoken.day, 0.93)
    return None
