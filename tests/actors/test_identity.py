"""Who is who over an archive; a case is an entry of a file in cases/identity/."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from slugify import slugify

from daybook import actors
from daybook.actors.folding import plain_fold
from daybook.actors.identity import links
from daybook.content.authority import Authority, AuthorityActor
from daybook.draft import Draft
from daybook.values import Actor, Mention, RawArticle, Rival

from .articles import article, clean

CASES = [
    pytest.param(case, id=case["why"])
    for path in sorted((Path(__file__).parent / "cases" / "identity").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def authority(case) -> Authority:
    entries = ({**entry, "aliases": tuple(entry["aliases"])} for entry in case.get("authority", []))
    pairs = frozenset(frozenset(each.casefold() for each in pair) for pair in case.get("apart", []))
    return Authority(actors=tuple(AuthorityActor(**entry) for entry in entries), apart=pairs)


def told(case):
    return [article(text, f"{n}.txt", authority=authority(case)) for n, text in enumerate(case["articles"])]


@pytest.mark.parametrize("case", CASES)
def test_persons_of_an_archive(case):
    drafts = told(case)
    found = actors.identify(drafts, authority(case))
    persons = [[actor for actor in draft.actors if actor.kind == "person"] for draft in found]
    assert [sorted(actor.id for actor in each) for each in persons] == case["persons"]
    if "names" in case:
        assert [[actor.name for actor in each] for each in persons] == case["names"]


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_articles_makes_no_difference(case):
    drafts = told(case)
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


def rivals(*texts):
    drafts = actors.identify([article(text, f"{n}.txt") for n, text in enumerate(texts)], Authority())
    return sorted({(rival.of, rival.target, rival.why) for draft in drafts for rival in draft.rivals})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["Peruvian Foreign Minister Martin Silva spoke.", "Portuguese Foreign Minister Martin Silva spoke."],
            [("actor martin-silva-pt", "martin-silva", "homonym")],
        ),
        (
            ["President Helena Brandt spoke.", "President Robert Brandt spoke.", "President Brandt left, said Mr. Brandt."],
            [("actor brandt", "helena-brandt", "surname"), ("actor brandt", "robert-brandt", "surname")],
        ),
        (
            ["President Richard Holbrandt spoke.", "President Richard Holbrandt slept.", "President Richard Hobrandt spoke."],
            [("actor richard-hobrandt", "richard-holbrandt", "resembles")],
        ),
        (
            ["President Richard Holbrandt spoke.", "President Richard Holbrandt slept.", "President R. Holbrandt spoke."],
            [("actor r-holbrandt", "richard-holbrandt", "resembles")],
        ),
        (["President Peter Walden spoke.", "President Robert Walden spoke."], []),
        (["President Peter Walden spoke.", "President Peter Walden slept."], []),
    ],
)  # fmt: skip
def test_what_is_alike_and_not_one_is_told(texts, expected):
    assert rivals(*texts) == expected


def test_what_people_decided_is_no_question_any_more():
    drafts = [article("President Richard Holbrandt spoke."), article("President Richard Hobrandt spoke.")]
    pair = frozenset({frozenset({"richard-holbrandt", "richard-hobrandt"})})
    assert any(draft.rivals for draft in actors.identify(drafts, Authority()))
    assert not any(draft.rivals for draft in actors.identify(drafts, Authority(apart=pair)))


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["Russian engineer Sergei Morozovsky spoke.", "Engineer Sergey Morozovskiy slept."], {"", "spelling"}),
        (["President Helena Brandt spoke.", "President Helena Brandt slept.", "President Brandt left, said Mr. Brandt."], {"", "surname"}),
    ],
)  # fmt: skip
def test_an_actor_says_what_brought_its_name_there(texts, why):
    found = actors.identify([article(text, f"{n}.txt") for n, text in enumerate(texts)], Authority())
    assert {actor.why for draft in found for actor in draft.actors if actor.kind == "person"} == why


def organisation(number: int, *names: str) -> Draft:
    """A draft that names organisations, each as often as it is given."""
    held = {plain_fold(name): name for name in names}
    made = tuple(Actor(slugify(name), name, "organisation") for name in held.values())
    heard = tuple(
        Mention("actor", slugify(name), name, n, n + len(name), None, "test") for n, name in enumerate(names)
    )
    return Draft(RawArticle(f"{number}.txt", "", "text/plain", ""), clean(""), None, (), made, heard)


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([["Acme Widgets Inc"], ["Acme Widgets"]], [["acme-widgets-inc"], ["acme-widgets-inc"]]),
        ([["Acme Widgets Inc"], ["Acme Widgets Corp"], ["Acme Widgets"]],
         [["acme-widgets-inc"], ["acme-widgets-corp"], ["acme-widgets"]]),
        ([["Acme Widgets Corp"], ["ACME WIDGETS CORPORATION"]], [["acme-widgets-corp"], ["acme-widgets-corp"]]),
        ([["Bank Inc"], ["Bank"]], [["bank-inc"], ["bank"]]),
        ([["Acme Oak and Co Inc"], ["Acme Oak and Co"], ["Acme Oak"]], 3 * [["acme-oak-and-co-inc"]]),
    ],
)  # fmt: skip
def test_a_company_is_one_with_and_without_its_legal_form(drafts, expected):
    found = actors.identify([organisation(n, *names) for n, names in enumerate(drafts)], Authority())
    assert [[actor.id for actor in draft.actors] for draft in found] == expected


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([["Harbour Pilots Association"], ["Harbour Pilots Assocation"]], ["resembles"]),
        ([["Velmarian Harbour Pilots Association"], ["Harbour Pilots Association"]], ["resembles"]),
        ([["Velmarian Harbour Pilots"], ["Sordian Harbour Pilots"], ["Harbour Pilots"]], []),
        ([["Harbour Pilots Association"], ["HPA"]], ["resembles"]),
        ([["Harbour Pilots Association"], ["Hill Poets Academy"], ["HPA"]], []),
    ],
)  # fmt: skip
def test_bodies_that_are_alike_are_told(drafts, expected):
    found = actors.identify([organisation(n, *names) for n, names in enumerate(drafts)], Authority())
    assert [rival.why for draft in found for rival in draft.rivals] == expected


def test_what_an_articles_own_rules_passed_over_follows_the_actor():
    told = Rival("actor acme-widgets", "acme-widgets", "Acme Widgets (place)", 0.3, "tagger")
    first, second = (
        organisation(0, "Acme Widgets Inc"),
        replace(organisation(1, "Acme Widgets"), rivals=(told,)),
    )
    found = actors.identify([first, second], Authority())
    assert found[1].rivals == (replace(told, of="actor acme-widgets-inc", target="acme-widgets-inc"),)


FEDERAL = "The Federal Bureau of Investigation (FBI) searched a house. The FBI found papers."
FARMERS = "The Farm Bureau Institute (FBI) of Ohio protested. The FBI represents farmers."


@pytest.mark.parametrize(
    "apart",
    [frozenset(), frozenset({frozenset({"farm bureau institute", "federal bureau of investigation"})})],
)
def test_an_acronym_that_an_article_defines_otherwise_is_the_known_body_elsewhere(apart):
    known = Authority(apart=apart)
    texts = (FEDERAL, "The FBI said nothing on Tuesday.", FARMERS)
    drafts = [article(text, f"{n}.txt", authority=known) for n, text in enumerate(texts)]
    found = [[actor.id for actor in draft.actors] for draft in actors.identify(drafts, known)]
    assert found == [["fbi"], ["fbi"], ["farm-bureau-institute"]]


def test_an_acronym_of_two_bodies_is_neither_where_it_stands_alone():
    texts = (
        "The Velmarian Pilots Association (VPA) met. The VPA struck.",
        "The Vostok Painters Academy (VPA) met. The VPA closed.",
        "Workers of the VPA said on Monday that the VPA had gone.",
    )
    check_two_and_neither(texts)


def test_a_known_body_and_another_that_share_an_acronym_are_two():
    check_two_and_neither(
        (
            "The Poetry Association (PA) met on Monday to award its prize. The PA said it was glad.",
            "The Palestinian Authority (PA) met on Tuesday. Officials of the PA said it would pay.",
            "The PA said on Tuesday that it was glad, and the PA left.",
        )
    )


def check_two_and_neither(texts):
    found = actors.identify([article(text, f"{n}.txt") for n, text in enumerate(texts)], Authority())
    ids = [{actor.id for actor in draft.actors if actor.kind == "organisation"} for draft in found]
    assert not ids[0] & ids[1]
    assert not ids[2] & (ids[0] | ids[1])


def test_a_form_kept_apart_from_a_body_is_not_its_form_in_any_article():
    known = Authority(apart=frozenset({frozenset({"who", "world-health-organization"})}))
    texts = (
        "The World Health Organization (WHO) said it was ready. The WHO sent doctors.",
        "The WHO said so.",
    )
    drafts = [article(text, f"{n}.txt", authority=known) for n, text in enumerate(texts)]
    for draft in actors.identify(drafts, known):
        health = [actor for actor in draft.actors if actor.id == "world-health-organization"]
        assert all("WHO" not in actor.aliases for actor in health)
        spoken = {mention.target for mention in draft.mentions if mention.words == "WHO"}
        assert spoken <= {"who"}


def test_a_surname_kept_from_its_bearer_is_not_given_to_one_who_is_not_there():
    known = Authority(apart=frozenset({frozenset({"jan-morozovsky", "morozovsky"})}))
    texts = ("Jan Morozovsky spoke on Monday. Morozovsky said so.", *["Ivan Morozovsky spoke on Monday."] * 2)
    drafts = [article(text, f"{n}.txt", authority=known) for n, text in enumerate(texts)]
    found = [{actor.id for actor in draft.actors} for draft in actors.identify(drafts, known)]
    assert found == [{"jan-morozovsky", "morozovsky"}, {"ivan-morozovsky"}, {"ivan-morozovsky"}]
