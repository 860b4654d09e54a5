"""Menus and teasers above the title, where the layer has it."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.page import Page
from daybook.clean.rules.density import is_text
from daybook.values import Span


def rule(page: Page) -> Iterator[Span]:
    """All above the title, unless most of it reads like paragraphs: then the title is not where it seems to be."""
    above = [block for block in page.blocks if block.end <= page.top]
    if not above or sum(map(is_text, above)) * 2 > len(above):
        return
    for block in above:
        yield block.span("menu")
