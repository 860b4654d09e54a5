"""Links to other stories between paragraphs: cards whose headline is printed twice, lines in capitals, `ANALYSIS: Why …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.clean.rules.density import is_plain, is_text
from daybook.values import Span

_FEWEST_WORDS = 4
_NEAR = 3
"""Blocks between a card's two printings, and one more: its picture's text and its headline."""
_FEWEST_CAPITALS = 9
"""Words; a heading in capitals is shorter."""
_LABEL = re.compile(r"(?:[A-Z]{2,}[ ]?){1,3}: \S")


def rule(page: Page) -> Iterator[Span]:
    """All of them behind the title; lines in capitals and with labels on web pages alone, unless all is in capitals."""
    blocks = [block for block in page.blocks if block.start >= page.top]
    folded = [block.folded if _may_be_card(block) else "" for block in blocks]
    cards = {
        index
        for index, words in enumerate(folded)
        if words and words in folded[max(0, index - _NEAR) : index]
    }
    twins = {folded[index] for index in cards}
    texts = [block for block in blocks if is_text(block)]
    shouting = sum(block.text.isupper() for block in texts) * 4 > len(texts)
    inside = blocks[:-1] if texts and not shouting else []
    links = {block.start for block in inside if _is_link(block)}
    if links and is_plain(page.blocks):
        links = set()
    for block, words in zip(blocks, folded, strict=True):
        if words in twins or block.start in links:
            yield block.span("related")


def _may_be_card(block: Block) -> bool:
    return _FEWEST_WORDS <= block.words <= 30 and not block.is_sentence and any(map(str.isalpha, block.text))


def _is_link(block: Block) -> bool:
    if block.is_sentence or block.words > 40:
        return False
    if block.text.isupper():
        return block.words >= _FEWEST_CAPITALS
    return _LABEL.match(block.text) is not None
