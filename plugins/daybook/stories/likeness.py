"""How alike articles are that lie few days apart: the cosine of their features, each weighted by its rarity among them.

Rarity is counted within the days around an article (log (1 + n/df), after Spärck Jones 1972), so that what is added far away
in time changes nothing. A feature that more than `COMMON` of those articles have says nothing and is left out, which
also keeps the work linear in the number of articles. Of fewer than `FEW` articles, features count as if they were met among so many.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from daybook.digest import Digest
from daybook.stories.features import FEW, REACH, Feature, features

COMMON = 200
"""Articles."""
_CELLS = 1 << 22
"""Pairs that are weighed at a time."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Alike(NamedTuple):
    """Two articles, by their numbers in the order they were given in."""

    article: int
    other: int
    cosine: float


class Likeness:
    """Articles, ready to be compared."""

    def __init__(self, articles: Sequence[Digest]) -> None:
        """`articles` have a day each, and come in its order."""
        self._days = [article.day.toordinal() for article in articles]
        numbers: dict[Feature, int] = {}
        starts, which, weights = [0], list[int](), list[float]()
        for article in articles:
            for feature, weight in features(article).items():
                which.append(numbers.setdefault(feature, len(numbers)))
                weights.append(weight)
            starts.append(len(which))
        self.names = list(numbers)
        """The features, by number."""
        self.size = len(articles)
        self.starts = np.array(starts, dtype=np.int64)
        """Where in `_which` and `_weights` each article begins."""
        self._which = np.array(which, dtype=np.int64)
        self._weights = np.array(weights, dtype=np.float64)
        owner = np.repeat(np.arange(self.size, dtype=np.int64), np.diff(self.starts))
        order = np.argsort(self._which, kind="stable")
        # by feature, then by article: the articles of some days that have a feature are one stretch
        self.owner, self.held = owner[order], self._weights[order]
        self.key = self._which[order] * self.size + self.owner

    def of(self, article: int) -> tuple[Ints, Floats]:
        """An article's features by number, with their weights."""
        return self.stretch(article, article + 1)

    def stretch(self, first: int, end: int) -> tuple[Ints, Floats]:
        """Those of several in a row."""
        begin, stop = self.starts[first], self.starts[end]
        return self._which[begin:stop], self._weights[begin:stop]

    def around(self, at: int) -> Around:
        """The days around one, given by its ordinal, as seen from it."""
        low, high = bisect_left(self._days, at - REACH), bisect_right(self._days, at + REACH)
        return Around(self, bisect_left(self._days, at), bisect_right(self._days, at), low, high)


class Around:
    """The articles of a day, `first` to before `end`, and those near it, `low` to before `high`."""

    def __init__(self, all: Likeness, first: int, end: int, low: int, high: int) -> None:
        self._all, self._first, self._end, self.low, self.high = all, first, end, low, high
        count = np.bincount(all.stretch(low, high)[0], minlength=len(all.names))
        telling = (count > 0) & (count <= COMMON)
        self._rarity = np.where(telling, np.log1p(max(high - low, FEW) / np.maximum(count, 1)), 0.0)

    def alike(self, least: float) -> Iterator[Alike]:
        """Every article of the day with all near it that are at least so much alike, the most alike first, ties in order."""
        low, high = self.low, self.high
        norms = self._norms()
        step = max(1, _CELLS // max(1, high - low))
        for at in range(self._first, self._end, step):
            stop = min(self._end, at + step)
            cosines = self._products(at, stop) / np.maximum(norms[at - low : stop - low, None] * norms, 1e-12)
            cosines[np.arange(stop - at), np.arange(at - low, stop - low)] = 0.0
            for row in range(stop - at):
                near = np.flatnonzero(cosines[row] >= least)
                found = cosines[row, near]
                ordered = np.argsort(-found, kind="stable")
                pairs = zip((near[ordered] + low).tolist(), found[ordered].tolist(), strict=True)
                yield from (Alike(at + row, other, round(cosine, 4)) for other, cosine in pairs)

    def shared(self, one: int, other: int) -> list[Feature]:
        """What two articles have in common, what says most first."""
        numbers, weights = self._all.of(one)
        theirs = set(self._all.of(other)[0].tolist())
        worth = (weights * self._rarity[numbers]).tolist()
        both = [
            (-w, self._all.names[n])
            for n, w in zip(numbers.tolist(), worth, strict=True)
            if n in theirs and w
        ]
        return [name for _, name in sorted(both)]

    def _norms(self) -> Floats:
        starts = self._all.starts[self.low : self.high + 1]
        which, weights = self._all.stretch(self.low, self.high)
        sums = np.concatenate(([0.0], np.cumsum((weights * self._rarity[which]) ** 2)))
        norms: Floats = np.sqrt(np.diff(sums[starts - starts[0]]))
        return norms

    def _products(self, first: int, end: int) -> Floats:
        """The inner products of some articles with all that are near."""
        all, low, high = self._all, self.low, self.high
        which, weights = all.stretch(first, end)
        rows = np.repeat(np.arange(end - first, dtype=np.int64), np.diff(all.starts[first : end + 1]))
        telling = self._rarity[which] > 0
        which, rows = which[telling], rows[telling]
        weights = weights[telling] * self._rarity[which] ** 2
        left = np.searchsorted(all.key, which * all.size + low)
        count = np.searchsorted(all.key, which * all.size + high) - left
        # every feature of these articles beside every article that has it too
        ends = np.cumsum(count)
        total = int(ends[-1]) if len(ends) else 0
        place = np.arange(total) - np.repeat(ends - count, count) + np.repeat(left, count)
        cell = np.repeat(rows, count) * (high - low) + all.owner[place] - low
        value = np.repeat(weights, count) * all.held[place]
        made: Floats = np.bincount(cell, weights=value, minlength=(end - first) * (high - low)).astype(
            np.float64
        )
        return made.reshape(end - first, high - low)
