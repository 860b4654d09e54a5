"""A full day in the title: `Situation report, March 3, 2022`. A title that tells of an anniversary names no such day."""

from __future__ import annotations

import re

from daybook.clean.days import scan
from daybook.dates.case import Case, shift
from daybook.values import FoundDate

_PAST = re.compile(r"\b(?:since|until|by|from|anniversary|before|after|till|ahead of)\b", re.I)


def rule(case: Case) -> FoundDate | None:
    span = case.text.title_span
    if span is None or case.text.title_derived:
        return None
    words = case.raw.layer[span.start : span.end]
    days = [(day, day.full) for day in scan(words) if day.full is not None]
    if len(days) != 1 or days[0][1] not in case.coverage or _PAST.search(words):
        return None
    day, value = days[0]
    at_edge = day.start == 0 or day.end >= len(words.rstrip(" .)]"))
    return case.found(value, "title", shift(day, span.start), 0.9) if at_edge else None
