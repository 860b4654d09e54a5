"""Who wrote it, under the article: `About the author`, `Jane Roe is a correspondent for …`, `Jane Roe reported from …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.values import Span

_ABOUT = re.compile(
    r"(?:about|über|sobre|à propos de|acerca de|об авторе|про автора|o autorze|author|autor|автор)\b[:\s]?",
    re.I,
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|al|bin)){1,3}"
_BIO = re.compile(
    rf"{_NAME}(?: and {_NAME})? (?:is|are|was|has been|writes|covers|reports|joined|works)\b.{{0,160}}?\b(?:reporters?|correspondents?|journalists?"
    r"|editors?|writers?|columnists?|contributors?|fellow|analyst|freelancer?|producer|covers|covering|joined)\b"
)
_REPORTED = re.compile(
    rf"(?:{_NAME}|[A-Z][\w.'’-]+)(?:(?:,| and|, and) (?:{_NAME}|[A-Z][\w.'’-]+)){{0,4}} (?:reported|contributed) (?:from|to|in|reporting)\b"
)
_LAST = 6
"""Blocks at the end in which such a line stands."""
_MOST_WORDS = 90
_HEADING_WORDS = 6
_REPORTED_WORDS = 30


def rule(page: Page) -> Iterator[Span]:
    """Only at the end, behind a text; an `About …` heading takes the paragraph under it along."""
    blocks = page.blocks
    under = False
    for index in range(max(2, len(blocks) - _LAST), len(blocks)):
        block = blocks[index]
        heads = _is_heading(block)
        if heads or (under and block.words <= _MOST_WORDS) or _is_bio(block):
            yield block.span("author")
        under = heads


def _is_heading(block: Block) -> bool:
    return block.words <= _HEADING_WORDS and not block.is_sentence and _ABOUT.match(block.text) is not None


def _is_bio(block: Block) -> bool:
    if block.words > _MOST_WORDS:
        return False
    text = block.text[:400]
    return _BIO.match(text) is not None or (
        block.words <= _REPORTED_WORDS and _REPORTED.match(text) is not None
    )
