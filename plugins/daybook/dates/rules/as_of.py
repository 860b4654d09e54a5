"""`as of the evening of March 14`, `as of 10 a.m. on 14 March`: a report says up to which hour of its own day it goes.

`As of March 14` without an hour is as often the day from which a law is in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.days import DayWords, scan
from daybook.dates.case import Case, shift
from daybook.values import FoundDate

_LEAD = 3
"""Sentences."""
_WINDOW = 80
_LONGEST_TITLE = 300
_AS_OF = re.compile(
    r"\bas of (?:the )?(?:early |late )?"
    r"(?:morning|noon|midday|afternoon|evening|night|midnight|(?:beginning|start|end) of the day"
    r"|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: hours| o['’]clock)?(?: local time| [A-Z]{2,4})?)"
    r"(?: of| on|,)?(?: the)? ?$",
    re.I,
)


def rule(case: Case) -> FoundDate | None:
    done = [value for s in case.spoken if s.day.day and not s.ahead and (value := case.settle(s.day))]
    for before, day in _days(case):
        value = case.settle_line(day) if _AS_OF.search(" ".join(before.split()) + " ") else None
        if value is not None and value in case.coverage and value >= max(done, default=value):
            return case.found(value, "as-of", day, case.sure(day, 0.88))
    return None


def _days(case: Case) -> Iterator[tuple[str, DayWords]]:
    """The days of title and lead, each behind the words before it."""
    title, layer = case.text.title_span, case.raw.layer
    if title is not None and title.end - title.start <= _LONGEST_TITLE:
        for day in scan(layer[title.start : title.end]):
            if day.day is not None:
                yield layer[title.start : title.start + day.start], shift(day, title.start)
    for spoken in case.spoken:
        if spoken.sentence < _LEAD and spoken.day.day is not None and not spoken.ahead:
            start = max(case.text.sentences[spoken.sentence].start, spoken.day.start - _WINDOW)
            yield layer[start : spoken.day.start], spoken.day
