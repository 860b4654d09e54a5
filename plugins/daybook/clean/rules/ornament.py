"""Lines without a word, of data, an address of the web or of mail, a handle, a counter above the text: nothing to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.clean.rules.density import is_text
from daybook.values import Span

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|@\w{2,30}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,20}){1,4}", re.I
)
_COUNTER = re.compile(
    r"\d{1,3}(?:[ ,.]?\d{3}){0,3}[km]?(?: (?:views?|shares?|comments?|reads?|переглядів|просмотров))?", re.I
)
_DATA = re.compile(r"""[{\[]\s*(?:"|\{\s*").*":.*[}\]]""")
"""A line of a page's data."""
_LONGEST = 300


def rule(page: Page) -> Iterator[Span]:
    begun = False
    for block in page.blocks:
        begun = begun or is_text(block)
        if block.start < page.top or len(block.text) > _LONGEST:
            continue
        if (
            not any(map(str.isalnum, block.text))
            or _DATA.fullmatch(block.text)
            or (not begun and _COUNTER.fullmatch(block.text))
        ):
            yield block.span("ornament")
        elif is_address(block):
            yield block.span("address")


def is_address(block: Block) -> bool:
    """Whether the block is an address of the web or of mail, or a handle, and nothing else."""
    return len(block.text) <= _LONGEST and _ADDRESS.fullmatch(block.text) is not None
