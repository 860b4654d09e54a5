"""One article as the actor rules see it, and what a rule answers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from daybook.actors.countries import Country, by_capital, by_place
from daybook.actors.lines import Line, word_at
from daybook.actors.names import Names, NameSpan
from daybook.content.authority import AuthorityActor
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
    seen: NameSpan | None = None
    """The name as the tagger saw it; None where a list or a pattern knows it."""


@dataclass(frozen=True)
class Scene:
    """An article's layer and everything that earlier stages found in it."""

    layer: str
    text: CleanText
    names: Names
    toponyms: tuple[Mention, ...]
    listed: tuple[AuthorityActor, ...] = ()
    """The actors of the authority file."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Title and sentences in order of the layer."""
        return self.names.lines

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
        return [line.start for line in self.lines]

    @cached_property
    def at(self) -> dict[int, tuple[Line, int]]:
        """The line and the number of the token that begins at an offset."""
        return word_at(self.lines)

    @cached_property
    def home(self) -> Country | None:
        """The state whose capital the article is written in, where it speaks of that state, and the title of no other
        alone: the Finance Ministry there is its own. None of the United States, which have departments."""
        written = (by_capital().get(m.words.lower()) for m in self.toponyms if m.role == "dateline")
        home = next((country for country in written if country), None)
        if home is None or home.iso == "US":
            return None
        told = [m for m in self.toponyms if m.role not in ("dateline", "embedded") and m.target in by_place()]
        title = self.text.title_span
        titled = {by_place()[m.target] for m in told if title and title.start <= m.start < title.end}
        named = titled or {by_place()[m.target] for m in told}
        return home if home in named else None

    @cached_property
    def toponym_at(self) -> dict[int, Mention]:
        """Toponyms by their first offset."""
        return {mention.start: mention for mention in self.toponyms}


Rule = Callable[[Scene], Iterable[Found]]
