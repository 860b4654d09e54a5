"""A headline under a site's name and menus: a line above the text whose words come again in the first paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page, Title
from daybook.clean.rules.byline import is_byline, is_name
from daybook.clean.rules.caption import is_caption, is_credit_line
from daybook.clean.rules.density import first_text, is_typewritten
from daybook.clean.rules.notices import reason
from daybook.clean.rules.posted import is_posted

_ABOVE = 12
"""Blocks above the text in which it is looked for."""
_TEXT = 2500
"""Code points of the text that its words are held against."""
_LONGEST = 250
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_STEM = 4
"""Letters by which words are compared, as languages decline them."""
_FEWEST_AGAIN = 2
_SHARE = 0.4
"""Of a headline's longer words, that come again."""
_PARTED = re.compile(r"(?P<head>.+)\s[-–—|»·]\s(?:\S+ ?){1,4}")
_HEAD = 6
"""Blocks; a text that begins within them has its headline on top, unless menus stand there."""


def find(page: Page) -> Title | None:
    start = None if is_typewritten(page.blocks) else first_text(page.blocks)
    if not start or (start <= _HEAD and not _is_menu(page.blocks[0])):
        return None
    known = _stems(" ".join(block.text for block in page.blocks[start : start + 12])[:_TEXT])
    above = page.blocks[max(0, start - _ABOVE) : start + 1]
    worth = [_worth(block, below, known) for block, below in pairwise(above)]
    called = page.blocks[0]
    if not _is_menu(called):
        # The page's first line tells what it is called: a headline says much the same.
        worth = [value if _alike(block, called) else 0.0 for value, block in zip(worth, above, strict=False)]
    if not any(worth):
        return _without_outlet(called) if start > _HEAD else None
    block = above[_uppermost(above, worth)]
    return Title(" ".join(block.text.strip(" #*_").split()), block.span(""))


def _alike(block: Block, called: Block) -> bool:
    stems = _stems(block.text)
    return len(stems & _stems(called.text)) * 2 >= len(stems)


def _is_menu(block: Block) -> bool:
    return block.words <= _FEWEST_WORDS or reason(block) is not None


def _without_outlet(called: Block) -> Title | None:
    """`Headline - Outlet` on the first line, where the page has the headline nowhere else."""
    parts = _PARTED.fullmatch(called.text) if len(called.text) <= _LONGEST else None
    if parts is None or len(parts["head"].split()) <= _FEWEST_WORDS:
        return None
    return Title(" ".join(parts["head"].split()), called.span(""))


def _uppermost(above: Sequence[Block], worth: Sequence[float]) -> int:
    """A deck under the headline says much the same at greater length: the first of the lines that stand together."""
    index = max(range(len(worth)), key=lambda number: (worth[number], -number))
    while (
        index
        and worth[index - 1] * 2 >= worth[index]
        and worth[index - 1] > 0
        and above[index - 1].words <= above[index].words
    ):
        index -= 1
    return index


def _worth(block: Block, below: Block, known: frozenset[str]) -> float:
    """How many of its longer words come again, by their share; 0 for what is no headline."""
    text = block.text
    if (
        len(text) > _LONGEST
        or "\n" in text
        or block.words < _FEWEST_WORDS
        or text.rstrip("\"'”’»)")[-1:] in ".:;,"
    ):
        return 0.0
    stems = _stems(text)
    again = len(stems & known)
    if again < min(_FEWEST_AGAIN, len(stems)) or again < _SHARE * max(1, len(stems)):
        return 0.0
    if is_posted(block) or is_byline(block) or is_name(block) or is_caption(block) or is_credit_line(below):
        return 0.0
    if reason(block) or dateline(text):
        return 0.0
    return again * again / len(stems)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
