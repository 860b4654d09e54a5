"""What the rules of the second pass share: the article in words, its names, and how new ones are put among them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from daybook.actors.lines import Line
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.tokens import Token, plain

Spans = list[NameSpan]


@dataclass(frozen=True)
class Reading:
    """One article as the second pass reads it."""

    layer: str
    lines: Sequence[Line]
    english: bool = True
    """False in languages whose names the tagger never saw: no capital says there what it says in English."""

    @cached_property
    def at(self) -> dict[int, tuple[Line, int]]:
        """The line and the number of the token that begins at an offset."""
        return {start: (line, number) for line in self.lines for number, (_, start) in enumerate(line.tokens)}

    @cached_property
    def spots(self) -> dict[str, list[int]]:
        """Offsets of each word."""
        found: dict[str, list[int]] = {}
        for line in self.lines:
            for word, start in line.tokens:
                found.setdefault(word, []).append(start)
        return found

    def tokens(self, span: NameSpan) -> Sequence[Token]:
        """The tokens of a name; the last one may be cut short by its end."""
        line, first = self.at[span.start]
        stop = first + 1
        while stop < len(line.tokens) and line.tokens[stop][1] < span.end:
            stop += 1
        found = line.tokens[first:stop]
        word, start = found[-1]
        return found if start + len(word) == span.end else (*found[:-1], (word[: span.end - start], start))

    def words(self, span: NameSpan) -> tuple[str, ...]:
        """The plain words of a name."""
        line, first = self.at[span.start]
        stop = first + 1
        while stop < len(line.tokens) and line.tokens[stop][1] < span.end:
            stop += 1
        last, start = line.tokens[stop - 1]
        if start + len(last) == span.end:
            return line.words[first:stop]
        return (*line.words[first : stop - 1], plain(last[: span.end - start]))

    def text(self, span: NameSpan) -> str:
        """The name as it stands."""
        return self.layer[span.start : span.end]

    def persons(self, spans: Iterable[NameSpan]) -> list[tuple[str, ...]]:
        """The words of every person's name."""
        return [self.words(span) for span in spans if span.label == "person"]

    def with_overlooked(self, spans: Spans, words: Iterable[str], label: NameLabel, rule: str) -> Spans:
        """The spans and every free token that is one of the words."""
        taken = free_of(spans)
        new = [
            NameSpan(start, start + len(word), label, 0.5, rule)
            for word in sorted(words)
            for start in self.spots.get(word, ())
            if taken(start, start + len(word))
        ]
        return sorted([*spans, *new], key=_place) if new else spans


Rule = Callable[[Reading, Spans], Spans]
"""Takes the article and its names so far, by offset; answers with the names, by offset."""


def free_of(spans: Iterable[NameSpan]) -> Callable[[int, int], bool]:
    """Whether a stretch of the layer is free of names."""
    ordered = sorted((span.start, span.end) for span in spans)
    starts = [start for start, _ in ordered]

    def free(start: int, end: int) -> bool:
        i = bisect_left(starts, end)
        return not i or ordered[i - 1][1] <= start

    return free


def apart(spans: Spans) -> Spans:
    """By offset, the first of two that overlap."""
    out: Spans = []
    for span in sorted(spans, key=_place):
        if not out or out[-1].end <= span.start:
            out.append(span)
    return out


def put_over(spans: Spans, new: Spans) -> Spans:
    """The spans with new ones put over what they hold; a new span within or across an old one is left out."""
    out, news = [], iter(sorted(new, key=_whole))
    coming = next(news, None)
    if coming is None:
        return spans
    for span in spans:
        while coming and coming.end <= span.start:
            out.append(coming)
            coming = next(news, None)
        if coming and coming.start < span.end and span.start < coming.end:
            if coming.start <= span.start and span.end <= coming.end:
                continue
            coming = next(news, None)
        out.append(span)
    out += [span for span in [coming, *news] if span]
    return apart(out)


def _place(span: NameSpan) -> tuple[int, int]:
    """By offset, the longest of one beginning first."""
    return span.start, -span.end


def _whole(span: NameSpan) -> tuple[int, int, str, str]:
    """The same for spans whose order means nothing."""
    return *_place(span), span.label, span.rule
