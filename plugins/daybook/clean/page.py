"""The page that the cleaning rules look at: blocks of text, in order, and what is known of them so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daybook.content.authority import Authority
from daybook.values import RawArticle, Span

_WORD = re.compile(r"\w+")
_UNPARTED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")
_TERMINATORS = frozenset(".!?…。！？؟।")
_CLOSERS = "\"'”’»)]〕›"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, menu entry: a stretch of the layer without white space at its ends."""

    start: int
    end: int
    text: str
    """`layer[start:end]`."""
    gap: bool
    """Whether a blank line, or nothing, stands above it."""
    words: int
    """How many; where a script parts none, two characters count as one."""

    @classmethod
    def of(cls, layer: str, start: int, end: int, gap: bool) -> Block:
        text = layer[start:end]
        words = len(_WORD.findall(text))
        if not text.isascii() and _UNPARTED.search(text):
            words = max(words, len(text) // 2)
        return cls(start, end, text, gap, words)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        bare = self.text[-12:].rstrip(_CLOSERS + " ")
        return bare[-1:] in _TERMINATORS

    @property
    def folded(self) -> str:
        """Words alone, in lower case, parted by one space: what comparisons go by."""
        return " ".join(_WORD.findall(self.text.casefold()))

    def span(self, why: str) -> Span:
        return Span(self.start, self.end, why)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and where the layer has it."""

    text: str
    span: Span | None
    """None where it was stated outside of the layer."""
    derived: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What is left of the text layer, block by block, when a rule gets to see it."""

    raw: RawArticle
    authority: Authority
    blocks: tuple[Block, ...]
    title: Title | None = None
    top: int = 0
    """Offset behind the title in the layer; `body_start` where the title is not in it."""


Rule = Callable[[Page], Iterator[Span]]
"""What a rule drops: spans, each with why. It sees only what the rules before it left."""


def without(page: Page, dropped: list[Span]) -> tuple[Block, ...]:
    """The page's blocks less the dropped spans, each of which lies in one block and at its head or end, or is all of it."""
    cuts: dict[int, list[Span]] = {}
    starts = [block.start for block in page.blocks]
    at = 0
    for span in sorted(dropped, key=lambda s: s.start):
        while at + 1 < len(starts) and starts[at + 1] <= span.start:
            at += 1
        cuts.setdefault(at, []).append(span)
    left: list[Block] = []
    for index, block in enumerate(page.blocks):
        kept = _cut(page.raw.layer, block, cuts[index]) if index in cuts else block
        if kept is not None:
            left.append(kept)
    return tuple(left)


def _cut(layer: str, block: Block, spans: list[Span]) -> Block | None:
    start, end = block.start, block.end
    for span in spans:
        if span.start <= start:
            start = max(start, span.end)
        elif span.end >= end:
            end = min(end, span.start)
    text = layer[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Block.of(layer, start, start + len(text), block.gap) if text else None
