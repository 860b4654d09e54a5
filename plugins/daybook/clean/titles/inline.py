"""`Bridge closed for repairs. SPRINGFIELD -- Crews began …`: a headline on the line of the dateline."""

from __future__ import annotations

import re

from daybook.clean.dateline import dateline
from daybook.clean.page import Page, Title
from daybook.clean.sentences import split
from daybook.values import Span

_LONGEST = 160
_WINDOW = 600
_DASH = re.compile(r"[-–—_](?:\s|$)")


def find(page: Page) -> Title | None:
    if not page.blocks:
        return None
    block = page.blocks[0]
    if not _DASH.search(block.text[:_WINDOW]):
        return None
    sentences = split(block.text[:_WINDOW])
    if len(sentences) < 2 or sentences[0][1] > _LONGEST or sentences[0][1] < 8:
        return None
    end, following = sentences[0][1], sentences[1][0]
    line = dateline(block.text, following)
    if line is None or not line.words.endswith(("-", "–", "—", "_")):
        return None
    return Title(block.text[:end].rstrip(". "), Span(block.start, block.start + end))
