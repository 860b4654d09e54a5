"""Who says what in one article, case by case; a case is an entry of a file in cases/."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook import pipeline, statements
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import RawArticle

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
TITLE = "The bridge over the river and what came of it\n\n"


def draft(text: str) -> Draft:
    return pipeline.draft(RawArticle("a.txt", "", "text/plain", TITLE + text + "\n"), Authority(), Coverage())


@pytest.mark.parametrize("case", CASES)
def test_statements(case: dict[str, Any]) -> None:
    found = draft(case["text"])
    layer = found.raw.layer
    told = statements.find(
        layer, replace(found.text, lang=case.get("lang", "en")), found.actors, found.mentions
    )
    assert [
        [s.actor, s.kind, s.verb and layer[slice(*s.verb)], *(layer[slice(*span)] for span in s.said)]
        for s in told
    ] == case["said"]


PARTS = st.sampled_from(
    ["Ann Sample", "she", "the company", "General Motors Corp", "said", "told", "adding", "that", '"', "“", "”", "'",
     ",", ".", "\n\n", "according to", "as saying", "the bridge is closed", "and", "was", "of", ": ", "--", "``", "''"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PARTS, min_size=1, max_size=60))
def test_whatever_stands_there_spans_lie_in_order_in_the_text(parts: list[str]) -> None:
    found = draft("Ann Sample of General Motors Corp came. " + " ".join(parts))
    sentences = {sentence.id for sentence in found.text.sentences}
    actors = {actor.id for actor in found.actors}
    for each in found.statements:
        assert each.actor in actors
        assert each.sentence in sentences
        ends = [at for span in each.said for at in span]
        assert ends == sorted(ends)
        assert all(start < end <= len(found.raw.layer) for start, end in each.said)
        assert not any(start <= each.verb[0] < end for start, end in each.said) if each.verb else True
