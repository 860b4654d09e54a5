"""What the finders share: which of two is the newcomer, and names that differ by a letter, in linear time."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.identity.groups import Known
from daybook.actors.identity.links import Likeness

MOST = 12
"""Actors that one key may bring side by side; a key that more share (a common surname's initial) tells nothing."""


def likeness(one: Known, other: Known, score: float, why: str = "resembles") -> Likeness:
    """The one met in fewer articles is the one in question."""
    new, old = sorted((one, other), key=lambda known: (known.articles, known.root))
    return Likeness(new.root, old.root, score, why)


def shortened(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words within one letter of each other share one."""
    yield word
    if len(word) > 4:
        for at in range(len(word)):
            yield word[:at] + word[at + 1 :]


def near(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes the two the same; of at least five letters."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]
