"""On a page flattened with its menus, the article is where text is dense: the stretch with the most of it."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.values import Span

_FEWEST_BLOCKS = 16
_SHARE = 0.45
"""Of blocks that are no text, from which on a page counts as one with menus."""
_TEXT_WORDS = 11
_PENALTY = 60
"""What a block without text costs the stretch it lies in, in characters: about one sentence of text pays for two."""


def rule(page: Page) -> Iterator[Span]:
    blocks = [block for block in page.blocks if block.start >= page.top]
    loose = sum(not is_text(block) for block in blocks)
    if len(blocks) < _FEWEST_BLOCKS or loose < _SHARE * len(blocks):
        return
    first, last = _densest(blocks)
    for index, block in enumerate(blocks):
        if not first <= index <= last:
            yield block.span("menu")


def is_text(block: Block) -> bool:
    """Whether a block reads like a paragraph rather than a menu entry or headline."""
    words = block.words
    return words >= _TEXT_WORDS and (block.is_sentence or words >= 30)


def _densest(blocks: list[Block]) -> tuple[int, int]:
    """First and last index of the stretch with the largest sum of weights (Kadane's algorithm)."""
    best = (0.0, 0, len(blocks) - 1)
    total, begin = 0.0, 0
    for index, block in enumerate(blocks):
        if total <= 0:
            total, begin = 0.0, index
        total += min(len(block.text), 1000) if is_text(block) else -_PENALTY
        if total > best[0]:
            best = (total, begin, index)
    return best[1], best[2]
