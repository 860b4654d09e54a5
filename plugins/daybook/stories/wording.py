"""How articles are worded: whether one is a copy of another, and whether both fill in the same form.

A share is exact: that of the runs of words which the shorter of two articles has and the longer has too, not an estimate of it.
Copies share runs of three words, numbers among them. Notices of a series (two bonds, a bank's help to the market day by day) share
runs of two words where numbers are left out, and yet are no copies; reports of one event that were written apart share few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from daybook.digest import Digest

COPIED, LOOSELY = (0.7, 0.5), (0.6, 0.8)
"""Share of runs of three words and cosine from which one is a copy of the other: of any two articles, and of two whose days lie at most one apart, as notices of
later days share a form. Chosen on the open half of tests/quality/gold/pairs.jsonl."""
FORM, FILLED_IN = 0.4, 0.8
"""Share of runs of two words from which two articles have a form in common, and from which they have nothing of their own beside it."""

_WORD = re.compile(r"\d(?:[\d.,/:]*\d)?|[^\W\d_]+")
_SHIFT = 21
"""Bits of a word's number: runs of three are exact up to two million different words."""

Runs = NDArray[np.int64]


class Shares(NamedTuple):
    """How much of the wording of the shorter of two articles the other has as well, from 0 to 1."""

    form: float
    """Of the runs of two words, numbers left out."""
    text: float | None
    """Of the runs of three; None where the two are too unlike for copies, so that it was not counted."""

    def enough(self, cosine: float) -> bool:
        """Whether all is counted that articles so much alike are asked for."""
        return self.text is not None or cosine < COPIED[1]

    def copied(self, cosine: float, days: int) -> bool:
        """Whether one of the two has the other's text, or the beginning of it; they are so much alike, and lie so many days apart."""
        if self.text is None or cosine < COPIED[1]:
            return False
        near = days <= 1 and cosine >= LOOSELY[1]
        return self.text >= COPIED[0] or (near and self.text >= LOOSELY[0])

    @property
    def own(self) -> float:
        """How much of the wording is their own, from 0 for a form that both fill in to 1."""
        return min(1.0, max(0.0, (FILLED_IN - self.form) / (FILLED_IN - FORM)))


class Wording:
    """The runs of words of articles, as far as their digests quote them; found where an article is first compared."""

    def __init__(self, articles: Sequence[Digest]) -> None:
        self._articles = articles
        self._numbers = defaultdict[str, int]()
        self._numbers.default_factory = self._numbers.__len__
        self._found: dict[int, tuple[Runs, Runs]] = {}

    def shares(self, one: int, other: int, cosine: float) -> Shares:
        """Of two articles that are so much alike."""
        (form, text), (other_form, other_text) = self._runs(one), self._runs(other)
        return Shares(_share(form, other_form), _share(text, other_text) if cosine >= COPIED[1] else None)

    def _runs(self, article: int) -> tuple[Runs, Runs]:
        """Its runs of two words without numbers, and of three."""
        if article not in self._found:
            passages = self._articles[article].passages
            found = _WORD.findall("\n".join([passage.words for passage in passages]).casefold())
            all = np.fromiter(map(self._numbers.__getitem__, found), np.int64, len(found))
            plain = all[np.fromiter(map(str.isalpha, found), bool, len(found))]
            self._found[article] = (
                np.unique(plain[:-1] << _SHIFT | plain[1:]),
                np.unique((all[:-2] << _SHIFT | all[1:-1]) << _SHIFT | all[2:]),
            )
        return self._found[article]


def _share(one: Runs, other: Runs) -> float:
    fewer = min(len(one), len(other))
    if not fewer:
        return 0.0
    place = np.minimum(one.searchsorted(other), len(one) - 1)
    return int(np.count_nonzero(one[place] == other)) / fewer
