"""Copies of one text: what each says otherwise than the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from daybook.digest import Digest, Passage

MOST = 6
"""Differences of one copy that are shown."""

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of one text beside that of the other; None where the text has none there."""

    first: Passage | None
    other: Passage | None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A copy beside the first of its text."""

    article: Digest
    changes: tuple[Change, ...]
    """In the text's order; sentences that differ in nothing but marks and capitals are the same."""
    more: int
    """Changes beyond those."""


def carriers(report: Sequence[Digest]) -> tuple[Carrier, ...]:
    """The copies after the first."""
    return tuple(_carrier(report[0], copy) for copy in report[1:])


def _carrier(first: Digest, copy: Digest) -> Carrier:
    found = list(_changes(first.passages, copy.passages))
    return Carrier(copy, tuple(found[:MOST]), len(found[MOST:]))


def _changes(first: Sequence[Passage], other: Sequence[Passage]) -> Iterator[Change]:
    here, there = ([_NO_WORD.sub(" ", p.words.casefold()).strip() for p in each] for each in (first, other))
    for kind, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (Change(one, two) for one, two in zip_longest(first[a:b], other[c:d]))
