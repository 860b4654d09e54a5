"""What two articles tell in common: whether one tells what the other's title says, and how rare the words are that both have.

Rarity is counted within the days around an article, as in `daybook.stories.likeness`, and is 1 for a word that two of those articles have.
"""

from __future__ import annotations

from collections import defaultdict
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
        numbers = defaultdict[str, int]()
        numbers.default_factory = numbers.__len__
        self._titles, self._all = list[Ints](), list[Ints]()
        for article in articles:
            self._titles.append(_numbers(numbers, article.terms.partition("\n")[0]))
            self._all.append(_numbers(numbers, article.terms))
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
        self._in_title, self._in_all = np.zeros(len(rarity), bool), np.zeros(len(rarity), bool)
        self._whole: dict[int, float] = {}
        self._one = -1
        """The article whose words these mark, as articles are compared with many others each."""

    def common(self, one: int, other: int) -> Common:
        """What two of them have in common."""
        if one != self._one:
            self._mark(self._one, False)
            self._mark(one, True)
            self._one = one
        theirs, title = self._all[other], self._titles[other]
        both = self._rarity[theirs[self._in_all[theirs]]]
        both.sort()
        told = max(
            self._share(theirs[self._in_title[theirs]], one),
            self._share(title[self._in_all[title]], other),
        )
        return Common(told, float(np.add.reduce(both[-RAREST:])) / RAREST)

    def _mark(self, article: int, marked: bool) -> None:
        if article >= 0:
            self._in_title[self._titles[article]] = self._in_all[self._all[article]] = marked

    def _share(self, shared: Ints, article: int) -> float:
        """How much some words are of an article's title."""
        if article not in self._whole:
            self._whole[article] = float(np.add.reduce(self._rarity[self._titles[article]]))
        whole = self._whole[article]
        return float(np.add.reduce(self._rarity[shared])) / whole if whole else 0.0


def _numbers(known: defaultdict[str, int], words: str) -> Ints:
    found = np.array(
        [known[word] for word in dict.fromkeys(words.split()) if not word[0].isdigit()], dtype=np.int64
    )
    found.sort()
    return found
