"""The days that an article could also have come out on, and why each was passed over.

A `Rival`'s `why` is the rule that spoke for the day, or what spoke against it: `future` (behind the end of the coverage),
`early` (before its beginning), `event` (the first day of a known event), `past` and `ahead` (so its words say), `year` (the
coverage leaves its year open), `once` (told of once, or outside of the lead, so no proof), `alone` (far from the archive's
other days).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from daybook.dates.case import Case, Spoken
from daybook.values import FoundDate, Rival

MOST = 6
_LONGEST = 80
_REPORTED = 0.4
_NAMED = 0.2
_REFUSED = 0.1
_LEAD = 3


def rivals(case: Case, answers: tuple[FoundDate, ...], found: FoundDate | None) -> tuple[Rival, ...]:
    """At most `MOST`, the strongest first; of a dated article what other rules say, and what it reports of later days."""
    best: dict[str, Rival] = {}
    for rival in (*_answered(case, answers), *_spoken(case, found)):
        if found is not None and rival.target == found.value.isoformat():
            continue
        if rival.target not in best or best[rival.target].score < rival.score:
            best[rival.target] = rival
    return strongest(best.values())


def strongest(rivals_: Iterable[Rival]) -> tuple[Rival, ...]:
    return tuple(sorted(rivals_, key=lambda rival: (-rival.score, rival.target)))[:MOST]


def _answered(case: Case, answers: tuple[FoundDate, ...]) -> Iterator[Rival]:
    for answer in answers:
        words, target = answer.words[:_LONGEST], answer.value.isoformat()
        outside = _outside(case, answer.value)
        if outside:
            yield Rival("date", target, words, _REFUSED, outside)
        else:
            yield Rival("date", target, words, answer.confidence, answer.rule)


def _spoken(case: Case, found: FoundDate | None) -> Iterator[Rival]:
    for spoken in case.spoken:
        if spoken.day.day is None:
            continue
        value = case.settle(spoken.day)
        for day in [value] if value else case.years(spoken.day):
            why = _against(case, spoken, day) or ("once" if value else "year")
            if found is not None and (why != "once" or not spoken.reported or day <= found.value):
                continue
            words = case.raw.layer[spoken.day.start : spoken.day.end][:_LONGEST]
            yield Rival("date", day.isoformat(), words, _score(spoken, why), why)


def _against(case: Case, spoken: Spoken, day: date) -> str:
    outside = _outside(case, day)
    if outside:
        return outside
    if day in {event.first for event in case.authority.events}:
        return "event"
    return "ahead" if spoken.ahead else "past" if spoken.behind else ""


def _outside(case: Case, day: date) -> str:
    """Why the coverage does not hold the day; empty where it does."""
    if day in case.coverage:
        return ""
    return "early" if case.coverage.first is not None and day < case.coverage.first else "future"


def _score(spoken: Spoken, why: str) -> float:
    if why not in ("once", "year"):
        return _REFUSED
    score = _REPORTED if spoken.reported else _NAMED
    score += 0.1 if spoken.sentence < _LEAD else 0.0
    return round(score / 2 if why == "year" else score, 2)
