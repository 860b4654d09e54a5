"""The title again: as a line of its own, or at the head of the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Page, Title
from daybook.values import Span

_WORD = re.compile(r"\w+")
_SHORTEST = 12
"""Letters and digits; a shorter title may well be a paragraph's first words."""
_TOP = 8


def rule(page: Page) -> Iterator[Span]:
    if page.title is None or page.title.derived:
        return
    wanted = [match[0].casefold() for match in _WORD.finditer(page.title.text)]
    if sum(map(len, wanted)) < _SHORTEST:
        return
    key = " ".join(wanted)
    for index, block in enumerate(page.blocks):
        if len(block.text) <= 2 * len(page.title.text) + 20 and block.folded == key:
            yield block.span("repeated-title")
        elif index < _TOP and len(wanted) >= 4:
            end = _head(block.text, wanted)
            if end:
                yield Span(block.start, block.start + end, "repeated-title")


def _head(text: str, wanted: list[str]) -> int:
    """Where the title ends that `text` begins with, a full stop behind it included; 0 where it does not."""
    found = _WORD.finditer(text)
    end = 0
    for word in wanted:
        match = next(found, None)
        if match is None or match[0].casefold() != word:
            return 0
        end = match.end()
    rest = re.compile(r"""["'”’»]{0,2}(?:[.!?:…]["'”’»]{0,2}(?=\s)|\s*[|–—]\s|\s*\n)""").match(text, end)
    return rest.end() if rest else 0


def is_title(text: str, title: Title) -> bool:
    return " ".join(_WORD.findall(text.casefold())) == " ".join(_WORD.findall(title.text.casefold()))
