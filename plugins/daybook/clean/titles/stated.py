"""The title that a sidecar, header, HTML or JSON states; the layer may have it too, among its first blocks."""

from __future__ import annotations

from daybook.clean.page import Page, Title
from daybook.clean.rules.repeated_title import is_title

_TOP = 40


def find(page: Page) -> Title | None:
    words = page.raw.stated.title
    if words is None:
        return None
    title = Title(words, None)
    for block in page.blocks[:_TOP]:
        if len(block.text) <= 2 * len(words) + 20 and is_title(block.text, title):
            return Title(words, block.span(""))
    return title
