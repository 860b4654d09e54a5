"""What a matter weighs: how doubtful it is, and how much of the archive hangs on it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from daybook.values import Rival

FLOOR = 0.25
"""The doubt from which on a decision is worth a look. A rival a third as strong as what was chosen gives it."""
STRONGEST = 4
"""Rivals that are offered for one decision."""
WEAKEST = 0.25
"""Of the best rival's score: what a rival needs to be offered beside it."""


def doubt(confidence: float, rivals: Collection[Rival] = ()) -> float:
    """The chance that a decision is wrong, as far as it says itself: what it lacks in confidence, or the share of its
    best rival in the two scores, whichever is more; never more with more confidence or fewer rivals."""
    return max(round(1.0 - confidence, 4), share(confidence, rivals) if rivals else 0.0)


def share(confidence: float, rivals: Iterable[Rival]) -> float:
    """Of the best rival in the two scores."""
    best = 0.0
    for rival in rivals:
        best = max(best, rival.score)
    return round(best / (best + confidence), 4) if best else 0.0


def prominence(articles: int, mentions: int) -> float:
    """log2(1 + articles) + log2(1 + mentions an article) / 2.

    Logarithms, as the hundredth article tells little that the tenth did not: twice the articles weigh one more, twice the
    mentions in each of them half of that.
    """
    return round(math.log2(1 + articles) + math.log2(1 + mentions / max(1, articles)) / 2, 4)


def strongest(rivals: Iterable[Rival]) -> list[Rival]:
    """The best rivals, each target once, ties by target."""
    ordered = sorted(rivals, key=lambda r: (-r.score, r.target, r.name, r.why))
    best: dict[str, Rival] = {}
    for rival in ordered:
        if rival.score >= WEAKEST * ordered[0].score:
            best.setdefault(rival.target, rival)
    return list(best.values())[:STRONGEST]
