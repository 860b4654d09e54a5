"""`tomorrow, March 24`, `yesterday (June 17)`, `today, 2 March`: the article counts from its own day, and says which.

A speaker counts from the day of the speech, which may be long past, and `a year ago today, on March 2` counts from another
day: neither is proof.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from daybook.dates.case import Case, Spoken, sentence_at
from daybook.values import FoundDate

_BEFORE = re.compile(
    r"(?<!ago )\b(?:(today|tonight|this (?:morning|afternoon|evening))|(yesterday)|(tomorrow))"
    r"(?:[,(]| [-–—(])? ?(?:on )?$",
    re.I,
)
_WINDOW = 30
_QUOTE = 5000
"""Characters; the longest quotation that is looked for."""
Back = Callable[[Case, Spoken], timedelta | None]


def rule(case: Case) -> FoundDate | None:
    return agreed(case, _back, "counted", 0.95)


def agreed(case: Case, back: Back, rule: str, confidence: float) -> FoundDate | None:
    """The one day that all days named lead back to; several prove nothing."""
    days: dict[date, Spoken] = {}
    for spoken in case.spoken:
        by = back(case, spoken) if spoken.day.day else None
        value = case.settle(spoken.day) if by is not None else None
        if value is not None and by is not None:
            days.setdefault(value - by, spoken)
    if len(days) != 1:
        return None
    ((value, spoken),) = days.items()
    return case.found(value, rule, spoken.day, confidence) if value in case.coverage else None


def _back(case: Case, spoken: Spoken) -> timedelta | None:
    """From the day named back to the article's own: a day less for `yesterday`; None where nothing says so."""
    sentence, start = case.text.sentences[spoken.sentence], spoken.day.start
    before = case.raw.layer[max(sentence.start, start - _WINDOW) : start]
    match = _BEFORE.search(" ".join(before.split()) + (" " if before[-1:].isspace() else ""))
    if match is None or is_quoted(case, start):
        return None
    return timedelta(days=0 if match[1] else -1 if match[2] else 1)


def is_quoted(case: Case, at: int) -> bool:
    """Whether a quotation is open there, in its paragraph."""
    index = sentence_at(case.text.sentences, at)
    paragraph = case.text.paragraphs[case.text.sentences[index].paragraph] if index is not None else None
    before = case.raw.layer[max(paragraph.start if paragraph else 0, at - _QUOTE) : at]
    opened = before.count("“") + before.count("«") + before.count("„")
    closed = before.count("”") + before.count("»")
    return opened > closed or before.count('"') % 2 == 1
