"""The tagger against sentences of our own, with floors that are raised and never lowered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daybook import actors
from daybook.clean import clean
from daybook.content.authority import Authority
from daybook.values import RawArticle

from .articles import article

TAGGED = (Path(__file__).parent / "cases" / "tagged.txt").read_text(encoding="utf-8")
KINDS = {"PER": "person", "ORG": "organisation"}
FLOORS = {"person": 0.9, "organisation": 0.85}


def gold() -> tuple[str, set[tuple[int, int, str]]]:
    """The text without its marks, and the spans that they gave."""
    layer, spans, last = "", set(), 0
    for mark in re.finditer(r"\[([A-Z]+) ([^]]+)\]", TAGGED):
        layer += TAGGED[last : mark.start()]
        if mark[1] in KINDS:
            spans.add((len(layer), len(layer) + len(mark[2]), KINDS[mark[1]]))
        layer, last = layer + mark[2], mark.end()
    return layer + TAGGED[last:], spans


@pytest.mark.parametrize("kind", FLOORS)
def test_exact_spans_reach_their_floor(kind):
    layer, spans = gold()
    draft = article(layer)
    kinds = {actor.id: actor.kind for actor in draft.actors}
    mine = {(m.start, m.end) for m in draft.mentions if kinds[m.target] == kind}
    true = {(start, end) for start, end, label in spans if label == kind}
    f = 2 * len(mine & true) / (len(mine) + len(true))
    missing, extra = ({layer[a:b] for a, b in side} for side in (true - mine, mine - true))
    assert f >= FLOORS[kind], f"{f:.3f}; missing {sorted(missing)}, extra {sorted(extra)}"


@pytest.mark.parametrize(
    "layer",
    [
        "قال مسؤولون إن المدينة تعرضت لقصف ليلي وإن الطرق أغلقت أمام السكان صباح اليوم.\n",
        "Die Regierung hat am Montag erklärt, dass der Minister nicht mit den Gesprächen rechnet und nach Hause fährt.\n",
    ],
)
def test_nobody_is_tagged_in_a_language_the_model_never_saw(layer):
    text = clean(RawArticle("a.txt", "0" * 64, "text/plain", layer), Authority())
    assert actors.tag(layer, text).spans == ()
