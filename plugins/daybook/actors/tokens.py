"""Words and their places in the text layer, cut alike for training and for tagging."""

from __future__ import annotations

import re
from collections.abc import Iterator

Token = tuple[str, int]
"""A word and its first offset."""

LONGEST = 80
"""Characters of one token at most, so that a line without spaces costs no more than one with them."""

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,8}(?![a-z])"  # U.S., a.m.
    r"|(?:Mrs?|Ms|Drs?|St|Jr|Sr|Gen|Sgt|Col|Lt|Gov|Sen|Rep|Prof|Rev|Capt|Maj|Adm|Messrs|Hon|Inc|Corp|Ltd|Co|Bros)\."
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial before a name
    r"|[A-Za-z]['’](?=[A-Z])[^\W\d_]{1,80}"  # O'Brien, d'Estaing
    r"|['’](?:s|S|re|ve|ll|d|m|t)\b"
    r"|[^\W\d_]{1,80}(?:['’](?!(?:s|S|re|ve|ll|d|m|t)\b)[^\W\d_]{1,80})?"
    r"|\d{1,80}(?:[.,:]\d{1,80}){0,8}"
    r"|\S"
)


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Each token of `text[start:end]` with its offset in `text`; hyphens, clitics and marks stand alone."""
    for match in _TOKEN.finditer(text, start, end):
        yield match[0], match.start()


def plain(word: str) -> str:
    """`U.N.` as `UN`, `’s` as `'s`."""
    if len(word) > 2 and word[1] == "." and word[-1] == ".":
        return word.replace(".", "")
    return word.replace("’", "'")


def words_of(text: str) -> tuple[str, ...]:
    """The plain words of a name."""
    return tuple(plain(word) for word, _ in tokens(text, 0, len(text)))
