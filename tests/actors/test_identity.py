"""Who is who over an archive; a case is an entry of a file in cases/identity/."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from daybook import actors
from daybook.actors.identity import links
from daybook.content.authority import Authority, AuthorityActor

from .articles import article

CASES = [
    pytest.param(case, id=case["why"])
    for path in sorted((Path(__file__).parent / "cases" / "identity").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def authority(case) -> Authority:
    entries = ({**entry, "aliases": tuple(entry["aliases"])} for entry in case.get("authority", []))
    return Authority(actors=tuple(AuthorityActor(**entry) for entry in entries))


@pytest.mark.parametrize("case", CASES)
def test_persons_of_an_archive(case):
    drafts = [article(text, f"{n}.txt") for n, text in enumerate(case["articles"])]
    found = actors.identify(drafts, authority(case))
    persons = [[actor for actor in draft.actors if actor.kind == "person"] for draft in found]
    assert [sorted(actor.id for actor in each) for each in persons] == case["persons"]
    if "names" in case:
        assert [[actor.name for actor in each] for each in persons] == case["names"]


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_articles_makes_no_difference(case):
    drafts = [article(text, f"{n}.txt") for n, text in enumerate(case["articles"])]
    there = actors.identify(drafts, authority(case))
    back = actors.identify(drafts[::-1], authority(case))[::-1]
    assert there == back


def test_identity_is_stable_when_it_is_asked_again():
    drafts = [
        article("Russian engineer Sergei Morozovsky spoke."),
        article("Engineer Sergey Morozovskiy slept."),
    ]
    once = actors.identify(drafts, Authority())
    assert actors.identify(once, Authority()) == once
    assert [link.why for link in links(drafts, Authority())] == ["spelling"]


def test_an_acronym_alone_is_the_body_that_another_article_spells_out():
    told = article("The Velmarian Harbour Pilots Association (VHPA) struck. The VHPA said so.")
    alone = article("Pilots of the VHPA union struck, and the VHPA said it would go on.")
    first, second = actors.identify([told, alone], Authority())
    assert {actor.id for actor in second.actors} & {actor.id for actor in first.actors}
