"""Persons whose names are nearly the same: one letter, an initial, a short form, or the family name first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from daybook.actors.folding import fold
from daybook.actors.forms import same_ends
from daybook.actors.identity.groups import Groups, Known
from daybook.actors.identity.links import Likeness
from daybook.actors.identity.resembling.pairs import MOST, likeness, near, shortened

SAME, LETTER, INITIAL, SHORT, ORDER = 0.85, 0.7, 0.6, 0.5, 0.5
"""How likely two are one: forms of one name that one article tells apart or a person did; a letter that differs;
an initial for the given name; a given name that begins the other; the same words in another order."""


def find(groups: Groups) -> Iterator[Likeness]:
    """Pairs that share a key: given name and nearly the surname, surname and the given name's first letter, all words."""
    alike: defaultdict[tuple[str, ...], list[Known]] = defaultdict(list)
    for known in groups.known:
        for key in sorted(_keys(known)) if known.kind == "person" else ():
            alike[key].append(known)
    for held in alike.values():
        if 1 < len(held) <= MOST:
            for one, other in combinations(held, 2):
                score = max((_score(a, b) for a in _names(one) for b in _names(other)), default=0.0)
                if score and one.root.name != other.root.name:  # those are homonyms
                    yield likeness(one, other, score)


def _names(known: Known) -> list[str]:
    """In full, the most used first; few, as each is compared with each."""
    full = [node for node in known.nodes if same_ends(node.name)]
    return [node.name for node in sorted(full, key=lambda node: (-node.mentions, node.key))[:4]]


def _keys(known: Known) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for name in _names(known):
        first, last = same_ends(name)
        keys |= {("initial", first[0], last), ("words", *sorted(fold(name).split()))}
        keys |= {("letter", first, part) for part in shortened(last)}
        keys |= {("given", last, part) for part in shortened(first)}
    return keys


def _score(one: str, other: str) -> float:
    (first, last), (first2, last2) = same_ends(one), same_ends(other)
    if last == last2:
        return _given(first, first2)
    if first == first2 and len(first) > 1 and near(last, last2):
        return LETTER
    return ORDER if sorted(fold(one).split()) == sorted(fold(other).split()) else 0.0


def _given(first: str, other: str) -> float:
    short, long = sorted((first, other), key=len)
    if short == long:
        return SAME
    if len(short) == 1:
        return INITIAL if long[0] == short else 0.0
    if near(short, long):
        return LETTER
    return SHORT if len(short) > 2 and long.startswith(short) else 0.0
