"""A day that stands alone: in a large archive, far from every other day, and of one or two articles that do not print its year.

Such a day is more often a slip of the pen (`July 29` for June 29) than the only news of its weeks. It goes to review.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from daybook.draft import Draft
from daybook.values import Problem, Rival

_MOST = 2
_FAR = 4
"""Days to the nearest day of more than `_MOST` articles: further than a long weekend's silence."""
_LARGE = 1000
"""Dated articles; a smaller archive has days enough of one article."""
_RARE = 500
"""One such article in so many, at most; where there are more, the archive is one of lone days."""
_YEAR = re.compile(r"\d{4}")


def without_alone(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in their order, those of a lone day undated, with the day as a rival. The newest days are let be: an
    archive that grows has but a few articles of today."""
    counts = Counter(draft.date.value for draft in drafts if draft.date is not None)
    total = counts.total()
    if total < _LARGE:
        return list(drafts)
    lone = _lone(counts)
    if sum(counts[day] for day in lone) * _RARE > total:
        return list(drafts)
    return [_doubted(draft) if _is_lone(draft, lone) else draft for draft in drafts]


def _lone(counts: Counter[date]) -> set[date]:
    full = {day for day, count in counts.items() if count > _MOST}
    newest = max(full, default=date.min)
    return {
        day
        for day, count in counts.items()
        if count <= _MOST and day < newest and full.isdisjoint(_around(day))
    }


def _around(day: date) -> Iterator[date]:
    numbers = range(
        max(1, day.toordinal() - _FAR + 1), min(date.max.toordinal(), day.toordinal() + _FAR - 1) + 1
    )
    return (date.fromordinal(number) for number in numbers)


def _is_lone(draft: Draft, lone: set[date]) -> bool:
    found = draft.date
    return (
        found is not None
        and found.value in lone
        and found.start is not None
        and not _YEAR.search(found.words)
    )


def _doubted(draft: Draft) -> Draft:
    found = draft.date
    if found is None:
        return draft
    day = found.value.isoformat()
    problem = Problem(
        draft.raw.path,
        "date",
        "alone",
        "a day near the archive's other days",
        f"{day} ({found.words}), of which the archive has next to nothing",
        "state the day, with its year, in a sidecar or in the article's file",
    )
    rival = Rival("date", day, found.words, found.confidence / 2, "alone")
    kept = tuple(mention for mention in draft.mentions if mention.role != "publication")
    return replace(
        draft,
        date=None,
        mentions=kept,
        problems=(*draft.problems, problem),
        rivals=(rival, *draft.rivals),
    )
