"""A headline on the first line: no sentence's end, and something longer, or a blank line, below it."""

from __future__ import annotations

import re

from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page, Title
from daybook.clean.rules.byline import is_byline, is_name
from daybook.clean.rules.caption import is_caption
from daybook.clean.rules.notices import reason
from daybook.clean.rules.posted import is_posted

_TOP = 12
_LONGEST = 300
_HEADING = re.compile(r"#{1,6}\s+|[*_]{2}")
_CLOSERS = "\"'”’»)]*_ "


def find(page: Page) -> Title | None:
    for index, block in enumerate(page.blocks[:_TOP]):
        if (
            is_posted(block)
            or is_byline(block)
            or reason(block)
            or is_caption(block)
            or _is_plain_name(block, page, index)
        ):
            continue
        return _headline(page, block, index)
    return None


def _is_plain_name(block: Block, page: Page, index: int) -> bool:
    """A name above a line that says when the article came out, or above a byline, heads no article."""
    following = page.blocks[index + 1 : index + 2]
    return is_name(block) and bool(following) and (is_posted(following[0]) or is_byline(following[0]))


def _headline(page: Page, block: Block, index: int) -> Title | None:
    text = block.text
    if len(text) > _LONGEST or block.words < 2 or index + 1 >= len(page.blocks) or _opens_body(block):
        return None
    following = page.blocks[index + 1]
    marked = _HEADING.match(text) is not None
    bare = text.rstrip(_CLOSERS)
    if not marked and bare[-1:] == "." and not bare.endswith(".."):
        if not _heads_dateline(page, index) or len(text) > 160 or bare.count(". ") > 1:
            return None
    elif not marked and bare[-1:] in ":;,":
        return None
    if not (
        marked
        or following.gap
        or following.words > block.words
        or following.is_sentence
        or is_posted(following)
        or is_byline(following)
        or _heads_dateline(page, index)
    ):
        return None
    start = block.start + (len(_HEADING.match(text)[0]) if marked else 0)  # type: ignore[index]
    words = " ".join(page.raw.layer[start : block.end].strip(" #*_").split())
    if bare[-1:] == "." and not bare.endswith((".S.", ".K.", ".N.", "..")):
        words = words.rstrip(".")
    return Title(words, block.span("")) if words else None


def _opens_body(block: Block) -> bool:
    """Whether the block is a first paragraph; `ECONOMY - PRICES RISE` only looks like one."""
    return dateline(block.text) is not None and (block.is_sentence or block.words > 25)


def _heads_dateline(page: Page, index: int) -> bool:
    """Whether a dateline follows at once, or behind one line with a name."""
    following = page.blocks[index + 1 : index + 3]
    if not following:
        return False
    if dateline(following[0].text):
        return True
    return (
        len(following) > 1
        and (is_name(following[0]) or is_byline(following[0]))
        and dateline(following[1].text) is not None
    )
