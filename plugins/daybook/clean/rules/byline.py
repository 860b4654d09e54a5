"""`By Jane Roe, Staff Writer`, or a name alone on its line between title and body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page
from daybook.clean.rules.posted import is_posted
from daybook.values import Span

BY = re.compile(
    r"(?:by|written by|story by|text by|words by|reporting by|report by|authors?:|von|por|par|da|автор:?)[ :]+(?=[^\W\d_])",
    re.I,
)
_ALONE = frozenset(["by", "von", "por", "par", "da", "автор", "authors", "author"])
_MOST_WORDS = 24
_STAFF = re.compile(
    r"(?:[A-Z][\w.'’-]* ){0,4}(?:staff|senior|chief|special|foreign|political|crime)? ?(?:writer|reporter|correspondent)s?",
    re.I,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){1,3}")
_FROM = re.compile(rf"[A-ZÀ-Þ][\w'’-]{{2,20}}(?: [A-ZÀ-Þ][\w'’-]{{2,20}})?: {_NAME.pattern}")
"""`Beirut: Jane Roe`."""
_PARTING = re.compile(r",? and |, ?| & |; ?")
_PARTICLES = frozenset(["de", "da", "di", "van", "von", "der", "la", "le", "al", "bin", "ben", "el", "ter"])
_TOP = 12


def rule(page: Page) -> Iterator[Span]:
    for index, block in enumerate(page.blocks):
        if block.start < page.top:
            continue
        if is_byline(block) or _is_alone(page.blocks, index):
            yield block.span("byline")
        elif (
            index < _TOP
            and (is_name(block) or _are_names(block) or _FROM.fullmatch(block.text))
            and _is_above_body(page, index)
        ):
            yield block.span("name" if is_name(block) else "byline")


def is_byline(block: Block) -> bool:
    """Whether the block says by whom the article is."""
    if len(block.text) > 200 or block.words > _MOST_WORDS:
        return False
    if len(block.text) <= 60 and _STAFF.fullmatch(block.text):
        return True
    match = BY.match(block.text)
    if match is None or not (match[0][0].isupper() or block.words <= 5):
        return False
    first = block.text[match.end() :].split()[0]
    return first[0].isupper() and (not block.is_sentence or block.words <= 8)


def _is_alone(blocks: tuple[Block, ...], index: int) -> bool:
    """`By` on one line and the name on the next: both belong to the byline."""
    if _says_by(blocks[index]):
        return index + 1 < len(blocks) and is_name(blocks[index + 1])
    return index > 0 and _says_by(blocks[index - 1]) and is_name(blocks[index])


def _says_by(block: Block) -> bool:
    return block.words == 1 and block.text.rstrip(":").casefold() in _ALONE


def is_name(block: Block) -> bool:
    """Whether the block is a person's name and nothing else, by its shape."""
    if len(block.text) > 48 or _NAME.fullmatch(block.text) is None or block.is_sentence:
        return False
    words = block.text.split()
    return all(w[0].isupper() or w in _PARTICLES for w in words) and not block.text.isupper()


def _are_names(block: Block) -> bool:
    """`Ann Porter, Piet de Haan and Lena O.`"""
    if len(block.text) > 160 or (block.is_sentence and not block.text[-2:-1].isupper()):
        return False
    names = [name.strip() for name in _PARTING.split(block.text) if name.strip()]
    return len(names) > 1 and all(_NAME.fullmatch(name) and name[0].isupper() for name in names)


def _is_above_body(page: Page, index: int) -> bool:
    """A name stands above the body if it follows the title at once and a dateline or paragraph comes next."""
    before = page.blocks[:index]
    if (
        page.title is None
        or page.title.derived
        or any(block.is_sentence and block.words > 12 for block in before)
    ):
        return False
    following = page.blocks[index + 1 : index + 3]
    return any(
        dateline(block.text) or is_posted(block) or (block.is_sentence and block.words > 8)
        for block in following
    )
