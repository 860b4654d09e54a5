"""`shelled the port on Wednesday (March 2)`: the weekday settles the year within the coverage.

It is the day of the news where a verb of reporting stands beside it, where the article goes on to call it by its weekday
and tells nothing of the weekday that follows, or, less surely, where the lead tells of it as done and nothing is newer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from daybook.clean.knowledge import load
from daybook.dates.case import Case, Spoken
from daybook.dates.rules.counted import is_quoted
from daybook.values import FoundDate

_NEAR = 8
"""Sentences in which such a day must stand to be the day of the news."""
_LEAD = 3
"""Sentences in which it does so without a verb of reporting."""
_SOON = (1, 2, 3)
"""Days behind it whose weekdays the lead must not speak of."""
_HALF_YEAR = timedelta(days=182)
_SATURDAY = 5
_BEFORE = 40
_AFTER = 120
_WORD = re.compile(r"[^\W\d_]+")
_OF_HOURS = re.compile(r"\b(?:hours|morning|afternoon|evening|night) of (?:the )?$")
_BREAK = re.compile(r"[.!?…:\"”»]\s|\n\s*\n")
_COUNTS = re.compile(r"\b(?:today|yesterday|tonight|tomorrow)\b", re.I)
_SENTENCE = 600
"""Characters around the day that are read of its sentence."""


def rule(case: Case) -> FoundDate | None:
    known = list(_known(case))
    newest = max((value for value, _ in known), default=None)
    bare = {s.day.weekday for s in case.spoken if s.day.day is None and not s.ahead}
    asked = [(v, s) for v, s in known if v == newest and s.day.weekday is not None and not s.behind]
    for value, spoken in asked:
        followed = (value.weekday() + 1) % 7 in bare
        if spoken.sentence < _NEAR and (spoken.reported or (spoken.day.weekday in bare and not followed)):
            return case.found(value, "weekday-month-day", spoken.day, 0.93)
    for value, spoken in asked:
        if spoken.sentence < _LEAD and _is_newest(case, value) and _is_told(case, spoken):
            return case.found(value, "weekday-month-day", spoken.day, 0.82)
    return None


def _known(case: Case) -> Iterator[tuple[date, Spoken]]:
    for spoken in case.spoken:
        value = case.settle(spoken.day) if spoken.day.day and not spoken.ahead else None
        if value is not None and value in case.coverage:
            yield value, spoken


def _is_newest(case: Case, value: date) -> bool:
    """Whether the article tells of nothing done behind the day: no date, also of those without a year, and no weekday."""
    if case.since is not None and case.since > value:
        return False
    for spoken in case.spoken:
        day = spoken.day
        if spoken.ahead:
            continue
        if day.day is None:
            behind = (day.weekday - value.weekday()) % 7 if day.weekday is not None else 0
            if behind == 1 or (behind in _SOON and spoken.sentence < _LEAD):
                return False
        elif day.year is None and any(value < other <= value + _HALF_YEAR for other in case.years(day)):
            return False
    return value not in {event.first for event in case.authority.events}


def _is_told(case: Case, spoken: Spoken) -> bool:
    """Whether the sentence tells of the day as done: a verb of the past, no word of what is to come or of remembrance."""
    layer, day = case.raw.layer, spoken.day
    sentence = case.text.sentences[spoken.sentence]
    before = layer[max(sentence.start, day.start - _SENTENCE) : day.start]
    after = layer[day.end : min(sentence.end, day.end + _SENTENCE)]
    # Of the layer: a line that a wire has wrapped may begin with the day, and be taken for a sentence.
    beside = _words(_BREAK.split(layer[max(0, day.start - _BEFORE) : day.start])[-1])[-1:]
    if not (_cues("not_done") | _cues("ahead")).isdisjoint(beside) and not _OF_HOURS.search(before):
        return False
    words = {*_words(before), *_words(after)}
    if not _cues("remembered").isdisjoint(words) or _turns_ahead(_words(after[:_AFTER])[:10]):
        return False
    reports = not _cues("report").isdisjoint(words)
    past = reports or not _cues("past").isdisjoint(words) or any(word.endswith("ed") for word in words)
    if not past or is_quoted(case, day.start) or _counts_from_another(case):
        return False
    # What was done at a weekend is as often told in the week behind it, unless somebody reports of it.
    return reports or (day.weekday or 0) < _SATURDAY or _lead_reports(case)


def _turns_ahead(words: list[str]) -> bool:
    """Whether what is to come follows before anything is reported: `the mayor will open`, not `the mayor said it will`."""
    for word in words:
        if word == "that" or word in _cues("report"):
            return False
        if word in _cues("to_come"):
            return True
    return False


def _lead_reports(case: Case) -> bool:
    sentences = case.text.sentences[:_LEAD]
    words = (word for s in sentences for word in _words(case.raw.layer[s.start : s.end][:_SENTENCE]))
    return not _cues("report").isdisjoint(words)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _counts_from_another(case: Case) -> bool:
    """Whether the lead, outside of what is quoted, calls days `today` or `yesterday`: the day named is another one."""
    sentences = case.text.sentences[:_LEAD]
    return any(
        not is_quoted(case, match.start())
        for sentence in sentences
        for match in _COUNTS.finditer(case.raw.layer, sentence.start, sentence.end)
    )


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(load("day_cues")[kind].split())
