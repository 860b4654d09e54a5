"""`will sell bills tomorrow under a 55-day accord maturing on May 12`: a term, its end, and the day it is counted from.

May 12 less 55 days is tomorrow's day.
"""

from __future__ import annotations

import re
from datetime import timedelta

from daybook.dates.case import Case, Spoken
from daybook.dates.rules.counted import agreed, is_quoted
from daybook.values import FoundDate

_TERM = re.compile(r"(?<![\w.,])(\d{1,3})[- ]day\b")
_ENDS = re.compile(r"(?:matur(?:ing|es?)|expir(?:ing|es?)|ending|ends|due)(?: on)? $")
_FROM = re.compile(r"\b(?:(today)|(yesterday)|(tomorrow))\b(?!['’])", re.I)
_WINDOW = 16


def rule(case: Case) -> FoundDate | None:
    return agreed(case, _back, "term", 0.9)


def _back(case: Case, spoken: Spoken) -> timedelta | None:
    """From the day named back to the article's own; None where its sentence does not say one term and one beginning."""
    sentence, start = case.text.sentences[spoken.sentence], spoken.day.start
    before = case.raw.layer[sentence.start : start]
    if not _ENDS.search(" ".join(before[-_WINDOW:].split()) + " "):
        return None
    text = case.raw.layer[sentence.start : sentence.end]
    terms = list(_TERM.finditer(before))
    begins = list(_FROM.finditer(text))
    if not terms or len(begins) != 1 or is_quoted(before):
        return None
    offset = 0 if begins[0][1] else -1 if begins[0][2] else 1
    return timedelta(days=int(terms[-1][1]) + offset)
