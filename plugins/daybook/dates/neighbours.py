"""What only the whole archive can say of a day: which of two articles tells the same events, and which day is too late."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from daybook.content.authority import Authority
from daybook.dates.alone import without_alone
from daybook.dates.case import Case, case
from daybook.dates.likeness import Archive, Neighbour
from daybook.dates.mentions import mentions
from daybook.dates.rivals import strongest
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import FoundDate, Rival

RULE = "neighbours"
_LIKE = 0.6
"""Cosine from which two stories tell the same events, where the article's lead also names the day's weekday."""
_SAME = 0.85
"""Cosine from which they do without one: two copies of one report. In Reuters' file, half of it without datelines, such
copies are of one day in 81 of 100 cases, within a day in 95; from 0.7 to 0.8 in 68 and 82."""
_TOLD = 0.3
"""Cosine from which a person is told of the likest article, where it proves nothing."""
_FIGURES_LIKE = 0.5
_FIGURES_SAME = 0.8
"""The share of its figures that the other story has too: a notice printed each week differs in them alone."""
_LEAD = 4
"""Sentences."""
_FIGURE = re.compile(r"\d[\d,.]{0,12}\d")
_MOST_CHARACTERS = 20_000
_APART = 1.5
"""How much liker the nearest day must be than the next one."""
_CONFIDENCE = 0.8
_STATED = frozenset({"stated", "posted", "updated", "dateline", "header-line", "title", "url", "file-name"})
_LEAP = timedelta(days=3650)
"""An archive may jump by years; a stated day a decade behind all others is a slip or a lie."""


def neighbours(drafts: Sequence[Draft], coverage: Coverage) -> list[Draft]:
    """The drafts in their order, some that state no day now dated, and days in the future taken back.

    An article is dated by its neighbours where it is much like one or more articles of one day, like none of another day
    nearly as much, and names that day's weekday, or none.
    """
    known = without_alone(_without_future(list(drafts), coverage))
    undated = [index for index, draft in enumerate(known) if draft.date is None and draft.text.paragraphs]
    dated = [index for index, draft in enumerate(known) if draft.date is not None]
    if not undated or not dated:
        return known
    archive = Archive([_body(known[index]) for index in dated], [_body(known[index]) for index in undated])
    for index, near in zip(undated, archive.nearest(_TOLD), strict=True):
        known[index] = _dated(known[index], [(n, known[dated[n.index]]) for n in near], coverage)
    return known


def _body(draft: Draft) -> str:
    return "\n".join(draft.raw.layer[span.start : span.end] for span in draft.text.paragraphs)


def _dated(draft: Draft, near: list[tuple[Neighbour, Draft]], coverage: Coverage) -> Draft:
    days: dict[date, tuple[float, Draft]] = {}
    for neighbour, other in near:
        if other.date is not None and other.date.value not in days:
            days[other.date.value] = (neighbour.likeness, other)
    ranked = [(value, *days[value]) for value in days if value in coverage]
    if not ranked:
        return draft
    value, likeness, other = ranked[0]
    apart = len(ranked) == 1 or ranked[1][1] * _APART <= likeness
    seen = case(draft.raw, draft.text, None, Authority(), coverage)
    if not apart or not _tells_the_same(seen, draft, other, value, likeness):
        rival = Rival("date", value.isoformat(), other.raw.path, round(likeness, 3), RULE)
        return _with_rival(draft, rival)
    found = FoundDate(value, RULE, f"as told in {other.raw.path}", "day", _CONFIDENCE)
    others = tuple(mention for mention in draft.mentions if mention.kind != "date")
    rivals = tuple(r for r in draft.rivals if (r.of, r.target) != ("date", value.isoformat()))
    return replace(draft, date=found, mentions=(*mentions(seen, found), *others), rivals=rivals)


def _with_rival(draft: Draft, rival: Rival) -> Draft:
    """The draft with one more day that it could be of; the strongest are kept."""
    days = strongest([rival, *(r for r in draft.rivals if r.of == "date" and r.target != rival.target)])
    return replace(draft, rivals=(*days, *(r for r in draft.rivals if r.of != "date")))


def _tells_the_same(seen: Case, draft: Draft, other: Draft, value: date, likeness: float) -> bool:
    """Whether two articles tell the events of one day: much the same words and figures, and no word against the day."""
    weekdays = _weekdays(seen)
    if likeness < (_LIKE if weekdays else _SAME) or not _fits(seen, value, weekdays):
        return False
    mine, theirs = _figures(draft), _figures(other)
    return len(mine & theirs) >= (_FIGURES_LIKE if weekdays else _FIGURES_SAME) * len(mine)


def _figures(draft: Draft) -> set[str]:
    return set(_FIGURE.findall(_body(draft)[:_MOST_CHARACTERS]))


def _weekdays(seen: Case) -> set[int]:
    """The weekdays that the article's lead speaks of as done."""
    return {
        s.day.weekday
        for s in seen.spoken
        if s.day.weekday is not None
        and s.day.day is None
        and not s.ahead
        and not s.behind
        and s.sentence < _LEAD
    }


def _fits(seen: Case, value: date, weekdays: set[int]) -> bool:
    """Whether the article's own words allow the day: its weekdays, and the days it speaks of as done."""
    done = [seen.settle(s.day) for s in seen.spoken if s.day.day and not s.ahead]
    newest = max((day for day in done if day), default=None)
    return (not weekdays or value.weekday() in weekdays) and (newest is None or newest <= value)


def _without_future(drafts: list[Draft], coverage: Coverage) -> list[Draft]:
    """Where the coverage is open, a day needs another article's day near before it."""
    if coverage.last is not None:
        return drafts
    newest_first = sorted(
        ((draft.date, index) for index, draft in enumerate(drafts) if draft.date is not None),
        key=lambda item: (item[0].value, item[1]),
        reverse=True,
    )
    for (found, index), (before, _) in pairwise(newest_first):
        limit = _LEAP if found.rule in _STATED else timedelta(days=1)
        if found.value - before.value <= limit:
            break
        kept = tuple(m for m in drafts[index].mentions if m.role != "publication")
        refused = Rival("date", found.value.isoformat(), found.words[:80], 0.1, "future")
        drafts[index] = _with_rival(replace(drafts[index], date=None, mentions=kept), refused)
    return drafts
