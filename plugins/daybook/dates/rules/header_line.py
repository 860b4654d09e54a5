"""A day alone on its line under the title, or at the head of the first paragraph: `Friday, July 21, 2017`."""

from __future__ import annotations

import re

from daybook.clean.days import scan
from daybook.dates.case import Case, shift
from daybook.dates.rules.posted import answer, dated_lines
from daybook.values import FoundDate

_BEHIND_DAY = re.compile(r"\s*[-–—:]?\s+[\"“'‘]?[A-Z\d]|\s*\n")


def rule(case: Case) -> FoundDate | None:
    return answer(case, list(dated_lines(case)), "header-line", 0.97) or _leading(case)


def _leading(case: Case) -> FoundDate | None:
    """A full day, weekday included, that opens the body and is no part of its first sentence."""
    if not case.text.paragraphs:
        return None
    start = case.text.paragraphs[0].start
    text = case.raw.layer[start : start + 80]
    days = scan(text)
    if not days or days[0].start != 0 or days[0].weekday is None or days[0].full is None:
        return None
    if not _BEHIND_DAY.match(text, days[0].end):
        return None
    return case.found(days[0].full, "header-line", shift(days[0], start), 0.95)
