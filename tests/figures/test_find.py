"""The figures of one article, case by case; a case is an entry of a file in cases/."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook import figures, pipeline, statements
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.settings import Coverage
from daybook.values import Figure, RawArticle

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
TITLE = "The bridge over the river and what came of it\n\n"


def draft(text: str) -> Draft:
    return pipeline.draft(RawArticle("a.txt", "", "text/plain", TITLE + text + "\n"), Authority(), Coverage())


def told(figure: Figure, layer: str, asked: dict[str, Any]) -> list[Any]:
    """A figure as a case has it, with what the case asks of the rest, and what is not as it mostly is."""
    rest: dict[str, Any] = {}
    for key, usual in (("bound", "exact"), ("high", None), ("currency", None), ("unverified", False)):
        value = getattr(figure, key)
        if value != usual or key in asked:
            rest[key] = value
    for key in asked.keys() & {"actor", "place"}:
        rest[key] = getattr(figure, key)
    if "by" in asked:
        rest["by"] = layer[slice(*figure.by)] if figure.by else None
    of = layer[slice(*figure.of)] if figure.of else None
    return [layer[figure.start : figure.end], figure.value, figure.unit, of, rest]


@pytest.mark.parametrize("case", CASES)
def test_figures(case: dict[str, Any]) -> None:
    found = draft(case["text"])
    layer, text = found.raw.layer, replace(found.text, lang=case.get("lang", "en"))
    heard = statements.hear(layer, text, found.actors, [m for m in found.mentions if m.kind == "actor"])
    answers = figures.find(layer, text, found.places, found.mentions, heard)
    asked = [figure[4] for figure in case["figures"]] + [{}] * len(answers)
    assert [told(f, layer, more) for f, more in zip(answers, asked, strict=False)] == case["figures"]


def test_a_figure_of_the_title_has_no_sentence() -> None:
    text = "At least 107 killed in Mecca crane collapse\n\nA storm caused a crane to fall.\n\nIt was a strong storm.\n"
    [figure] = pipeline.draft(RawArticle("a.txt", "", "text/plain", text), Authority(), Coverage()).figures
    assert (figure.value, figure.unit, figure.sentence) == ("107", "killed", None)


PARTS = st.sampled_from(
    ["12", "1,000", "2.5", "1987", "141-5", "10 to 15", "3-1/4", "1/0", "two", "hundred", "and", "million", "mln", "dozen", "half a", "at least", "nearly",
     "between", "from", "$", "£", "%", "pct", "dlrs", "pounds", "cents", "people", "of the", "killed", "were killed", "voted", "soldiers", "-person", ",", ".",
     "\n\n", "(", ")", '"', "said", "police", "according to", "could not be verified", "Ann Sample", "in Oslo", "the", "9" * 40]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PARTS, min_size=1, max_size=60))
def test_whatever_stands_there_spans_lie_in_their_sentence(parts: list[str]) -> None:
    found = draft("Ann Sample of General Motors Corp came. " + " ".join(parts))
    layer, sentences = found.raw.layer, {sentence.id: sentence for sentence in found.text.sentences}
    actors, places = {actor.id for actor in found.actors}, {place.id for place in found.places}
    last = 0
    for each in found.figures:
        assert each.sentence is not None
        sentence = sentences[each.sentence]
        assert max(last, sentence.start) <= each.start < each.end <= sentence.end
        last = each.end
        assert each.of is None or sentence.start <= each.of[0] < each.of[1] <= sentence.end
        assert each.by is None or 0 <= each.by[0] < each.by[1] <= len(layer)
        assert float(each.value) >= 0
        assert each.high is None or float(each.high) > float(each.value)
        assert (each.high is not None) == (each.bound == "range")
        assert each.actor is None or each.actor in actors
        assert each.place is None or each.place in places
