"""One article as the rules for statements see it, and what a rule answers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from daybook.statements.quotes import Quote
from daybook.values import Actor, Mention, Sentence, StatementKind

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, by the words beside the verb."""

    start: int
    end: int
    actor: str = ""
    """Id; empty where the words name no one for certain."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, whoever makes it; `daybook.values.Statement` where that is an actor."""

    said: tuple[Offsets, ...]
    kind: StatementKind
    verb: Offsets | None
    speaker: Speaker | None
    actor: str
    """Id; empty where no one for certain."""
    sentence: int
    """Number of its sentence."""
    rule: str
    end: int
    """Offset behind all of it, closing quotation mark and all."""


@dataclass(frozen=True)
class Scene:
    """An article's layer, and what earlier stages found in it."""

    layer: str
    sentences: Sequence[Sentence]
    begin: int
    """Where the first sentence's own words begin, behind a dateline."""
    mentions: Sequence[Mention]
    """Of actors, in order, none of them overlapping another."""
    actors: Mapping[str, Actor]
    quotes: Sequence[Quote]
    """In order."""

    @cached_property
    def starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _begins(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, at: int) -> int:
        """Number of the sentence that has begun at an offset, at least 0."""
        return max(bisect_right(self._begins, at) - 1, 0)

    @cached_property
    def _opened(self) -> list[int]:
        return [quote.open for quote in self.quotes]

    def named(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions within a stretch."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        if last > first and self.mentions[last - 1].end > end:
            last -= 1
        return self.mentions[first:last]

    def begin_of(self, sentence: int) -> int:
        """Where a sentence's own words begin."""
        return self.begin if sentence == 0 else self.sentences[sentence].start

    def quote_around(self, at: int) -> Quote | None:
        """The quotation within which an offset lies."""
        found = bisect_right(self._opened, at) - 1
        return self.quotes[found] if found >= 0 and at < self.quotes[found].close else None

    def quote_before(self, at: int) -> int:
        """Number of the last quotation that begins before an offset; -1 where there is none."""
        return bisect_left(self._opened, at) - 1

    def is_person(self, mention: Mention) -> bool:
        actor = self.actors.get(mention.target)
        return actor is not None and actor.kind == "person"

    def is_body(self, id: str) -> bool:
        actor = self.actors.get(id)
        return actor is not None and actor.kind != "person"
