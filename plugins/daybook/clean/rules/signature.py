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
        last = index >= len(page.blocks) - 2
        if len(block.text) <= 60 and ((last and _is_agency(block.text)) or _is_initials(block.text)):
            yield block.span("signature")
        elif last and _is_agency(under := block.text.rpartition("\n")[2]):
            yield Span(block.end - len(under), block.end, "signature")  # below a line without a full stop


def _is_agency(line: str) -> bool:
    return len(line) <= 40 and agency(line.strip(" ()[]-–—./*")) is not None


def _is_initials(text: str) -> bool:
    found = _INITIALS.fullmatch(text)
    return found is not None and all(agency(part) for part in re.split(r"[,/]", found["by"]))
