"""Of rules that answer for the same words, the one with the longest answer is heard."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.actors.scene import Found


def longest(answers: Sequence[Sequence[Found]]) -> list[Found]:
    """The longest of overlapping answers, by offset; of equal ones that of the earlier rule."""
    ranked = sorted(
        ((found, rank) for rank, rule in enumerate(answers) for found in rule),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1]),
    )
    kept: list[Found] = []
    for found, _ in ranked:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
        elif found.end - found.start > kept[-1].end - kept[-1].start:
            kept[-1] = found
    return kept
