"""`entered its fifth day`, `invasion five days ago`: days counted from the first day of a known event.

The first day counts as day 1. "Five days ago" is counted both ways by newsrooms, so a weekday in its sentence must agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from daybook.clean.days import DayWords
from daybook.clean.knowledge import load
from daybook.content.authority import Event
from daybook.dates.case import Case
from daybook.values import FoundDate, Sentence


@dataclass(frozen=True, slots=True)
class _Count:
    start: int
    end: int
    values: tuple[int, ...]
    """Days after the first day that the words can mean."""


def rule(case: Case) -> FoundDate | None:
    for event in case.authority.events:
        words = _noun(event)
        for index, sentence in enumerate(case.text.sentences):
            text = case.raw.layer[sentence.start : sentence.end]
            if words is None or not words.search(text):
                continue
            for count in _counts(text):
                found = _answer(case, event, index, sentence, count)
                if found is not None:
                    return found
    return None


def _answer(case: Case, event: Event, index: int, sentence: Sentence, count: _Count) -> FoundDate | None:
    weekdays = {
        s.day.weekday
        for s in case.spoken
        if s.sentence == index and s.day.weekday is not None and not s.ahead
    }
    values = [event.first + timedelta(days=days) for days in count.values]
    if len(values) > 1 or weekdays:
        values = [value for value in values if value.weekday() in weekdays]
    if len(values) != 1 or values[0] not in case.coverage:
        return None
    words = DayWords(sentence.start + count.start, sentence.start + count.end, "")
    return case.found(values[0], "event-day", words, 0.9)


def _counts(text: str) -> Iterator[_Count]:
    for match in _patterns()[0].finditer(text):
        yield _Count(match.start(), match.end(), (_number(match[1] or match[2]) - 1,))
    for match in _patterns()[1].finditer(text):
        days = _number(match[1])
        yield _Count(match.start(), match.end(), (days - 1, days))


def _noun(event: Event) -> re.Pattern[str] | None:
    if not event.words:
        return None
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in event.words) + r")\b", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = load("day_cues")
    number = "|".join([*sorted(cues["cardinals"].split(), key=len, reverse=True), r"\d{1,3}"])
    ordinal = "|".join([*sorted(cues["ordinals"].split(), key=len, reverse=True), r"\d{1,3}(?:st|nd|rd|th)"])
    nth = rf"\b(?:(?:its|the|a|their) ({ordinal}) (?:full )?day|day ({number}))\b"
    ago = rf"\b({number}) days (?:ago|into|earlier|after|since)\b"
    return re.compile(nth, re.I), re.compile(ago, re.I)


def _number(words: str) -> int:
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    cues = load("day_cues")
    for kind in ("cardinals", "ordinals"):
        names = cues[kind].split()
        if words.lower() in names:
            return int(names.index(words.lower())) + 1
    raise ValueError(words)


def first_days(case: Case) -> set[date]:
    return {event.first for event in case.authority.events}
