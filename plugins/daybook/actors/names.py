"""The names that the tagger found in one article: values shared by the place and the actor rules."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from daybook.actors.lines import Line

NameLabel = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One name as the tagger sees it, before anything is known of whom or what it names."""

    start: int
    """Offset into the text layer (code points)."""
    end: int
    label: NameLabel
    """`other` holds what is a name of none of the three: nationalities, events, works, products."""
    confidence: float = 1.0
    """0 to 1: the tagger's marginal probability, lowest over the name's tokens."""
    rule: str = "tagger"
    """What saw the name: `tagger`; `title`, `surname`, … where the tagger had overlooked it."""
    shares: tuple[tuple[NameLabel, float], ...] = ()
    """How the tagger's probability of a name that begins here is shared by the labels; empty where it saw none."""

    def share(self, label: NameLabel) -> float:
        """What the tagger gave a label here."""
        return next((share for each, share in self.shares if each == label), 0.0)


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one article, title and body, by offset; no two overlap."""

    spans: tuple[NameSpan, ...] = ()
    lines: tuple[Line, ...] = ()
    """The title and the sentences that were looked at, in order, in words."""

    def labelled(self, label: NameLabel) -> tuple[NameSpan, ...]:
        """The names of one label, in order."""
        return tuple(span for span in self.spans if span.label == label)

    def covering(self, start: int, end: int) -> NameSpan | None:
        """The name that holds all of `start:end`; None where there is none."""
        i = bisect_right(self.spans, start, key=_start)
        return self.spans[i - 1] if i and end <= self.spans[i - 1].end else None


def _start(span: NameSpan) -> int:
    return span.start
