"""A flattened page begins with its <title>, `Headline - Outlet`, and has the headline again further down."""

from __future__ import annotations

import re

from daybook.clean.page import Page, Title
from daybook.clean.rules.density import is_text

_PARTS = re.compile(r"\s[-–—|:»·•]\s|\s?\|\s?")
_SHORTEST = 16
_FEWEST_BETWEEN = 2


def find(page: Page) -> Title | None:
    if len(page.blocks) <= _FEWEST_BETWEEN or len(page.blocks[0].text) > 300:
        return None
    first = page.blocks[0]
    parts = _PARTS.split(first.text)
    wanted = {_flat(text) for text in (first.text, *parts) if len(text) >= _SHORTEST}
    texts = 0
    for number, block in enumerate(page.blocks[1:], 1):
        texts += is_text(block)
        if texts * 5 > number:
            return None
        if (
            number >= _FEWEST_BETWEEN
            and len(block.text) <= len(first.text)
            and not block.is_sentence
            and _flat(block.text) in wanted
        ):
            return Title(block.text, block.span(""))
    return None


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
