"""Paragraphs in which Markdown reads nothing: most of a newspaper's, and then no reader of Markdown is called."""

from __future__ import annotations

import re

from daybook.content.markdown import plain

LONGEST = 4_000
"""Characters. A longer paragraph takes the long way, with its limits."""

# Letters and digits of any script, and the signs of news that mark nothing within a line; entities and escapes as
# `daybook.content.markdown.escape` writes them.
_PLAIN = re.compile(
    r"(?![-+=#>]|\d{1,20}[.)])"
    r"(?:(?:[^\W_]|[ .,;:'\"’‘“”«»„…–—!?()/%$€£¥§°@=|~^>-])++|\\[!-/:-@\[-`{-~]|&(?:lt|amp|gt|quot);|&(?![#\w]))++"
)


def unmarked(paragraph: str) -> str | None:
    """The text of a paragraph without Markdown but escapes; None where the long way has to be taken."""
    if len(paragraph) > LONGEST or _PLAIN.fullmatch(paragraph) is None or paragraph != paragraph.strip():
        return None
    return plain(paragraph) if "\\" in paragraph or "&" in paragraph else paragraph
