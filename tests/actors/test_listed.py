"""Actors of the authority file in articles of any language; cases in cases/listed.yaml."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

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
