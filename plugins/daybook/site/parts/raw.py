"""An article's raw text line by line: what of it is the article, what was left out and why, and the words that prove."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from daybook.content.evidence import Evidence
from daybook.values import Article
from daybook.words import Words, labels

LONGEST = 200_000
"""Characters of a text that are shown."""
MOST_LINES = 5_000
"""Lines of a text that are shown."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
"""What no reader can see, or what would turn the words around it; shown by its code point instead."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A text layer with where everything in it stands."""

    layer: str
    evidence: Evidence


Raws = Callable[[Article], RawText | None]
"""The raw text of an article; None where its seed is gone, or holds another text than the one that was read."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of the layer, by their code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch(_Run):
    """A part of the layer; together, in order, they are all of it."""

    kind: str
    """`kept`, `out`, `title`, `dateline`, or empty for white space."""
    label: str = ""
    """What is said in front of it."""
    anchor: str = ""
    """Its id on the page."""
    sentence: str = ""
    """Of a kept paragraph: the sentence that it begins with, on the article's page."""


@dataclass(frozen=True, slots=True)
class Mark(_Run):
    """Words that prove a fact."""

    proves: str
    """`day`, `outlet`, `agency`, `byline` or `dateline`."""
    anchor: str
    """Its id on the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one line that are alike."""

    text: str
    kind: str
    label: str
    """Empty where the stretch began before."""
    anchor: str
    sentence: str
    ends: bool
    """Whether its stretch ends here."""
    marked: bool
    """Whether it is among words that prove a fact."""
    proves: str
    """What they prove, such as `day`; empty before their end."""
    mark: str
    """Their id; empty behind their beginning."""

    @property
    def plain(self) -> bool:
        """Whether its text is all there is to show; true of most."""
        return self.kind in ("", "kept") and not self.label and not self.marked


Line = tuple[Piece, ...]


def stretches(raw: RawText, anchors: frozenset[str], words: Words) -> tuple[Stretch, ...]:
    """The layer from its beginning to its end. `anchors` are the sentences that the article's page still has."""
    found: list[Stretch] = []
    at, begun = 0, False
    for stretch in sorted(_spans(raw.evidence, anchors, words), key=lambda s: (s.start, s.end)):
        if stretch.start < at or stretch.end > len(raw.layer) or stretch.end <= stretch.start:
            continue
        found += _between(raw.layer, at, stretch.start, begun, words)
        found.append(stretch)
        at, begun = stretch.end, begun or stretch.kind == "kept"
    return (*found, *_between(raw.layer, at, len(raw.layer), begun, words))


def marks(evidence: Evidence) -> tuple[Mark, ...]:
    """The words that prove the day and the source, where the layer has them; those that overlap others are left out."""
    claims = [(*evidence.proof, "day")] if evidence.proof else []
    claims += [(m.start, m.end, m.role) for m in evidence.mentions if m.kind == "source" and m.role]
    found: list[Mark] = []
    times = Counter[str]()
    for start, end, proves in sorted(claims):
        if start < end and (not found or start >= found[-1].end):
            times[proves] += 1
            found.append(Mark(start, end, proves, proof(proves, times[proves])))
    return tuple(found)


def proof(proves: str, number: int = 1) -> str:
    """The id of the words that prove something: `proves-day`."""
    name = f"proves-{proves}"
    return name if number == 1 else f"{name}-{number}"


def shown(layer: str) -> int:
    """How many characters of the layer a page shows: whole lines where it can be."""
    end = min(len(layer), LONGEST)
    at = -1
    for _ in range(MOST_LINES):
        at = layer.find("\n", at + 1, end)
        if at < 0:
            return end
    return at


def lines(layer: str, end: int, parts: Sequence[Stretch], proofs: Sequence[Mark]) -> Iterator[Line]:
    """The first `end` characters of the layer, line by line, each parted where stretches and proofs begin and end."""
    runs: list[_Run] = [*parts, *proofs]
    cuts = sorted({run.start for run in runs} | {run.end for run in runs})
    begun, proving = [part.start for part in parts], [mark.start for mark in proofs]
    for start, stop in _lines(layer, end):
        edges = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, stop)], stop]
        yield tuple(
            _piece(layer, a, b, parts[bisect_right(begun, a) - 1], _mark(proofs, bisect_right(proving, a), a))
            for a, b in pairwise(edges)
            if a < b
        )


def _lines(layer: str, end: int) -> Iterator[tuple[int, int]]:
    at = 0
    while at < end:
        stop = layer.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _mark(proofs: Sequence[Mark], begun: int, at: int) -> Mark | None:
    """The proof that goes on here: the last one begun, if it has not ended."""
    return proofs[begun - 1] if begun and proofs[begun - 1].end > at else None


def visible(text: str) -> str:
    """The text with each character that cannot be seen as its code point: `⟨U+202E⟩`."""
    return _UNSEEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text)


def _piece(layer: str, start: int, end: int, part: Stretch, mark: Mark | None) -> Piece:
    first = start == part.start
    return Piece(
        text=visible(layer[start:end]),
        kind=part.kind,
        label=part.label if first else "",
        anchor=part.anchor if first else "",
        sentence=part.sentence if first else "",
        ends=end == part.end,
        marked=mark is not None,
        proves=mark.proves if mark and end == mark.end else "",
        mark=mark.anchor if mark and start == mark.start else "",
    )


def _spans(evidence: Evidence, anchors: frozenset[str], words: Words) -> Iterable[Stretch]:
    firsts: dict[int, str] = {}
    for sentence in evidence.sentences:
        firsts.setdefault(sentence.paragraph, sentence.id)
    if evidence.title:
        yield Stretch(evidence.title.start, evidence.title.end, "title", words.gettext("Title"))
    for number, span in enumerate(evidence.paragraphs):
        first = firsts.get(number, "")
        yield Stretch(
            span.start,
            span.end,
            "kept",
            words.gettext("paragraph %(num)s", num=number + 1),
            sentence=first if first in anchors else "",
        )
    for number, span in enumerate(evidence.dropped, 1):
        why = words.gettext("Left out: %(why)s", why=labels.dropped(words, span.why))
        yield Stretch(span.start, span.end, "out", why, anchor=f"out-{number}")


def _between(layer: str, start: int, end: int, begun: bool, words: Words) -> Iterator[Stretch]:
    """What no span covers: white space, and the dateline, which cleaning parts from the first paragraph."""
    text = layer[start:end]
    bare = text.strip()
    first = start + (text.index(bare) if bare else len(text))
    last = first + len(bare)
    if first > start:
        yield Stretch(start, first, "")
    if bare:
        if begun:
            yield Stretch(first, last, "out", words.gettext("Not in the article"))
        else:
            yield Stretch(first, last, "dateline", words.gettext("Dateline"))
    if end > last:
        yield Stretch(last, end, "")
