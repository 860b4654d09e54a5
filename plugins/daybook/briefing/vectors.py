"""Sentences as vectors: the terms of the search index and the names in them, each weighted by its rarity among the sentences at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from daybook.digest import Passage
from daybook.search.tokens import terms

Named = TypeVar("Named", bound=Hashable)
Vector = Mapping[str, float]
"""Of length 1, or empty."""


class Sentences:
    """Sentences beside one another."""

    def __init__(self, told: Sequence[tuple[Passage, str]]) -> None:
        """`told` are given with their languages (BCP 47)."""
        held = [_features(passage, lang) for passage, lang in told]
        count = Counter(chain.from_iterable(held))
        rarity = {feature: math.log1p(len(held) / n) for feature, n in count.items()}
        self.vectors = [unit({feature: rarity[feature] for feature in features}) for features in held]
        self._having: dict[str, list[tuple[int, float]]] = {}
        for number, vector in enumerate(self.vectors):
            for feature, weight in vector.items():
                self._having.setdefault(feature, []).append((number, weight))

    def near(self, number: int) -> dict[int, float]:
        """The cosines of one with all that share anything with it, itself among them."""
        found: dict[int, float] = {}
        for feature, weight in self.vectors[number].items():
            for other, theirs in self._having[feature]:
                found[other] = found.get(other, 0.0) + weight * theirs
        return found


def product(one: Vector, other: Vector) -> float:
    """The cosine of two."""
    return sum([weight * other[feature] for feature, weight in one.items() if feature in other])


def middle(held: Iterable[Vector]) -> Vector:
    """What several have in common: their sum, of length 1."""
    sums: dict[str, float] = {}
    for vector in held:
        for feature, weight in vector.items():
            sums[feature] = sums.get(feature, 0.0) + weight
    return unit(sums)


def _features(passage: Passage, lang: str) -> list[str]:
    """In an order of their own, so that sums come out the same in every run."""
    return sorted({*terms(passage.words, lang), *passage.names})


def unit(vector: dict[Named, float]) -> dict[Named, float]:
    """The same, of length 1."""
    length = math.sqrt(sum([weight * weight for weight in vector.values()]))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}
