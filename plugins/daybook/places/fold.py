"""The form in which names are compared: no case, no accents, one space between words."""

from __future__ import annotations

import functools
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+|\d+")
"""A word of a name or text; apostrophes, hyphens and full stops stand between words."""

_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@functools.lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """`Québec` to `quebec`, `Saint` to `st`."""
    folded = word.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
    return _SAME.get(folded, folded)


def fold(name: str) -> str:
    """The key of a whole name: `St. John's` to `st john s`."""
    return " ".join(fold_word(word) for word in WORD.findall(name))
