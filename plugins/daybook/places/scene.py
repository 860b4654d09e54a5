"""One article as the rules of places see it: its words, folded, with what stands between them."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from daybook.places.fold import WORD, fold_word
from daybook.values import NAMES_READ, CleanText, RawArticle

if TYPE_CHECKING:
    from daybook.actors.names import Names, NameSpan


_GLUED: Final = 8
"""Letters of the shortest word that can be two."""
_STOPS: Final = frozenset('.?!:“"')


@dataclass(slots=True)
class Scene:
    """The words of title and body. All lists run parallel, one item a word."""

    layer: str
    text: CleanText
    names: Names
    words: list[str] = field(default_factory=list)
    """As printed; a word glued to the next one (`FinlandThe`) stands as two."""
    folded: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    """What stands before each word, within its paragraph; a newline before the first."""
    first: list[bool] = field(default_factory=list)
    """Whether the word opens a sentence, the title or a quotation."""
    shouted: list[bool] = field(default_factory=list)
    """Whether the word stands in a title or sentence whose words are capitalised throughout."""
    _name_starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)

    def name_at(self, start: int, end: int) -> NameSpan | None:
        """The tagger's name that holds some of `start:end`."""
        at = bisect.bisect_right(self._name_starts, start) - 1
        for span in self.names.spans[max(0, at) : at + 2]:
            if span.start < end and start < span.end:
                return span
        return None

    def sentence_at(self, start: int) -> str | None:
        """Id of the sentence that holds a span's start."""
        at = bisect.bisect_right(self._sentence_starts, start) - 1
        if at >= 0 and start < self.text.sentences[at].end:
            return self.text.sentences[at].id
        return None

    def word(self, at: int) -> str:
        """The folded word at a place in the list; empty outside of it."""
        return self.folded[at] if 0 <= at < len(self.folded) else ""

    def printed(self, at: int) -> str:
        """The word as printed; empty outside of the list."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands before a word; a newline outside of the list."""
        return self.gaps[at] if 0 <= at < len(self.gaps) else "\n"


def scene(raw: RawArticle, text: CleanText, names: Names) -> Scene:
    """Read the kept spans of an article into words."""
    made = Scene(raw.layer, text, names)
    made._name_starts = [span.start for span in names.spans]
    made._sentence_starts = [sentence.start for sentence in text.sentences]
    openings = set(made._sentence_starts)
    left = NAMES_READ
    for start, end in sorted(_stretches(text)):
        _read(made, start, min(end, start + left), openings)
        left -= min(left, end - start)
    return made


def _stretches(text: CleanText) -> set[tuple[int, int]]:
    """Title, dateline and paragraphs; the dateline apart where the body begins behind it."""
    made = {(paragraph.start, paragraph.end) for paragraph in text.paragraphs}
    line, title = text.dateline, text.title_span
    if line is not None and not any(start <= line.start < end for start, end in made):
        made.add((line.start, line.end))
    if title is not None and not any(start < title.end and title.start < end for start, end in made):
        made.add((title.start, title.end))
    return made


def _read(made: Scene, start: int, end: int, openings: set[int]) -> None:
    """Add the words of one title or paragraph."""
    layer = made.layer
    spans = [found.span() for found in WORD.finditer(layer, start, end)]
    words = [layer[a:b] for a, b in spans]
    if any(len(word) >= _GLUED and not word[1:].islower() for word in words):
        spans = [part for word, (a, b) in zip(words, spans, strict=True) for part in _parts(word, a, b)]
        words = [layer[a:b] for a, b in spans]
    gaps = [layer[a:b] for (_, a), (b, _) in pairwise(spans)]
    gaps = (["\n"] if not spans or spans[0][0] == start else [layer[start : spans[0][0]]]) + gaps
    first = [
        a in openings or (gap != " " and _opens(gap, a, openings))
        for (a, _), gap in zip(spans, gaps, strict=False)
    ]
    made.words += words
    made.folded += map(fold_word, words)
    made.starts += [a for a, _ in spans]
    made.ends += [b for _, b in spans]
    made.gaps += gaps[: len(spans)]
    made.first += first
    made.shouted += _shouted(words, first)


def _opens(gap: str, start: int, openings: set[int]) -> bool:
    """Whether what stands before a word ends a sentence or begins a quotation. A full stop alone may be an abbreviation's."""
    if gap == "\n" or start - 1 in openings:
        return True
    return len(gap) > 1 and gap != ". " and not _STOPS.isdisjoint(gap)


def _parts(word: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """A word, or both where a lost space glued two: a capital within, behind five or more small letters."""
    if not _GLUED <= end - start <= 60 or word[1:].islower():
        return ((start, end),)
    for at in range(5, len(word) - 2):
        if word[at].isupper() and word[at - 5 : at].islower() and word[at + 1].islower():
            return (start, start + at), (start + at, end)
    return ((start, end),)


def _shouted(words: list[str], first: list[bool]) -> list[bool]:
    """True for every word of a sentence in capitals or title case."""
    told: list[bool] = []
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and not first[end]:
            end += 1
        long = [word[0].isupper() for word in words[at:end] if len(word) > 3 and word[0].isalpha()]
        told += [len(long) >= 4 and sum(long) >= 0.8 * len(long)] * (end - at)
        at = end
    return told
