"""Pairs that people keep apart (apart.yaml), asked by id or by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from daybook.content import slugs

_MARKS = re.compile("[.'’`]")

Labels = frozenset[str]
"""Of all the ids and names of one actor, those that some pair speaks of."""


class Apart:
    """Asked with labels, so that a group of names is kept apart as soon as one of them is."""

    def __init__(self, pairs: Iterable[frozenset[str]]) -> None:
        self._from: defaultdict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            one, other = sorted(label(each) for each in pair)
            if one and one != other:
                self._from[one].add(other)
                self._from[other].add(one)

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


def label(name: str) -> str:
    """What is the same for an id and the name it was made of: small ASCII letters and hyphens."""
    return slugs.slug(_MARKS.sub("", name), 200).removeprefix("the-")
