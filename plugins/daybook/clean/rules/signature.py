"""An agency's sign-off under the story: `Reuter`, `(AP)`."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.agencies import agency
from daybook.clean.page import Page
from daybook.values import Span


def rule(page: Page) -> Iterator[Span]:
    for block in page.blocks[-2:]:
        if len(block.text) <= 40 and agency(block.text.strip(" ()[]-–—./*")):
            yield block.span("signature")
