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

COPIED = 0.7
"""Share of runs of three words from which one is a copy of the other. This and the next were chosen on the open half of tests/quality/gold/pairs.jsonl."""
ALMOST = 0.4
"""Cosine that copies have at least: the fewest words of a form with all else in common are no copy."""
FORM, FILLED_IN = 0.4, 0.8
"""Share of runs of two words from which likeness counts less, and from which it counts for nothing."""
GOES_ON = 0.05
"""By how much it counts less for each day after the next."""

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

    def is_copy(self, one: int, other: int, cosine: float) -> bool:
        """Whether one has the other's text, or the beginning of it."""
        return cosine >= ALMOST and _share(self._runs(one)[1], self._runs(other)[1]) >= COPIED

    def likeness(self, one: int, other: int, cosine: float, days: int) -> float:
        """What a cosine says of one event, of two articles so many days apart that are no copies."""
        form = _share(self._runs(one)[0], self._runs(other)[0])
        own = min(1.0, max(0.0, (FILLED_IN - form) / (FILLED_IN - FORM)))
        return cosine * own * (1 - GOES_ON * max(0, days - 1))

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
