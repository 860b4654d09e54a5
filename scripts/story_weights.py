"""Learn the weights of `daybook.stories.odds` from pairs of articles that readers judged, and tell how well such weights do on other pairs.

    python -m scripts.story_weights CONTENT

CONTENT is the folder content/ of the whole corpus, ingested. Learned from are the pairs of the open half that are near enough to be looked at and no copies.
Cross-validated: weights learned from four fifths of the pairs bring the whole corpus together, and the last fifth tells how well; each fifth once, three times
over. Only the open half is ever read.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scripts.gold_statements import Row

from daybook.site.archive import Archive
from daybook.site.related import NEAR
from daybook.stories.likeness import Likeness
from daybook.stories.odds import WEIGHTS, Evidence, Weights, odds
from daybook.stories.stories import Pair, Stories, recurring, stories
from daybook.stories.telling import Telling
from daybook.stories.wording import Wording
from scripts import gold_pairs

FOLDS = 5
TIMES = 3
RIDGE = 1.0
"""On weights of values that vary by one, so that few pairs make no great weights."""

Floats = NDArray[np.float64]


class Compared(NamedTuple):
    """Two articles of the corpus."""

    article: str
    other: str
    days: int
    evidence: Evidence
    copied: bool


def compared(archive: Archive) -> list[Compared]:
    """All pairs that a build looks at."""
    held = archive.articles
    at = [article.day.toordinal() for article in held]
    likeness, telling, wording = Likeness(held), Telling(held), Wording(held)
    found = []
    for day in dict.fromkeys(at):
        around = likeness.around(day)
        among = telling.around(around.low, around.high)
        for one, other, cosine in around.alike(NEAR):
            if other < one:
                days = day - at[other]
                shares = wording.shares(one, other, cosine)
                evidence = Evidence(cosine, *among.common(one, other), shares.own)
                copied = shares.copied(cosine, days)
                found.append(Compared(held[one].id, held[other].id, days, evidence, copied))
    return found


def brought_together(archive: Archive, near: Sequence[Compared], weights: Weights) -> Stories:
    """As a build does."""
    pairs = [Pair(p.article, p.other, odds(p.evidence, weights), p.copied, p.evidence.own < 1) for p in near]
    return stories(archive.articles, pairs, weights=weights)


def learned(values: Floats, same: NDArray[np.bool_]) -> Weights:
    """By Newton's method."""
    middle, spread = values.mean(0), values.std(0)
    rows = np.c_[np.ones(len(values)), (values - middle) / spread]
    found = np.zeros(rows.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * values.shape[1]])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (likely - same) + ridge @ found
        bend = (rows.T * (likely * (1 - likely))) @ rows + ridge
        found -= np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    return Weights(float(found[0] - weights @ middle), *weights.tolist())


def folds(gold: Sequence[Row], seed: int) -> list[int]:
    """A fifth for each pair; of each set and label as many to each."""
    order = list(range(len(gold)))
    Random(seed).shuffle(order)
    order.sort(key=lambda n: (gold[n]["set"], gold[n]["label"]))
    found = [0] * len(gold)
    for place, number in enumerate(order):
        found[number] = place % FOLDS
    return found


def main(content: Path) -> None:
    """Print what was learned, and how well it does."""
    archive, ids = gold_pairs.read(content)
    gold = gold_pairs.marked("open")
    near = compared(archive)
    pairs = [Pair(p.article, p.other, 0.0, p.copied, p.evidence.own < 1) for p in near]
    place = {frozenset(pair[:2]): number for number, pair in enumerate(near)}
    again = np.log1p(recurring(archive.articles, pairs))
    numbers = [place.get(frozenset({ids.get(row["a"], ""), ids.get(row["b"], "")}), -1) for row in gold]
    used = np.array([number >= 0 and not near[number].copied for number in numbers])
    values = np.array([[*near[number].evidence, again[number]] for number in numbers])
    same = np.array([row["label"] != "other" for row in gold])
    print(f"{used.sum()} of {len(gold)} pairs learned from, {same[used].sum()} of them of one story")
    weights = Weights(*(round(weight, 1) for weight in learned(values[used], same[used])))
    print("learned from all:", weights)
    show("as fitted", gold_pairs.score(brought_together(archive, near, weights), ids, gold))
    if weights != WEIGHTS:
        show("as in the code", gold_pairs.score(brought_together(archive, near, WEIGHTS), ids, gold))
    rows = []
    for seed in range(TIMES):
        parts = np.array(folds(gold, seed))
        for part in range(FOLDS):
            made = brought_together(archive, near, learned(*_at(used & (parts != part), values, same)))
            rows += [(made, row) for row, own in zip(gold, parts, strict=True) if own == part]
    for name, wanted in (("all", {1, 2}), ("set 1", {1}), ("set 2", {2})):
        held_out = [(made, row) for made, row in rows if row["set"] in wanted]
        show(f"cross-validated, {name}", gold_pairs.counted(held_out, ids))


def _at(
    wanted: NDArray[np.bool_], values: Floats, same: NDArray[np.bool_]
) -> tuple[Floats, NDArray[np.bool_]]:
    return values[wanted], same[wanted]


def show(name: str, figures: Mapping[str, float]) -> None:
    """One line."""
    print(
        f"{name:24}", *(f"{figure} {value:.3f}" for figure, value in figures.items() if "sure" not in figure)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
