"""From a comment form on, in the second half of a page, nothing is article any more."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.page import Page
from daybook.clean.rules.notices import entry
from daybook.values import Span


def rule(page: Page) -> Iterator[Span]:
    if not page.blocks:
        return
    middle = (page.blocks[0].start + page.blocks[-1].end) // 2
    for index, block in enumerate(page.blocks):
        found = entry(block) if block.start >= middle else None
        if found is not None and found.tail:
            for after in page.blocks[index:]:
                yield after.span(found.why)
            return
