"""`shelled the port on Wednesday (March 2)`: the weekday settles the year within the coverage.

It is the day of the news where a verb of reporting stands beside it, or where the article goes on to call it by its weekday
and tells nothing of the weekday that follows.
"""

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
    bare = {s.day.weekday for s in case.spoken if s.day.day is None and not s.ahead}
    for value, spoken in known:
        if value != newest or spoken.day.weekday is None or spoken.behind or spoken.sentence >= _LEAD:
            continue
        followed = (value.weekday() + 1) % 7 in bare
        if spoken.reported or (spoken.day.weekday in bare and not followed):
            return case.found(value, "weekday-month-day", spoken.day, 0.93)
    return None
