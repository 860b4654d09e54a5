"""The day of the dateline: `TOKYO, June 9 (Reuters) -`. At Reuters it is the day of publication in 97 of 100."""

from __future__ import annotations

from daybook.clean.days import scan
from daybook.dates.case import Case, shift
from daybook.values import FoundDate


def rule(case: Case) -> FoundDate | None:
    line = case.text.dateline
    if line is None or line.date is None:
        return None
    for day in scan(case.raw.layer[line.start : line.end], lower=True):
        value = case.settle_line(day) if day.day else None
        if value is not None:
            return case.found(value, "dateline", shift(day, line.start), case.sure(day, 0.97))
    return None
