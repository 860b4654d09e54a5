"""Actors of the authority file in articles of any language; cases in cases/listed.yaml."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from daybook import actors
from daybook.content.authority import Authority, AuthorityActor

from .articles import article

FILE = yaml.safe_load((Path(__file__).parent / "cases" / "listed.yaml").read_text(encoding="utf-8"))
AUTHORITY = Authority(
    actors=tuple(AuthorityActor(**{**entry, "aliases": tuple(entry["aliases"])}) for entry in FILE["listed"])
)


@pytest.mark.parametrize("case", FILE["articles"], ids=lambda case: case["why"])
def test_listed_actors_are_found_by_their_names(case):
    draft = article(case["text"], authority=AUTHORITY, lang=case["lang"])
    found = defaultdict(list)
    for mention in draft.mentions:
        if mention.rule == "authority":
            found[mention.target].append(mention.words)
    assert found == case["mentions"]
    assert {mention.target for mention in draft.mentions} == {actor.id for actor in draft.actors}


HELMSMAN = AuthorityActor("jorge-veltrani", "Pope Ambrosius", aliases=("Jorge Veltrani",))


@pytest.mark.parametrize("name", ["Pope Ambrosius", "Mr. Z", "Jorge Veltrani MP", "Jorge Veltranov"])
def test_surnames_are_read_by_the_name_in_the_text_and_the_name_of_the_list_is_printed(name):
    known = Authority(actors=(replace(HELMSMAN, name=name),))
    drafts = [
        article("He would meet Jorge Veltrani on Monday. Veltrani agreed to the talks.", authority=known),
        article("Veltrani said on Tuesday that he would travel.", "1.txt", authority=known),
    ]
    for draft in actors.identify(drafts, known):
        assert [(actor.id, actor.name) for actor in draft.actors] == [("jorge-veltrani", name)]


def test_a_surname_on_the_list_is_not_the_full_name_of_another():
    known = Authority(actors=(AuthorityActor("jorge-veltrani", "Jorge Veltrani", aliases=("Veltrani",)),))
    draft = article("Victoria Veltrani spoke on Monday. She met Veltrani.", authority=known)
    assert [actor.id for actor in draft.actors] == ["victoria-veltrani", "jorge-veltrani"]


def test_short_forms_of_a_body_on_the_list_are_the_body():
    known = Authority(
        actors=(AuthorityActor("vw", "The Velmar Works", "organisation", ("Velmar Widgets Inc",)),)
    )
    draft = article("Velmar Widgets Inc said it would close. Shares of Velmar Widgets fell.", authority=known)
    assert {actor.id for actor in draft.actors} == {"vw"}
