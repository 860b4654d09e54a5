"""The odds that two articles tell of one event, of a few things that are known of them: a logistic regression.

The weights were learned from the pairs of Reuters articles that readers judged (the open half of tests/quality/gold/pairs.jsonl, without copies) by
`python -m scripts.story_weights`, which also tells how well such weights do on pairs that they were not learned from.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Evidence(NamedTuple):
    """Of two articles."""

    cosine: float
    """How alike they are (`daybook.stories.likeness`)."""
    told: float
    rare: float
    """What they tell in common (`daybook.stories.telling`)."""
    own: float
    """How much of their wording is their own and not a form that both fill in (`daybook.stories.wording`)."""


class Weights(NamedTuple):
    """What each of these adds to the logarithm of the odds, from nothing to all of it; `base` is always added."""

    base: float
    cosine: float
    told: float
    rare: float
    own: float
    series: float
    """For the logarithm of 1 + days on which either is told anew in the same form, of articles of two days."""


WEIGHTS = Weights(base=-12.8, cosine=2.9, told=5.0, rare=9.3, own=3.0, series=-2.9)


def odds(evidence: Evidence, weights: Weights = WEIGHTS) -> float:
    """Their logarithm, as far as the two articles tell it by themselves."""
    sums = (weight * value for weight, value in zip(weights[1:], evidence, strict=False))
    return weights.base + sum(sums)


def chance(odds: float, again: int, weights: Weights = WEIGHTS) -> float:
    """From 0 to 1; `again` are the days on which the same form is met again, 0 for articles of one day."""
    return 1 / (1 + math.exp(-odds - weights.series * math.log1p(again)))
