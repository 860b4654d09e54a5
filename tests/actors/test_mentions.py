"""What a mention says besides whom it names: the role beside it, and who made the article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybook import actors, extraction
from daybook.content.authority import Authority
from daybook.values import RawArticle, Span

from .articles import article, clean


def test_a_mention_has_the_role_beside_it_and_the_actor_the_fullest():
    draft = article(
        "Mayor Ann Walden spoke.\nAnn Walden, mayor of Springfield, smiled.\nFormer mayor Ann Walden left, and Walden slept."
    )
    assert [m.role for m in draft.mentions] == ["Mayor", "Mayor of Springfield", "Former Mayor", ""]
    assert [(actor.name, actor.role) for actor in draft.actors] == [("Ann Walden", "Mayor of Springfield")]


MAKERS = [
    ("By Ann White", "byline", ["Ann White"]),
    ("By Ann White and Peter Walden, Staff Writers", "byline", ["Ann White", "Peter Walden"]),
    ("By Michael K. Walden Business Columnist", "byline", ["Michael K. Walden"]),
    ("Liutova Kerenda", "name", ["Liutova Kerenda"]),
    ("By Any Means Necessary", "byline", []),
    ("By staff", "byline", []),
]


@pytest.mark.parametrize(("line", "why", "names"), MAKERS)
def test_a_byline_that_was_set_aside_names_who_made_the_article(line, why, names):
    layer = f"{line}\nThe harbour was calm.\n"
    whole = clean(layer)
    text = replace(
        whole,
        paragraphs=whole.paragraphs[1:],
        sentences=whole.sentences[1:],
        dropped=(Span(0, len(line), why),),
    )
    who, mentions, _ = actors.find(
        RawArticle("a.txt", "", "text/plain", layer), text, actors.tag(layer, text), (), Authority()
    )
    assert who == ()
    assert [(m.kind, m.role, m.target) for m in mentions] == [("source", "byline", name) for name in names]
    assert all(layer[m.start : m.end] == m.words for m in mentions)


def test_a_line_of_credits_names_no_actor():
    draft = article(
        "Mayor Ann Walden spoke.\n(Reporting by Peter Marten and Julia Esposito; Editing by Bob Calloway)"
    )
    assert [actor.name for actor in draft.actors] == ["Ann Walden"]
    makers = [m for m in draft.mentions if m.kind == "source"]
    assert [m.words for m in makers] == ["Peter Marten", "Julia Esposito", "Bob Calloway"]
    assert all(m.sentence == draft.text.sentences[1].id for m in makers)
    told = [(each["name"], each["role"]) for each in extraction.row(draft)["actors"]]
    assert told[1:] == [(m.words, "reporter") for m in makers]


def test_what_the_tagger_alone_saw_has_its_probability_and_what_a_list_knows_is_sure():
    draft = article("Helena Brandt met officials of UNESCO in the harbour.")
    sure = {actor.name: actor.confidence for actor in draft.actors}
    assert sure["UNESCO"] == 1
    assert 0.5 < sure["Helena Brandt"] < 1


def test_another_kind_that_the_tagger_weighed_is_a_rival_of_the_same_actor():
    drafts = [
        article(f"{name} said it would not comment, and {name} spokesman Ann Walden agreed.")
        for name in NAMES
    ]
    rivals = [(draft, rival) for draft in drafts for rival in draft.rivals]
    assert rivals
    for draft, rival in rivals:
        ids = {f"actor {actor.id}": actor for actor in draft.actors}
        assert rival.target == ids[rival.of].id
        assert rival.why == "tagger"
        assert 0.25 <= rival.score <= 1
        assert ids[rival.of].kind not in rival.name


NAMES = ["Quillon", "Marden", "Velmaria", "Tessaro", "Brandt", "Ostrava", "Halden", "Corvane"]
