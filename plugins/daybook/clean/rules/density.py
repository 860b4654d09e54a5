"""On a page flattened with its menus, the article is where text is dense: the stretch with the most of it.

Each block has a weight, text for and menu entries against; the stretch with the largest sum is the article (Kadane's
algorithm, one pass). Lines that belong under an article (comments, related stories) weigh against going on past them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.clean.rules.byline import is_byline
from daybook.clean.rules.notices import reason
from daybook.clean.rules.posted import is_posted
from daybook.values import Span

_FEWEST_BLOCKS = 16
_SHARE = 0.4
"""Of blocks that are no text, from which on a page counts as one with menus."""
_FIGURE = re.compile(r"\d")
"""Rows of a table hold figures, menus seldom do."""
_COLUMN = 100
_TEXT_WORDS = 11
_MOST = 300
"""Characters of one block that count."""
_AGAINST = {
    "related": 150,
    "comments": 500,
    "newsletter": 200,
    "share": 80,
    "cookies": 300,
    "notice": 300,
    "promo": 80,
    "video": 40,
}
"""What such a line costs the stretch that it lies in, in characters of text."""
_LOOSE = 80
"""The same for a block that is no text; a sentence pays for about one."""
_POSTED = 150
_BYLINE = 60
_ROW = 40
"""The same for a row with figures, as in lists of results or dates."""
_SHORT_WORDS = 4
_NEAR_TITLE = 4
"""Blocks."""


def rule(page: Page) -> Iterator[Span]:
    blocks = [block for block in page.blocks if block.start >= page.top]
    loose = sum(not is_text(block) and _FIGURE.search(block.text) is None for block in blocks)
    if len(blocks) < _FEWEST_BLOCKS or loose < _SHARE * len(blocks) or _is_typewritten(blocks):
        return
    first, last = _densest(blocks)
    if page.top > page.raw.body_start:
        first = _from_title(blocks, first)
    for index, block in enumerate(blocks):
        if not first <= index <= last and not is_posted(block) and not is_byline(block):
            yield block.span(reason(block) or "menu")


def _is_typewritten(blocks: list[Block]) -> bool:
    """Whether every line ends at a column's width, as on a wire; a flattened page has whole paragraphs on one line."""
    return all("\n" in block.text or len(block.text) <= _COLUMN for block in blocks)


def is_text(block: Block) -> bool:
    """Whether a block reads like a paragraph rather than a menu entry or headline."""
    words = block.words
    return words >= _TEXT_WORDS and (block.is_sentence or words >= 30)


def _from_title(blocks: list[Block], first: int) -> int:
    """Where the title is known, the first text behind it opens the article, if little stands between."""
    opening = next(index for index, block in enumerate(blocks) if index == first or is_text(block))
    between = sum(not is_text(block) for block in blocks[opening:first])
    return opening if opening <= _NEAR_TITLE and between <= _NEAR_TITLE else first


def _weight(block: Block) -> int:
    why = reason(block)
    if why is not None:
        return -_AGAINST.get(why, _LOOSE)
    if is_text(block):
        return min(len(block.text), _MOST)
    if is_posted(block):
        return -_POSTED
    if block.is_sentence and block.words >= _SHORT_WORDS:
        return len(block.text) // 2
    if is_byline(block):
        return -_BYLINE
    return -_ROW if _FIGURE.search(block.text) else -_LOOSE


def _densest(blocks: list[Block]) -> tuple[int, int]:
    """First and last index of the stretch with the largest sum of weights."""
    best = (0, 0, len(blocks) - 1)
    total, begin = 0, 0
    for index, block in enumerate(blocks):
        if total <= 0:
            total, begin = 0, index
        total += _weight(block)
        if total > best[0]:
            best = (total, begin, index)
    return best[1], best[2]
