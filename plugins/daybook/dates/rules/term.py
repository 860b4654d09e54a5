"""`will sell bills tomorrow under a 55-day accord maturing on May 12`: a term, its end, and the day it is counted from.

May 12 less 55 days is tomorrow's day. Where the sentence of the end names no term or no beginning, the article's only term
and the beginning that its lead names are meant.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

from daybook.dates.case import Case, Spoken
from daybook.dates.rules.counted import agreed, is_quoted
from daybook.values import FoundDate

_TERM = re.compile(r"(?<![\w.,])(\d{1,3})[- ]day\b")
_ENDS = re.compile(r"(?:matur(?:ing|es?)|expir(?:ing|es?)|ending|ends|due|pledged|repaid|redeemed)(?: on)? $")
_FROM = re.compile(r"\b(?:(today)|(yesterday)|(tomorrow))\b(?!['’])", re.I)
_WINDOW = 16
_FAR = 400
_LEAD = 2
"""Sentences."""


def rule(case: Case) -> FoundDate | None:
    if not any(spoken.day.day for spoken in case.spoken):
        return None
    sentences = case.text.sentences
    terms = {
        term for sentence in sentences for term in _TERM.findall(case.raw.layer, sentence.start, sentence.end)
    }
    lead = [match for s in sentences[:_LEAD] for match in _FROM.finditer(case.raw.layer, s.start, s.end)]
    return agreed(case, partial(_back, terms=list(terms), lead=lead), "term", 0.92)


def _back(case: Case, spoken: Spoken, terms: list[str], lead: list[re.Match[str]]) -> timedelta | None:
    """From the day named back to the article's own; None where not one term and one beginning are said."""
    sentence, start = case.text.sentences[spoken.sentence], spoken.day.start
    first, last = max(sentence.start, start - _FAR), min(sentence.end, start + _FAR)
    before = case.raw.layer[first:start]
    if not _ENDS.search(" ".join(before[-_WINDOW:].split()) + " ") or is_quoted(case, start):
        return None
    terms = _TERM.findall(before)[-1:] or terms
    begins = list(_FROM.finditer(case.raw.layer, first, last)) or lead
    if len(terms) != 1 or len(begins) != 1:
        return None
    offset = 0 if begins[0][1] else -1 if begins[0][2] else 1
    return timedelta(days=int(terms[0]) + offset)
