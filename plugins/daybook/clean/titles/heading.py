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
_HEADLINE_WORDS = 5
_TRAIL = re.compile(r"\S\s*[|»›>•·/]\s*\S|\s[-–—]\s[^-–—]*\s[-–—]\s")
"""`Home | News | Sports`, `Main page - Politics - Europe`."""
_CREDITED = 4
_PARTED = re.compile(r"(?P<head>.+)\s[-–—|»·]\s(?:\S+ ?){1,4}")
_HEAD = 6
"""Blocks; a text that begins within them has its headline on top, unless the name of a site or section stands there."""


def find(page: Page) -> Title | None:
    start = None if is_typewritten(page.blocks) else first_text(page.blocks)
    if not start:
        return None
    known = _stems(" ".join(block.text for block in page.blocks[start : start + 12])[:_TEXT])
    above = page.blocks[max(0, start - _ABOVE) : start + 1]
    worth = [_worth(block, below, known) for block, below in pairwise(above)]
    called = page.blocks[0]
    if start <= _HEAD:
        if worth[0] > 0 or _is_headline(called):
            return None
        may_head = [value > 0 or _is_headline(block) for value, block in zip(worth, above, strict=False)]
    else:
        if not _is_menu(called):
            # The page's first line tells what it is called: a headline says much the same.
            worth = [
                value if _alike(block, called) else 0.0 for value, block in zip(worth, above, strict=False)
            ]
        may_head = [value > 0 for value in worth]
    if not any(worth):
        return _without_outlet(called) if start > _HEAD else None
    block = above[_uppermost(above, worth, may_head)]
    return Title(" ".join(block.text.strip(" #*_").split()), block.span(""))


def _alike(block: Block, called: Block) -> bool:
    stems = _stems(block.text)
    return len(stems & _stems(called.text)) * 2 >= len(stems)


def _is_menu(block: Block) -> bool:
    return block.words <= _FEWEST_WORDS or reason(block) is not None


def _is_headline(block: Block) -> bool:
    """Whether a line reads like a headline by itself: too long for the name of a site or section, and no trail of them."""
    text = block.text
    if block.words < _HEADLINE_WORDS or len(text) > _LONGEST or _TRAIL.search(text) or _is_said(block):
        return False
    return text.rstrip("\"'”’»)")[-1:] not in ".:;,"


def _is_said(block: Block) -> bool:
    """Whether the line says something else than a headline does."""
    others = is_posted(block) or is_byline(block) or is_name(block) or is_caption(block)
    return others or reason(block) is not None or dateline(block.text) is not None


def _without_outlet(called: Block) -> Title | None:
    """`Headline - Outlet` on the first line, where the page has the headline nowhere else."""
    parts = _PARTED.fullmatch(called.text) if len(called.text) <= _LONGEST else None
    if parts is None or len(parts["head"].split()) <= _FEWEST_WORDS:
        return None
    return Title(" ".join(parts["head"].split()), called.span(""))


def _uppermost(above: Sequence[Block], worth: Sequence[float], may_head: Sequence[bool]) -> int:
    """A deck under the headline says the same at greater length: the first of the lines that stand together."""
    index = max(range(len(worth)), key=lambda number: (worth[number], -number))
    while index and may_head[index - 1] and above[index - 1].words <= above[index].words:
        if 0 < worth[index - 1] * 2 < worth[index]:
            break
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
    if _is_said(block):
        return 0.0
    # Above a credit the words of a picture stand more often.
    return again * again / len(stems) / (_CREDITED if is_credit_line(below) else 1)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
