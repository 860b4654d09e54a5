"""A day at the edge of the title: `Situation report, March 3, 2022`, `NEWS HIGHLIGHTS 1800 GMT APRIL 7`.

A day inside a title may be any day, and one behind `since` or `for` is another one.
"""

from __future__ import annotations

import re

from daybook.clean.days import scan
from daybook.dates.case import Case, shift
from daybook.values import FoundDate

_SET_OFF = re.compile(r"(?:[,:–—|(-]|\b(?:GMT|UTC|EST|EDT|CET)\b)\s*$", re.I)
_LONGEST = 300


def rule(case: Case) -> FoundDate | None:
    span = case.text.title_span
    if span is None or case.text.title_derived or span.end - span.start > _LONGEST:
        return None
    words = case.raw.layer[span.start : span.end]
    days = [day for day in scan(words) if day.day is not None]
    if len(days) != 1:
        return None
    day = days[0]
    value = case.settle_line(day)
    opens = day.start == 0 and words[day.end : day.end + 2].strip(" ") in (":", "-", "–", "—", "|")
    closes = not words[day.end :].strip(" .)]") and _SET_OFF.search(words[: day.start]) is not None
    if value is None or value not in case.coverage or not (opens or closes):
        return None
    return case.found(value, "title", shift(day, span.start), case.sure(day, 0.95))
