"""Where an extractor's text stands in the visible text of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_GRAM = 4
"""Words that make a line known wherever they follow one another."""
_SHARE = 0.6
"""Of a line's runs of four words that the extractor's text has; it may part lines elsewhere, and drop a link in them."""


def lines_of(text: str, layer: str) -> Iterator[tuple[int, int]]:
    """The lines of `layer` that `text` has: long ones by their runs of four words, short ones as they stand."""
    words = _WORD.findall(text.casefold())
    grams = set(zip(*(words[start:] for start in range(_GRAM)), strict=False))
    short = {" ".join(_WORD.findall(line)) for line in text.casefold().split("\n")}
    for match in _LINE.finditer(layer):
        own = _WORD.findall(match[0].casefold())
        runs = list(zip(*(own[start:] for start in range(_GRAM)), strict=False))
        if runs:
            known = sum(run in grams for run in runs) >= _SHARE * len(runs)
        else:
            known = bool(own) and " ".join(own) in short
        if known:
            yield match.span()
