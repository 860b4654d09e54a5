"""An agency's sign-off under the story, and its editors' initials: `Reuter`, `(AP)`, `jk/rt (AFP, Reuters)`, `sth/dpa`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.agencies import agency
from daybook.clean.page import Page
from daybook.values import Span

_INITIALS = re.compile(
    r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,3}(?: ?/ ?|[ ]?\()(?P<by>[A-Za-z][\w, /-]{1,40})\)?"
)


def rule(page: Page) -> Iterator[Span]:
    for index, block in enumerate(page.blocks):
        if len(block.text) > 60:
            continue
        last = index >= len(page.blocks) - 2
        if (last and len(block.text) <= 40 and agency(block.text.strip(" ()[]-–—./*"))) or _is_initials(
            block.text
        ):
            yield block.span("signature")


def _is_initials(text: str) -> bool:
    found = _INITIALS.fullmatch(text)
    return found is not None and all(agency(part) for part in re.split(r"[,/]", found["by"]))
