"""A day alone on its line under the title, or at the head of the first paragraph: `Friday, July 21, 2017`, `2022-03-02T10:20Z`."""

from __future__ import annotations

import re

from daybook.clean.days import DayWords, scan
from daybook.dates.case import Case, shift
from daybook.dates.rules.posted import answer, dated_lines, first_sentence, is_update
from daybook.values import FoundDate

_LONGEST = 100
_MOST_LINES = 3
_HEAD = 2000
_APART = "|,;:•·–—-/()"
_STAMP = re.compile(r"(?<![\w./:-])\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.,]{0,14}(?:Z|[+-]\d\d:?\d\d)?(?![\w/-])")
_STAMP_LENGTH = 40
_BEHIND_DAY = re.compile(r"\s*[-–—:]?\s+[\"“'‘]?[A-Z\d]|\s*\n")


def rule(case: Case) -> FoundDate | None:
    return (
        answer(case, list(dated_lines(case)), "header-line", 0.97)
        or _stamp(case)
        or _leading(case)
        or _above(case)
    )


def _stamp(case: Case) -> FoundDate | None:
    """The first ISO time of the text's head that is no update's, whatever stands beside it: no prose has one."""
    end = first_sentence(case)
    for match in _STAMP.finditer(case.raw.layer, max(0, end - _HEAD), end + _STAMP_LENGTH):
        line = case.raw.layer.rfind("\n", 0, match.start()) + 1
        days = scan(match[0])
        if days and days[0].full and not is_update(case.raw.layer, line, match.start()):
            return case.found(days[0].full, "header-line", shift(days[0], match.start()), 0.95)
    return None


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
