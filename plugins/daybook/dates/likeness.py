"""How like two stories are: the cosine of their rarer words, weighted by how few articles have them.

Only articles that share several of a story's rarest words are compared with it, so the time stays near the archive's length.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TERM = re.compile(r"[^\W\d_]{4,30}|\d[\d,.]{0,12}\d")
_MOST_CHARACTERS = 20_000
_RARE = 30
"""How many of a story's rarest words look for its neighbours; two like stories share half of them."""
_WIDEST = 300
"""A word in more dated articles than this finds none."""
_COMPARED = 12
"""How many of those that share the most rare words are compared in full."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article like another one."""

    index: int
    likeness: float
    """Cosine, 0 to 1."""


class Archive:
    """Dated texts, indexed by the rarer terms of the undated ones alone, so that the index stays small."""

    def __init__(self, dated: Sequence[str], undated: Sequence[str]) -> None:
        self._asked = [_terms(text) for text in undated]
        self._told = [_terms(text) for text in dated]
        spread = Counter(term for terms in self._told for term in terms)
        wanted = {term for terms in self._asked for term in terms if spread[term] <= _WIDEST}
        frequency = spread + Counter(term for terms in self._asked for term in terms)
        total = len(dated) + len(undated)
        self._weight = {term: math.log(1 + total / count) for term, count in frequency.items()}
        self._length = [self._measure(terms) for terms in self._told]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for index, terms in enumerate(self._told):
            for term in terms.keys() & wanted:
                self._postings[term].append(index)

    def nearest(self, least: float) -> Iterator[list[Neighbour]]:
        """For each undated text, the dated ones at least so like it, the likest first."""
        for terms in self._asked:
            length = self._measure(terms)
            found = [
                Neighbour(index, self._product(terms, self._told[index]) / (length * self._length[index]))
                for index in self._like(terms)
            ]
            yield sorted((n for n in found if n.likeness >= least), key=lambda n: (-n.likeness, n.index))

    def _like(self, terms: Counter[str]) -> list[int]:
        """The dated texts that share the most of its rarest terms."""
        rare = sorted(
            (term for term in terms if term in self._postings),
            key=lambda term: (len(self._postings[term]), term),
        )[:_RARE]
        scores: dict[int, float] = defaultdict(float)
        for term in rare:
            weight = self._weight[term] ** 2
            for index in self._postings[term]:
                scores[index] += weight
        return sorted(scores, key=lambda index: (-scores[index], index))[:_COMPARED]

    def _product(self, one: Counter[str], other: Counter[str]) -> float:
        return math.fsum(
            _damped(one[term]) * _damped(other[term]) * self._weight[term] ** 2 for term in one.keys() & other
        )

    def _measure(self, terms: Counter[str]) -> float:
        return math.sqrt(math.fsum((_damped(terms[term]) * self._weight[term]) ** 2 for term in terms))


def _terms(text: str) -> Counter[str]:
    return Counter(match[0].casefold() for match in _TERM.finditer(text[:_MOST_CHARACTERS]))


def _damped(count: int) -> float:
    return 1 + math.log(count)
