"""How like two stories are: the cosine of their rarer words, weighted by how few articles have them."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TERM = re.compile(r"[^\W\d_]{4,30}|\d[\d,.]{0,12}\d")
_MOST_CHARACTERS = 20_000
_COMMON = 0.05
"""A word in more articles than this share, and than `_FEW`, finds no neighbour."""
_FEW = 20


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article like another one."""

    index: int
    likeness: float
    """Cosine, 0 to 1."""


class Archive:
    """Dated texts, indexed by the terms of the undated ones alone, so that the index stays small."""

    def __init__(self, dated: Sequence[str], undated: Sequence[str]) -> None:
        self._asked = [_terms(text) for text in undated]
        wanted = {term for terms in self._asked for term in terms}
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        frequency = Counter(term for terms in self._asked for term in terms)
        told = [_terms(text) for text in dated]
        for index, terms in enumerate(told):
            frequency.update(terms.keys())
            for term, count in terms.items():
                if term in wanted:
                    self._postings[term].append((index, count))
        total = len(dated) + len(undated)
        self._weight = {term: math.log(1 + total / count) for term, count in frequency.items()}
        self._most = max(_FEW, int(total * _COMMON))
        self._norm = [self._length(terms) for terms in told]

    def nearest(self, least: float) -> Iterator[list[Neighbour]]:
        """For each undated text, the dated ones at least so like it, the likest first."""
        for terms in self._asked:
            length = self._length(terms)
            scores: dict[int, float] = defaultdict(float)
            for term in sorted(terms):
                postings = self._postings.get(term, [])
                if len(postings) <= self._most:
                    for index, count in postings:
                        scores[index] += _damped(terms[term]) * _damped(count) * self._weight[term] ** 2
            found = [
                Neighbour(i, score / (length * self._norm[i])) for i, score in scores.items() if self._norm[i]
            ]
            yield sorted((n for n in found if n.likeness >= least), key=lambda n: (-n.likeness, n.index))

    def _length(self, terms: Counter[str]) -> float:
        return math.sqrt(sum((_damped(terms[term]) * self._weight[term]) ** 2 for term in sorted(terms)))


def _terms(text: str) -> Counter[str]:
    return Counter(match[0].casefold() for match in _TERM.finditer(text[:_MOST_CHARACTERS]))


def _damped(count: int) -> float:
    return 1 + math.log(count)
