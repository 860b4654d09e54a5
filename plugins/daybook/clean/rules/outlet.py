"""Lines that a person said are never article: `drop` in content/authority/sources.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.page import Page
from daybook.values import Span


def rule(page: Page) -> Iterator[Span]:
    outlets = page.authority.sources
    if page.raw.stated.outlet:
        named = page.raw.stated.outlet.casefold()
        own = [o for o in outlets if named in (form.casefold() for form in (o.name, *o.aliases))]
        outlets = tuple(own) or outlets
    lines = {line.strip().casefold() for outlet in outlets for line in outlet.drop}
    if not lines:
        return
    for block in page.blocks:
        if block.text.casefold() in lines:
            yield block.span("outlet")
