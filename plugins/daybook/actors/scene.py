"""One article as the actor rules see it, and what a rule answers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from daybook.actors.cuts import Cut, cuts
from daybook.actors.names import Names
from daybook.actors.tokens import Token, plain
from daybook.actors.truecase import shouted
from daybook.values import ActorKind, CleanText, Mention


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text in which a rule sees an actor."""

    start: int
    end: int
    kind: ActorKind
    name: str
    """The canonical name as far as the rule knows it; else the words."""
    rule: str
    country: str | None = None
    """ISO 3166-1 code of the state it belongs to."""
    id: str = ""
    """Only where it is no slug of the name: `state:UA`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or the title."""

    tokens: tuple[Token, ...]
    sentence: str | None
    """Sentence id; None for the title."""
    words: tuple[str, ...]
    """The tokens' words, with plain apostrophes and abbreviations without dots."""
    shouted: bool
    """Whether it stands in capitals throughout."""

    def end(self, last: int) -> int:
        """Offset behind token number `last`."""
        word, start = self.tokens[last]
        return start + len(word)


@dataclass(frozen=True)
class Scene:
    """An article's layer and everything that earlier stages found in it."""

    layer: str
    text: CleanText
    names: Names
    toponyms: tuple[Mention, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Title and sentences in order of the layer."""
        return tuple(_line(cut) for cut in cuts(self.layer, self.text))

    def line_at(self, offset: int) -> Line | None:
        """The line that holds an offset."""
        i = bisect_right(self._starts, offset)
        return self.lines[i - 1] if i else None

    def sentence_at(self, offset: int) -> str | None:
        """Id of the sentence that holds an offset; None in the title."""
        line = self.line_at(offset)
        return line.sentence if line else None

    @cached_property
    def _starts(self) -> list[int]:
        return [line.tokens[0][1] for line in self.lines]

    @cached_property
    def toponym_at(self) -> dict[int, Mention]:
        """Toponyms by their first offset."""
        return {mention.start: mention for mention in self.toponyms}


Rule = Callable[[Scene], Iterable[Found]]


def _line(cut: Cut) -> Line:
    words = tuple(plain(word) for word, _ in cut.tokens)
    return Line(cut.tokens, cut.sentence, words, shouted([word for word, _ in cut.tokens]))
