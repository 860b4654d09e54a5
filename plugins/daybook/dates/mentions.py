"""The days that an article speaks of, resolved against the day it came out.

Counted in TimeBank: a bare weekday means the latest such day up to the day of publication in 90 of 100 cases, a month
and day without a year the nearest one in 93.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from daybook.clean.days import DayWords
from daybook.dates.case import Case, Spoken, looks_ahead
from daybook.dates.relative import Context, finders
from daybook.values import FoundDate, Mention

_ISO_DAY = 10
"""Characters of an ISO day; a month has fewer."""
_BEFORE = 12


def mentions(case: Case, found: FoundDate | None) -> tuple[Mention, ...]:
    """Every day spoken of, in order; the one that proves the day of publication has the role `publication`."""
    published = found.value if found else None
    spoken = [m for s in case.spoken if (m := _mention(case, s, published))]
    if published is not None:
        spoken += _relative(case, published, spoken)
    if found is not None and found.start is not None and found.end is not None:
        spoken = [m for m in spoken if m.end <= (found.start or 0) or m.start >= (found.end or 0)]
        words = case.raw.layer[found.start : found.end]
        target = found.value.isoformat()
        proof = Mention(
            "date", target, words, found.start, found.end, found.sentence, found.rule, "publication"
        )
        spoken.append(proof)
    return tuple(sorted(spoken, key=lambda mention: mention.start))


def _mention(case: Case, spoken: Spoken, published: date | None) -> Mention | None:
    target = _target(case, spoken, published)
    if target is None:
        return None
    day = spoken.day
    key = case.text.sentences[spoken.sentence].id
    return Mention(
        "date", target, case.raw.layer[day.start : day.end], day.start, day.end, key, "day-words", "event"
    )


def _target(case: Case, spoken: Spoken, published: date | None) -> str | None:
    day = spoken.day
    if day.day is not None:
        value = day.full if day.year else _nearest(day, published) or case.settle(day)
        return value.isoformat() if value else None
    if day.month is not None and day.year is not None:
        return f"{day.year:04}-{day.month:02}"
    if day.weekday is None or published is None:
        return None
    before = case.raw.layer[max(0, day.start - _BEFORE) : day.start].casefold()
    return _weekday(day.weekday, published, before, spoken.ahead).isoformat()


def _nearest(day: DayWords, published: date | None) -> date | None:
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    values = [value for year in years if 1 <= year <= 9999 and (value := day.in_year(year))]
    return min(values, key=lambda value: (abs((value - published).days), value), default=None)


def _weekday(weekday: int, published: date, before: str, ahead: bool) -> date:
    back = (published.weekday() - weekday) % 7
    word = before.split()[-1:]
    if word in (["last"], ["past"]):
        return published - timedelta(days=back or 7)
    if word in (["next"], ["coming"]):
        return published + timedelta(days=7 - back)
    if ahead and back:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def _relative(case: Case, published: date, named: list[Mention]) -> Iterator[Mention]:
    """Days said without a name, where no named day stands at the words."""
    anchors: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        if len(mention.target) == _ISO_DAY:
            anchors[mention.sentence or ""].add(mention.target)
    taken = {mention.start for mention in named}
    paragraphs = case.text.paragraphs
    asked = finders(case.raw.layer[paragraphs[0].start : paragraphs[-1].end]) if paragraphs else ()
    for sentence in case.text.sentences if asked else ():
        text = case.raw.layer[sentence.start : sentence.end]
        around = anchors[sentence.id]
        anchor = date.fromisoformat(next(iter(around))) if len(around) == 1 else None
        context = Context(published, anchor, partial(looks_ahead, text))
        for words in (words for finder in asked for words in finder(text, context)):
            start, end = sentence.start + words.start, sentence.start + words.end
            if start not in taken:
                key = sentence.id
                yield Mention(
                    "date", words.target, case.raw.layer[start:end], start, end, key, "relative-day", "event"
                )
