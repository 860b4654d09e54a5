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
        self._dated = dated
        self._asked = [_terms(text) for text in undated]
        asked = {term for terms in self._asked for term in terms}
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._spread: Counter[str] = Counter()
        """How many articles have a term."""
        for index, text in enumerate(dated):
            terms = set(_terms(text))
            self._spread.update(terms)
            for term in terms & asked:
                self._postings[term].append(index)
        for term in [term for term, found in self._postings.items() if len(found) > _WIDEST]:
            del self._postings[term]
        for own in self._asked:
            self._spread.update(set(own))
        self._total = len(dated) + len(undated)

    def nearest(self, least: float) -> Iterator[list[Neighbour]]:
        """For each undated text, the dated ones at least so like it, the likest first."""
        for terms in self._asked:
            length = self._measure(terms)
            found = []
            for index in self._like(terms):
                other = _terms(self._dated[index])
                likeness = self._product(terms, other) / (length * self._measure(other))
                found.append(Neighbour(index, likeness))
            yield sorted((n for n in found if n.likeness >= least), key=lambda n: (-n.likeness, n.index))

    def _weight(self, term: str) -> float:
        return math.log(1 + self._total / self._spread[term])

    def _like(self, terms: Counter[str]) -> list[int]:
        """The dated texts that share the most of its rarest terms."""
        rare = sorted(
            (term for term in terms if term in self._postings),
            key=lambda term: (len(self._postings[term]), term),
        )[:_RARE]
        scores: dict[int, float] = defaultdict(float)
        for term in rare:
            weight = self._weight(term) ** 2
            for index in self._postings[term]:
                scores[index] += weight
        return sorted(scores, key=lambda index: (-scores[index], index))[:_COMPARED]

    def _product(self, one: Counter[str], other: Counter[str]) -> float:
        return math.fsum(
            _damped(one[term]) * _damped(other[term]) * self._weight(term) ** 2 for term in one.keys() & other
        )

    def _measure(self, terms: Counter[str]) -> float:
        return math.sqrt(math.fsum((_damped(terms[term]) * self._weight(term)) ** 2 for term in terms))


def _terms(text: str) -> Counter[str]:
    head = text[:_MOST_CHARACTERS]
    if head.isascii():  # where a letter stays one letter, all at once
        return Counter(_TERM.findall(head.lower()))
    return Counter(match[0].casefold() for match in _TERM.finditer(head))


def _damped(count: int) -> float:
    return 1 + math.log(count)
