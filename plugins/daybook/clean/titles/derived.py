"""No title at all: the first sentence stands in for it, without its full stop. Nothing is invented."""

from __future__ import annotations

from daybook.clean.dateline import dateline
from daybook.clean.page import Block, Page, Title
from daybook.clean.rules.notices import reason
from daybook.clean.rules.posted import is_posted
from daybook.clean.sentences import split

LONGEST = 240
"""Code points; a longer sentence is cut at a word's end."""
_WINDOW = 1000
"""Code points in which the sentence is looked for."""


def find(page: Page) -> Title | None:
    block = _lead(page)
    if block is None:
        return None
    text = block.text[:_WINDOW]
    line = dateline(text)
    text = text[line.end :].lstrip() if line and text[line.end :].strip() else text
    sentences = split(text)
    words = " ".join(text[slice(*sentences[0])].split()) if sentences else ""
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST].rstrip(" ,;:–—-") + "…"
    elif words.endswith(".") and not words.endswith(".."):
        words = words[:-1]
    return Title(words, None, derived=True) if words else None


def _lead(page: Page) -> Block | None:
    """The first block that reads like text, else the first that is no notice."""
    usable = [block for block in page.blocks if not is_posted(block) and not reason(block)]
    return next(
        (block for block in usable if block.is_sentence and block.words >= 6), usable[0] if usable else None
    )
