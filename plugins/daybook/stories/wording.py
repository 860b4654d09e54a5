"""How articles are worded: whether one is a copy of another, and whether both fill in the same form.

A share is exact: that of the runs of words which the shorter of two articles has and the longer has too, not an estimate of it.
Copies share runs of three words, numbers among them. Notices of a series (two bonds, a bank's help to the market day by day) share
runs of two words where numbers are left out, and yet are no copies; reports of one event that were written apart share few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from daybook.digest import Digest

COPIED, LOOSELY = (0.7, 0.5), (0.6, 0.8)
"""Share of runs of three words and cosine from which one is a copy of the other: of any two articles, and of two whose days lie at most one apart, as notices of
later days share a form. Chosen on the open half of tests/quality/gold/pairs.jsonl."""
FORM, FILLED_IN = 0.4, 0.8
"""Share of runs of two words from which two articles have a form in common, and from which they have nothing of their own beside it."""

_WORD = re.compile(r"\d[\d.,/:]*|[^\W\d_]+")
_SHIFT = 21
"""Bits of a word's number: runs of three are exact up to two million different words."""

Runs = NDArray[np.int64]


class Wording:
    """The runs of words of articles, as far as their digests quote them; found where an article is first compared."""

    def __init__(self, articles: Sequence[Digest]) -> None:
        self._articles = articles
        self._numbers: dict[str, int] = {}
        self._found: dict[int, tuple[Runs, Runs]] = {}

    def is_copy(self, one: int, other: int, cosine: float, days: int) -> bool:
        """Whether one has the other's text, or the beginning of it; they lie so many days apart."""
        if cosine < COPIED[1]:
            return False
        share = _share(self._runs(one)[1], self._runs(other)[1])
        return share >= COPIED[0] or (days <= 1 and share >= LOOSELY[0] and cosine >= LOOSELY[1])

    def own(self, one: int, other: int) -> float:
        """How much of the wording is their own, from 0 for a form that both fill in to 1."""
        form = _share(self._runs(one)[0], self._runs(other)[0])
        return min(1.0, max(0.0, (FILLED_IN - form) / (FILLED_IN - FORM)))

    def _runs(self, article: int) -> tuple[Runs, Runs]:
        """Its runs of two words without numbers, and of three."""
        if article not in self._found:
            numbers, passages = self._numbers, self._articles[article].passages
            found = [word for passage in passages for word in _words(passage.words)]
            all = np.array([numbers.setdefault(word, len(numbers)) for word in found], dtype=np.int64)
            plain = all[np.array([not word[0].isdigit() for word in found], dtype=bool)]
            self._found[article] = (
                np.unique(plain[:-1] << _SHIFT | plain[1:]),
                np.unique((all[:-2] << _SHIFT | all[1:-1]) << _SHIFT | all[2:]),
            )
        return self._found[article]


def _words(text: str) -> list[str]:
    return [word.rstrip(".,/:") for word in _WORD.findall(text.casefold())]


def _share(one: Runs, other: Runs) -> float:
    fewer = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / fewer if fewer else 0.0
