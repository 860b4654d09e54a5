"""Organisations whose names differ by one word that one of them lacks, or by one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from daybook.actors.folding import plain_fold
from daybook.actors.identity.groups import Groups, Known
from daybook.actors.identity.links import Likeness
from daybook.actors.identity.resembling.pairs import likeness, near

LETTER, WORD = 0.8, 0.4
FEW = 2
"""Bodies that may share what is left of a name; of more (`Ministry of Defence`) none is meant by the short form."""

_SMALL = frozenset(
    [
        "and",
        "for",
        "of",
        "the",
        "in",
        "on",
        "to",
        "de",
        "la",
        "le",
        "du",
        "des",
        "der",
        "die",
        "das",
        "und",
        "y",
        "e",
    ]
)


def find(groups: Groups) -> Iterator[Likeness]:
    """Pairs of names of two words or more."""
    alike: defaultdict[tuple[str, ...], list[tuple[Known, tuple[str, ...]]]] = defaultdict(list)
    for known in groups.known:
        if known.kind == "organisation":
            for words in sorted({_words(node.name) for node in known.nodes[:8]}):
                for key in sorted(_keys(words)):
                    alike[key].append((known, words))
    for held in alike.values():
        if len(held) <= FEW:
            for (one, words), (other, more) in combinations(held, 2):
                score = _score(words, more) if one.root != other.root else 0.0
                if score:
                    yield likeness(one, other, score)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in plain_fold(name).split() if word not in _SMALL)


def _keys(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All words, and all but one."""
    if not 2 <= len(words) <= 8:
        return set()
    return {words, *(words[:n] + words[n + 1 :] for n in range(len(words)) if len(words) > 2)}


def _score(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if len(one) != len(other):
        return WORD
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return LETTER if len(apart) <= 1 and all(near(a, b) for a, b in apart) else 0.0
