"""`on Monday`, beside captions of the days before: the first such weekday on or after the newest caption's day.

A caption's photo is older than its article, but seldom by more than a few days when the news is young.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from daybook.dates.case import Case, Spoken
from daybook.values import FoundDate

_WITHIN = 3
"""Days between the newest caption and the article; further off the caption bounds nothing."""
_YOUNG = timedelta(days=14)
"""From the oldest caption to the newest; older ones are file photos, and so may the newest be."""
_LEAD = 4
_TOP_SENTENCES = 12


def rule(case: Case) -> FoundDate | None:
    bound = max(case.captions, default=None)
    if bound is None or bound not in case.coverage or bound - min(case.captions) > _YOUNG:
        return None
    named = [
        s for s in case.spoken if s.day.weekday is not None and not s.day.day and not s.ahead and not s.behind
    ]
    lead = [s for s in named if s.sentence < _LEAD]
    if not lead or not _agree(named):
        return None
    value = bound + timedelta(days=((lead[0].day.weekday or 0) - bound.weekday()) % 7)
    if value - bound > timedelta(days=_WITHIN) or value not in case.coverage:
        return None
    return case.found(value, "weekday", lead[0].day, 0.7)


def _agree(named: list[Spoken]) -> bool:
    """Whether one weekday rules the top of the article; two as frequent ones leave it open which is today."""
    counts = Counter(s.day.weekday for s in named if s.sentence < _TOP_SENTENCES).most_common(2)
    return len(counts) == 1 or counts[0][1] > counts[1][1]
