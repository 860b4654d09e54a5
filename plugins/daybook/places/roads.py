"""Roads by name and by number: `Mayfield Road`, `North 40th Street`, `Interstate 64`."""

from __future__ import annotations

from typing import Final

from daybook.places.context import context
from daybook.places.scene import Scene

_LONGEST: Final = 4
_NOT_FIRST: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "at",
        "on",
        "in",
        "of",
        "near",
        "along",
        "off",
        "and",
        "from",
        "to",
        "between",
        "then",
        "his",
        "her",
        "their",
        "our",
        "when",
        "while",
    ]
)


def roads(scene: Scene) -> list[tuple[int, int]]:
    """First and last words of each road's name, in order."""
    words, found = context(), []
    for at, word in enumerate(scene.folded):
        if not scene.words[at][0].isupper() or scene.shouted[at]:
            continue
        if word in words.roads and (first := _named(scene, at)) is not None:
            found.append((first, at))
        elif word in words.stopped_roads and scene.layer[scene.ends[at] : scene.ends[at] + 1] == ".":
            first = _named(scene, at)
            if first is not None and (
                scene.printed(first - 1).isdigit() or not scene.printed(at + 1)[:1].isupper()
            ):
                found.append((first, at))
        elif word in words.highways and scene.gap(at + 1) in {" ", "-"} and scene.printed(at + 1).isdigit():
            state = (
                at > 0 and scene.folded[at - 1] in {"state", "county"} and scene.words[at - 1][0].isupper()
            )
            found.append((at - 1 if state else at, at + 1))
    return found


def _named(scene: Scene, at: int) -> int | None:
    """Where the name that ends in a road's noun begins; None where the noun stands alone."""
    first = at
    while at - first < _LONGEST and first > 0 and scene.gap(first) in {" ", ". "}:
        word = scene.words[first - 1]
        if word.isdigit() and scene.gap(first) == " ":
            break
        if not (word[0].isupper() or _ordinal(scene, first - 1)) or scene.folded[first - 1] in _NOT_FIRST:
            break
        if scene.gap(first) == ". " and len(word) > 2:
            break
        first -= 2 if _ordinal(scene, first - 1) else 1
    return first if first < at else None


def _ordinal(scene: Scene, at: int) -> bool:
    """The letters of `40th`, whose number is the word before."""
    return scene.folded[at] in {"st", "nd", "rd", "th"} and scene.gap(at) == ""
