"""What two articles tell in common: whether one tells what the other's title says, and how rare the words are that both have.

Rarity is counted within the days around an article, as in `daybook.stories.likeness`, and is 1 for a word that two of those articles have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from daybook.digest import Digest
from daybook.stories.features import FEW

RAREST = 5
"""Words in common that are looked at."""
HANDFUL = 10
"""Articles that are thought beside those there are: a handful was collected for something, and its words are no measure of what is common."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Common(NamedTuple):
    """Both from 0 to 1."""

    told: float
    """How much of one's title stands in the other, words weighed by their rarity; the better of both ways."""
    rare: float
    """The mean rarity of the rarest words that both have."""


class Telling:
    """The words of articles, without numbers: terms of the search index."""

    def __init__(self, articles: Sequence[Digest]) -> None:
        numbers: dict[str, int] = {}
        self._titles, self._all = list[Ints](), list[Ints]()
        for article in articles:
            title, _, text = article.terms.partition("\n")
            self._titles.append(_numbers(numbers, title.split()))
            self._all.append(_numbers(numbers, f"{title} {text}".split()))
        self._size = len(numbers)

    def around(self, low: int, high: int) -> Among:
        """As seen among the articles from `low` to before `high`."""
        held = np.concatenate(self._all[low:high])
        count = np.maximum(np.bincount(held, minlength=self._size), 1)
        # among few articles it is not known how rare a word is: the fewer they are, the less rare it counts
        many = max(high - low, FEW)
        seen = min(high - low + HANDFUL, many)
        return Among(self._titles, self._all, np.log1p((seen * many) ** 0.5 / count) / np.log1p(many / 2))


class Among:
    """Articles among those of some days."""

    def __init__(self, titles: Sequence[Ints], all: Sequence[Ints], rarity: Floats) -> None:
        self._titles, self._all, self._rarity = titles, all, rarity

    def common(self, one: int, other: int) -> Common:
        """What two of them have in common."""
        both = self._rarity[np.intersect1d(self._all[one], self._all[other], assume_unique=True)]
        rarest = np.sort(both)[-RAREST:]
        told = max(self._told(one, other), self._told(other, one))
        return Common(told, float(rarest.sum()) / RAREST)

    def _told(self, one: int, other: int) -> float:
        title = self._titles[one]
        whole = self._rarity[title].sum()
        shared = np.intersect1d(title, self._all[other], assume_unique=True)
        return float(self._rarity[shared].sum() / whole) if whole else 0.0


def _numbers(known: dict[str, int], words: Sequence[str]) -> Ints:
    found = {known.setdefault(word, len(known)) for word in words if not word[0].isdigit()}
    return np.array(sorted(found), dtype=np.int64)
