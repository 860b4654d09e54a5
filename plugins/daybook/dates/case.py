"""What the date rules look at: one article, and every day named in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from daybook.clean.days import DayWords, scan
from daybook.clean.knowledge import load
from daybook.content.authority import Authority
from daybook.settings import Coverage
from daybook.values import CleanText, FoundDate, RawArticle, Sentence

_WORD = re.compile(r"[^\W\d_]+")
_CUE_WINDOW = 60
_REPORT_WINDOW = 60
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
    authority: Authority
    coverage: Coverage
    spoken: tuple[Spoken, ...]

    def years(self, day: DayWords) -> list[date]:
        """The days of the coverage that `day` can mean; none where its year is open and the coverage too."""
        if day.year is not None:
            return [day.full] if day.full else []
        first, last = self.coverage.first, self.coverage.last
        if first is None or last is None or last.year - first.year > 200:
            return []
        found = [day.in_year(year) for year in range(first.year, last.year + 1)]
        return [value for value in found if value is not None and value in self.coverage]

    def settle(self, day: DayWords) -> date | None:
        """The one day that `day` means; several years of a long coverage are settled by a year that the text names."""
        found = self.years(day)
        if len(found) > 1:
            named = {spoken.day.year for spoken in self.spoken if spoken.day.year}
            found = [value for value in found if value.year in named]
        return found[0] if len(found) == 1 else None

    def found(self, value: date, rule: str, day: DayWords, confidence: float) -> FoundDate:
        """The answer that the words `day` of the layer prove."""
        at = sentence_at(self.text.sentences, day.start)
        words = self.raw.layer[day.start : day.end]
        key = self.text.sentences[at].id if at is not None else None
        return FoundDate(value, rule, words, "day", confidence, key, day.start, day.end)


Rule = Callable[[Case], FoundDate | None]


def case(raw: RawArticle, text: CleanText, authority: Authority, coverage: Coverage) -> Case:
    return Case(raw, text, authority, coverage, tuple(_spoken(raw.layer, text)))


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
    near = words[-4:] + [word.casefold() for word in _WORD.findall(after)[:1]]
    return Spoken(
        day,
        at,
        ahead=not _cues("ahead").isdisjoint(words) or _turns_ahead(after),
        behind=not _cues("behind").isdisjoint(words[-4:]),
        reported=not _cues("report").isdisjoint(near),
    )


def _turns_ahead(after: str) -> bool:
    """Whether what follows the day says that it is to come: `on April 28 it will import`, not `on April 28 that it will`."""
    words = _WORD.findall(_CLAUSE_END.split(after)[0].split(",")[0])[:5]
    if words[:1] == ["that"]:
        return False
    return not _cues("ahead_after").isdisjoint(word.casefold() for word in words)


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(load("day_cues")[kind].split())
