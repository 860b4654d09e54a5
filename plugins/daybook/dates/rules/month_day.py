"""`said on March 3`: the newest day that the article speaks of as done, where it reports from it.

Newsrooms that write `on March 3` for today do so throughout: an article that says `today`, `yesterday` or bare weekdays
means another day by its dates. A day still to come (`set to begin on March 4`), the first day of a known event and days
set apart as past prove nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from daybook.dates.case import Case, Spoken
from daybook.values import FoundDate

_LEAD = 3
_OFTEN = 2
_DAYS = 3
"""So many days told by their names are a newsroom's habit; then one report in the lead is enough."""
_TODAY = re.compile(r"\b(?:today|yesterday|tonight|tomorrow)\b", re.I)


def rule(case: Case) -> FoundDate | None:
    by_day: dict[date, list[Spoken]] = defaultdict(list)
    for spoken in case.spoken:
        value = case.settle(spoken.day) if spoken.day.day else None
        if value is not None and value in case.coverage and not spoken.ahead:
            by_day[value].append(spoken)
    if not by_day or _speaks_of_today(case):
        return None
    newest = max(by_day)
    told = [spoken for spoken in by_day[newest] if spoken.reported and not spoken.behind]
    if not told or newest in {event.first for event in case.authority.events}:
        return None
    throughout = len(by_day) >= _DAYS and told[0].sentence < _LEAD
    if len(told) < _OFTEN and (len(by_day[newest]) < _OFTEN or told[0].sentence >= _LEAD) and not throughout:
        return None
    confidence = 0.92 if len(told) > _OFTEN else 0.85
    return case.found(newest, "month-day", told[0].day, confidence)


def _speaks_of_today(case: Case) -> bool:
    """Whether the article counts from its own day in other words."""
    bare = sum(s.day.weekday is not None and s.day.day is None and not s.ahead for s in case.spoken)
    dated = sum(s.day.day is not None for s in case.spoken)
    if bare * 2 > dated:
        return True
    paragraphs = case.text.paragraphs
    return (
        bool(paragraphs)
        and _TODAY.search(case.raw.layer, paragraphs[0].start, paragraphs[-1].end) is not None
    )
