"""The English stemmer, with the same answers as lunr.js 2.3.9's: a word is stemmed alike at build and in the browser."""

from __future__ import annotations

import re
from functools import lru_cache

from lunr.stemmer import PorterStemmer

_STEMMED = re.compile(r"[a-z]{3,}", re.ASCII)


class _Stemmer(PorterStemmer):  # type: ignore[misc]
    """lunr.py's, brought to lunr.js's answers where the two depart from each other."""

    b: str
    k: int
    k0: int

    def step1c(self) -> None:
        """Turn a last y into i behind a consonant that is not the word's first letter: try, but not lay."""
        if self.k - self.k0 >= 2 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]

    def doublec(self, j: int) -> int:
        """A doubled y is left."""
        return 0 if self.b[j] == "y" else int(super().doublec(j))

    def ends(self, s: str) -> int:
        """A word that is nothing but one of these endings does not end in it."""
        if s in ("sses", "ies", "eed") and self.k - self.k0 + 1 == len(s):
            return 0
        return int(super().ends(s) or 0)


_stemmer = _Stemmer()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The English stem of a folded word; a word with anything but a to z in it stays as it is."""
    return str(_stemmer.stem(word)) if _STEMMED.fullmatch(word) else word
