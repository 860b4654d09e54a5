"""Which words of an article are looked at: title and sentences, in stretches and in number bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from daybook.actors.tokens import Token, plain, tokens
from daybook.actors.truecase import shouted
from daybook.values import CleanText

LONGEST_STRETCH = 250
"""Tokens of one sentence at most; a longer one is cut, so that a line without end costs no more than many."""
MOST = 40_000
"""Tokens of one article at most, about 230 KB of text: behind them nothing is tagged. No news story is longer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or the title, or a stretch of one; never empty."""

    tokens: tuple[Token, ...]
    sentence: str | None
    """Sentence id; None for the title."""
    words: tuple[str, ...]
    """The tokens' words, with plain apostrophes and abbreviations without dots."""
    shouted: bool
    """Whether it stands in capitals throughout."""

    @property
    def start(self) -> int:
        """Offset of its first token."""
        return self.tokens[0][1]

    def end(self, last: int) -> int:
        """Offset behind token number `last`."""
        word, start = self.tokens[last]
        return start + len(word)


def lines(layer: str, text: CleanText) -> Iterator[Line]:
    """Title and sentences in order of the layer; the title only where it stands apart from the body."""
    left = MOST
    for start, end, sentence in _spans(text):
        stream = tokens(layer, start, end)
        while stretch := tuple(islice(stream, min(left, LONGEST_STRETCH))):
            words = [word for word, _ in stretch]
            known = tuple(word if word.isalpha() else plain(word) for word in words)
            yield Line(stretch, sentence, known, shouted(words))
            left -= len(stretch)


def word_at(read: Sequence[Line]) -> dict[int, tuple[Line, int]]:
    """The line and the number of the token that begins at each offset."""
    return {start: (line, number) for line in read for number, (_, start) in enumerate(line.tokens)}


def _spans(text: CleanText) -> list[tuple[int, int, str | None]]:
    body: list[tuple[int, int, str | None]] = [(s.start, s.end, s.id) for s in text.sentences]
    title = text.title_span
    if title is None or any(start < title.end and title.start < end for start, end, _ in body):
        return body
    return sorted([(title.start, title.end, None), *body], key=lambda span: span[0])
