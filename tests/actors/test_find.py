"""Actors of one article, case by case; a case is an entry of a file in cases/find/."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook import actors
from daybook.content.authority import Authority
from daybook.pipeline import draft
from daybook.settings import Coverage
from daybook.values import RawArticle

from .articles import article, clean

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases" / "find").glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_actors_and_their_roles(case):
    draft = article(case["text"])
    found = {actor.name: actor.kind for actor in draft.actors}
    assert {name: kind for name, kind in found.items() if name in case["actors"]} == case["actors"]
    assert not set(found) - set(case["actors"])
    roles = {actor.name: actor.role for actor in draft.actors if actor.name in case.get("roles", {})}
    assert roles == case.get("roles", {})


def test_every_mention_is_its_words_and_belongs_to_an_actor():
    layer = "Peruvian Foreign Minister Julia Marden met the U.N. General Assembly.\nMarden left."
    draft = article(layer)
    assert {layer[m.start : m.end] == m.words for m in draft.mentions} == {True}
    assert {m.target for m in draft.mentions} == {actor.id for actor in draft.actors}
    assert [m.words for m in draft.mentions if m.target == "julia-marden"] == ["Julia Marden", "Marden"]
    assert draft.mentions[-1].sentence == draft.text.sentences[1].id


WORDS = st.sampled_from(
    [
        "Ann",
        "Peter",
        "Smith",
        "Walden",
        "UN",
        "the",
        "of",
        "Ministry",
        "Foreign",
        "Defense",
        "said",
        "Inc",
        ",",
        ".",
        "(",
        ")",
        "'",
        "’s",
        "-",
        "–",
        "&",
        "A",
        "U.S.",
        "NATO",
        "Peru's",
        "minister",
        "President",
        "Monday",
        "May",
        "\x00",
        "﷽",
        "é",
        "北京",
        "Quillon",
        "12",
        "1,5",
        "“",
        "”",
        "\n",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_sorted_mentions_that_do_not_overlap_and_the_same_again(layer):
    draft = article(layer)
    spots = [(m.start, m.end) for m in draft.mentions]
    assert spots == sorted(spots)
    assert all(0 <= start < end <= len(layer) for start, end in spots)
    assert all(one[1] <= two[0] for one, two in pairwise(spots))
    assert all(layer[m.start : m.end] == m.words for m in draft.mentions)
    assert draft == article(layer)


@settings(deadline=None, max_examples=40)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_names_lie_within_the_text_in_order(layer):
    spans = actors.tag(layer, clean(layer)).spans
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(0 <= span.confidence <= 1 and span.start < span.end <= len(layer) for span in spans)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("EXPORTS FALL", "Peru's exports fell. The Finance Ministry said on Friday it was calm.", "Peruvian Ministry of Finance"),
        ("NORWAY'S EXPORTS FALL", "Peru was calm. The Finance Ministry said on Friday exports fell.", "Ministry of Finance"),
        ("EXPORTS FALL", "Exports fell. The Finance Ministry said on Friday it was calm.", "Ministry of Finance"),
        ("EXPORTS FALL", "Peru was calm. Chile's Finance Ministry was not, and the Finance Ministry said so.", "Chilean Ministry of Finance"),
    ],
)  # fmt: skip
def test_a_ministry_is_that_of_the_capital_that_an_article_on_its_state_is_written_in(title, text, expected):
    layer = f"{title}\n\nLIMA, March 9 - {text}\n"
    told = draft(RawArticle("a.txt", "", "text/plain", layer), Authority(), Coverage())
    assert {actor.name for actor in told.actors if "Ministry" in actor.name} == {expected}
