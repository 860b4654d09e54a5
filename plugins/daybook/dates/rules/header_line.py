"""A day alone on its line under the title, or at the head of the first paragraph: `Friday, July 21, 2017`."""

from __future__ import annotations

import re

from daybook.clean.days import DayWords, scan
from daybook.dates.case import Case, shift
from daybook.dates.rules.posted import answer, dated_lines, first_sentence
from daybook.values import FoundDate

_LONGEST = 100
_MOST_LINES = 3
_APART = "|,;:•·–—-/()"
_BEHIND_DAY = re.compile(r"\s*[-–—:]?\s+[\"“'‘]?[A-Z\d]|\s*\n")


def rule(case: Case) -> FoundDate | None:
    return answer(case, list(dated_lines(case)), "header-line", 0.97) or _leading(case) or _above(case)


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


def _above(case: Case) -> FoundDate | None:
    """A full day at the edge of a short line that stands above the first sentence, beside words of another kind."""
    end = first_sentence(case)
    for paragraph in case.text.paragraphs[:_MOST_LINES]:
        if paragraph.start >= end or paragraph.end - paragraph.start > _LONGEST:
            break
        text = case.raw.layer[paragraph.start : paragraph.end]
        days = [day for day in scan(text) if day.full is not None]
        if len(days) == 1 and _is_edge(text, days[0]) and days[0].full is not None:
            return case.found(days[0].full, "header-line", shift(days[0], paragraph.start), 0.9)
    return None


def _is_edge(text: str, day: DayWords) -> bool:
    """Whether the day is set apart at one end of the line: `the flood of 1 March 2014` is a headline, and no day of it."""
    before, after = text[: day.start].rstrip(), text[day.end :].strip()
    apart = not before or before[-1] in _APART
    return apart and (len(after.split()) <= 1 or (not before and after[0] in _APART))
