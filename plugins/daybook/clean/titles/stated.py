"""The title that a sidecar, header, HTML or JSON states; the layer may have it too."""

from __future__ import annotations

from daybook.clean.page import Page, Title
from daybook.clean.rules.density import is_text
from daybook.clean.rules.repeated_title import is_title

_UNDER = 6
"""Blocks below a headline, in which the text begins."""


def find(page: Page) -> Title | None:
    words = page.raw.stated.title
    if words is None:
        return None
    title = Title(words, None)
    longest = 2 * len(words) + 20
    found = [
        number
        for number, block in enumerate(page.blocks)
        if len(block.text) <= longest and is_title(block.text, title)
    ]
    if not found:
        return title
    # Menus and lists of news have it too: the headline is the one that a text follows.
    heads = (number for number in found if any(map(is_text, page.blocks[number + 1 : number + 1 + _UNDER])))
    return Title(words, page.blocks[next(heads, found[0])].span(""))
