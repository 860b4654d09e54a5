"""Lines that a person said are never article: `drop` in content/authority/sources.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.clean.page import Page
from daybook.content.authority import Outlet
from daybook.values import Span

_ON = "…"
"""At a line's end: it goes on with any words."""


def rule(page: Page) -> Iterator[Span]:
    lines = {line.strip().casefold() for outlet in _outlets(page) for line in outlet.drop}
    begun = tuple(filter(None, (line.removesuffix(_ON).rstrip() for line in lines if line.endswith(_ON))))
    if not lines:
        return
    for block in page.blocks:
        words = block.text.casefold()
        if words in lines or (begun and words.startswith(begun)):
            yield block.span("outlet")


def _outlets(page: Page) -> tuple[Outlet, ...]:
    """The outlet that is stated beside the text. Else all: which it is the words tell only later, and lines this exact seldom lie."""
    outlets = page.authority.sources
    if not page.raw.stated.outlet:
        return outlets
    named = page.raw.stated.outlet.casefold()
    own = [o for o in outlets if named in (form.casefold() for form in (o.name, *o.aliases))]
    return tuple(own) or outlets
