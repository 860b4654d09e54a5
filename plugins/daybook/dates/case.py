"""What the date rules look at: one article, and every day named in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from daybook.clean.days import DayWords, scan
from daybook.clean.knowledge import load
from daybook.content.authority import Authority, Outlet
from daybook.dates import years
from daybook.settings import Coverage
from daybook.values import CleanText, FoundDate, RawArticle, Sentence

_WORD = re.compile(r"[^\W\d_]+")
_CUE_WINDOW = 60
_REPORT_WINDOW = 60
_LONGEST_CAPTION = 2000
_BEFORE_WEEKDAY = 12
_YEAR_BY_WEEKDAY = 0.88
"""A judgement: a weekday in the lead may be that of the day before."""
_YEAR_BY_LOOSE_WEEKDAY = 0.8
"""So is this: a weekday that no verb of reporting stands beside may be any day's."""
_NO_OWN_DAY = re.compile(
    r"\b(?:the|a|an|this|that|each|every|[Nn]ext|[Ll]ast|by|until|till|for|from|to|['’]s)\s$"
)
"""Before a weekday that is no day of the news: `the Friday talks`, `by Friday`."""
_POSSESSIVE = re.compile(r"['’]s?\b|s\b|-")
_LEAD = 3
"""Sentences."""
RANGE = re.compile(
    r"\s?(?:[-–—/]|to|through|till|until)\s?\d{1,2}(?:st|nd|rd|th)?\b(?![:.,]\d)"
    r"|\s?(?:and|&)\s\d{1,2}(?:st|nd|rd|th)?\s?[,.;)]"
)
"""`March 1-3`, `February 24 to 26`: no one day."""
_SAYS = re.compile(r"\b(?:said|says|told \w+|wrote|tweeted)(?: late| early)?(?: on)?\s$")
_MODIFIES = re.compile(r"[^\W\d_]|\d{1,2}\s")
"""`the March 3 talks`, `the 3 March talks`, but not `the 3rd of March`."""
_CLAUSE_END = re.compile(r"[;:.!?”\"]\s")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A day named in the body."""

    day: DayWords
    """Offsets count in the layer."""
    sentence: int
    """Index into `CleanText.sentences`."""
    ahead: bool
    """Whether its clause speaks of what is to come."""
    behind: bool
    """Whether its words set it apart as past."""
    reported: bool
    """Whether a verb of reporting stands beside it: `said on March 3`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article before the date rules."""

    raw: RawArticle
    text: CleanText
    outlet: Outlet | None
    """What the authority file says of its outlet."""
    authority: Authority
    coverage: Coverage
    spoken: tuple[Spoken, ...]
    said: Mapping[tuple[int | None, int | None], Set[date]]
    """The days that the body names with their year, by month and day."""
    captions: tuple[date, ...]
    """The days of its captions that are no later than the coverage."""
    since: date | None
    """The newest day that body or captions tell as past with its year: the article is no older."""

    def years(self, day: DayWords) -> list[date]:
        """The days of the coverage that `day` can mean; none where its year is open and the coverage too."""
        return years.candidates(day, self.coverage, self.since)

    def settle(self, day: DayWords) -> date | None:
        """The one day that `day` means; None where the coverage leaves several years and the text proves none.

        A text that names the same day of another year elsewhere leaves it open which of them is meant.
        """
        value = years.settled(day, self.coverage, self.since, max(self.captions, default=None))
        return (
            value if day.year is not None or value in self.said.get((day.month, day.day), (value,)) else None
        )

    def settle_line(self, day: DayWords) -> date | None:
        """As `settle`, for a day that stands in a line of its own: a weekday that the lead reports of tells the year."""
        years = self.years(day)
        return self.settle(day) or self.by_weekday(years) or self.by_weekday(years, loosely=True)

    def sure(self, day: DayWords, confidence: float) -> float:
        """The confidence of `settle_line`'s answer: less where the lead's weekday told the year."""
        if self.settle(day):
            return confidence
        told = self.by_weekday(self.years(day))
        return min(confidence, _YEAR_BY_WEEKDAY if told else _YEAR_BY_LOOSE_WEEKDAY)

    def by_weekday(self, days: Iterable[date], loosely: bool = False) -> date | None:
        """The one of several days that is a weekday by which the lead reports: `the mayor said on Tuesday`.

        `loosely` also takes a weekday that something was done on, where the lead reports of none.
        """
        lead = [
            s
            for s in self.spoken
            if s.sentence < _LEAD
            and s.day.weekday is not None
            and s.day.day is None
            and not s.ahead
            and not s.behind
        ]
        reported = {s.day.weekday for s in lead if s.reported}
        if loosely and reported:
            return None
        told = {s.day.weekday for s in lead if self._is_own_day(s.day)} if loosely else reported
        found = [day for day in days if day.weekday() in told and day in self.coverage]
        return found[0] if len(found) == 1 else None

    def _is_own_day(self, day: DayWords) -> bool:
        """Whether a bare weekday stands as a day of its own, and not before a noun: `on Friday`, not `the Friday talks`."""
        before = self.raw.layer[max(0, day.start - _BEFORE_WEEKDAY) : day.start]
        return not (_NO_OWN_DAY.search(before) or _POSSESSIVE.match(self.raw.layer, day.end))

    def found(self, value: date, rule: str, day: DayWords, confidence: float) -> FoundDate:
        """The answer that the words `day` of the layer prove."""
        at = sentence_at(self.text.sentences, day.start)
        words = self.raw.layer[day.start : day.end]
        key = self.text.sentences[at].id if at is not None else None
        return FoundDate(value, rule, words, "day", confidence, key, day.start, day.end)


Rule = Callable[[Case], FoundDate | None]


def case(
    raw: RawArticle, text: CleanText, outlet: Outlet | None, authority: Authority, coverage: Coverage
) -> Case:
    spoken = tuple(_spoken(raw.layer, text))
    last = coverage.last or date.max
    inserts = [(why, day) for why, day in _inserted(raw.layer, text) if day <= last]
    captions = tuple(day for why, day in inserts if why == "caption")
    past = [value for s in spoken if not s.ahead and (value := _said_with_year(s.day)) and value <= last]
    since = max([*(day for _, day in inserts), *past], default=None)
    return Case(raw, text, outlet, authority, coverage, spoken, _by_day(spoken), captions, since)


def _inserted(layer: str, text: CleanText) -> Iterator[tuple[str, date]]:
    """The full days of captions, and of what else was dropped from within the body, each with why it was dropped."""
    first = text.paragraphs[0].start if text.paragraphs else 0
    last = text.paragraphs[-1].end if text.paragraphs else 0
    for span in text.dropped:
        if span.end - span.start < _LONGEST_CAPTION and (span.why == "caption" or first < span.start < last):
            for day in scan(layer[span.start : span.end]):
                if day.full is not None:
                    yield span.why, day.full


def _by_day(spoken: tuple[Spoken, ...]) -> Mapping[tuple[int | None, int | None], Set[date]]:
    found: dict[tuple[int | None, int | None], set[date]] = defaultdict(set)
    for each in spoken:
        if each.day.full is not None:
            found[each.day.month, each.day.day].add(each.day.full)
    return dict(found)


def _said_with_year(day: DayWords) -> date | None:
    """The day, or the first of the month, that words with a year name."""
    if day.year is None or day.month is None:
        return None
    return day.full if day.day is not None else date(day.year, day.month, 1)


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> int | None:
    """Index of the sentence that holds the offset; None outside of the body."""
    at = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return at if at >= 0 and offset < sentences[at].end else None


def _spoken(layer: str, text: CleanText) -> list[Spoken]:
    found: list[Spoken] = []
    for paragraph in text.paragraphs:
        for day in scan(layer[paragraph.start : paragraph.end]):
            moved = shift(day, paragraph.start)
            at = sentence_at(text.sentences, moved.start)
            if at is not None:
                found.append(_judge(layer, text.sentences[at], at, moved))
    return found


def shift(day: DayWords, by: int) -> DayWords:
    return DayWords(day.start + by, day.end + by, day.words, day.year, day.month, day.day, day.weekday)


def _judge(layer: str, sentence: Sentence, at: int, day: DayWords) -> Spoken:
    before = layer[max(sentence.start, day.start - _CUE_WINDOW) : day.start]
    clause = _CLAUSE_END.split(before)[-1]
    after = layer[day.end : min(sentence.end, day.end + _REPORT_WINDOW)]
    words = [word.casefold() for word in _WORD.findall(clause)]
    # Behind a comma another verb rules: `approved the scheme, and March 13`.
    near = [word.casefold() for word in _WORD.findall(clause.rsplit(",", 1)[-1])]
    beside = near[-4:] + [word.casefold() for word in _WORD.findall(after)[:1]]
    return Spoken(
        day,
        at,
        # `more will follow, he said on March 2`
        ahead=(not _cues("ahead").isdisjoint(words) and not _SAYS.search(clause)) or _turns_ahead(after),
        behind=_is_behind(words[-4:], near) or _names_a_past(after),
        # `said the March 3 talks` says nothing of when it was said.
        reported=not (near[-1:] == ["the"] and _MODIFIES.match(day.words))
        and not _cues("report").isdisjoint(beside),
    )


def looks_ahead(sentence: str, at: int) -> bool:
    """Whether the words before that offset of the sentence, back to its clause's beginning, speak of what is to come."""
    clause = _CLAUSE_END.split(sentence[max(0, at - _CUE_WINDOW) : at])[-1]
    words = (word.casefold() for word in _WORD.findall(clause))
    return not _cues("ahead").isdisjoint(words) and not _SAYS.search(clause)


def _turns_ahead(after: str) -> bool:
    """Whether what follows the day says that it is to come: `on April 28 it will import`, not `on April 28 that it will`."""
    words = _WORD.findall(_CLAUSE_END.split(after)[0].split(",")[0])[:5]
    if words[:1] == ["that"]:
        return False
    return not _cues("ahead_after").isdisjoint(word.casefold() for word in words)


def _is_behind(words: list[str], near: list[str]) -> bool:
    return not _cues("behind").isdisjoint(words) or not _cues("behind_clause").isdisjoint(near)


def _names_a_past(after: str) -> bool:
    """Whether the day opens a range, or names an event: `the February 24 invasion`."""
    following = _WORD.match(after.lstrip(" "))
    return RANGE.match(after) is not None or (
        following is not None and following[0].casefold() in _cues("behind_after")
    )


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(load("day_cues")[kind].split())
