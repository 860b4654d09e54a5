"""Pairs that people keep apart (apart.yaml), asked by id or by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from daybook.content import slugs
from daybook.content.authority import Authority

_MARKS = re.compile("[.'’`]")

Labels = frozenset[str]
"""Of all the ids and names of one actor, those that some pair speaks of."""


class Apart:
    """Asked with labels, so that a group of names is kept apart as soon as one of them is."""

    def __init__(self, authority: Authority) -> None:
        self._from: defaultdict[str, set[str]] = defaultdict(set)
        names = _names(authority) if authority.apart else {}
        for pair in authority.apart:
            one, other = (names.get(found, {found}) for found in sorted(map(label, pair)))
            for each in one - other - {""}:
                self._from[each] |= other - one
            for each in other - one - {""}:
                self._from[each] |= one - other

    def __bool__(self) -> bool:
        return bool(self._from)

    def labels(self, names: Iterable[str]) -> Labels:
        """What of these ids and names any pair speaks of."""
        return (
            frozenset(found for name in names if (found := label(name)) in self._from) if self else Labels()
        )

    def keeps(self, one: Labels, other: Labels) -> bool:
        """Whether a pair has one of these and one of those."""
        return any(not self._from[each].isdisjoint(other) for each in one) if one and other else False

    def keeps_names(self, one: str, other: str) -> bool:
        """Whether a pair has the two, each an id or a name."""
        return bool(self) and label(other) in self._from.get(label(one), ())


@lru_cache(maxsize=8)
def of(authority: Authority) -> Apart:
    """The pairs of an authority file; one that speaks of an entry speaks of all its names."""
    return Apart(authority)


def _names(authority: Authority) -> dict[str, set[str]]:
    """All labels of an entry by each of them, those of two entries left out."""
    found: dict[str, set[str]] = {}
    shared: set[str] = set()
    for entry in authority.actors:
        labels = {label(each) for each in (entry.id, entry.name, *entry.aliases)}
        shared |= labels & found.keys()
        found |= dict.fromkeys(labels, labels)
    return {one: labels - (shared - {one}) for one, labels in found.items() if one not in shared}


def label(name: str) -> str:
    """What is the same for an id and the name it was made of: small ASCII letters and hyphens."""
    return slugs.slug(_MARKS.sub("", name), 200).removeprefix("the-")
