"""Roles as articles state them, with their days and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from daybook.site.page import SiteInfo
from daybook.values import Article
from helpers.held import archive_of, pages, read
from helpers.site_samples import ACTORS, article

QUILL = "ada-quill"


def stating(day: str | None, *roles: str, hand: str | None = None) -> Article:
    """An article that names Ada Quill once for each role, in sentences of their own; `hand` is a person's own word."""
    names = [f"Ada Quill spoke {number}." for number, _ in enumerate(roles)] or ["Ada Quill spoke."]
    made = article(f"Report of {day}", day, " ".join(names))
    mentions = tuple(
        replace(mention, role=role) for mention, role in zip(made.mentions, roles or ("",), strict=True)
    )
    actor = replace(ACTORS["Ada Quill"], role=roles[0] if roles else "")
    if hand is not None:
        actor = replace(actor, role=hand, why="hand")
    return replace(made, mentions=mentions, actors=(actor,))


def roles(*articles: Article) -> list[tuple[str, int, str, str]]:
    """Role, number of articles, first and last day, newest first."""
    found = archive_of(articles).actors[QUILL].roles
    return [(r.role, r.articles, str(r.first.day), str(r.last.day)) for r in found]


def test_each_role_has_its_days_the_newest_first() -> None:
    assert roles(
        stating("2031-05-01", "Mayor of Alderfold"),
        stating("2031-05-02", "Mayor of Alderfold", "Mayor of Alderfold"),
        stating("2031-05-04", "Minister of Rivers"),
        stating(None, "Minister of Rivers"),
    ) == [
        ("Minister of Rivers", 2, "2031-05-04", "2031-05-04"),
        ("Mayor of Alderfold", 2, "2031-05-01", "2031-05-02"),
    ]


@pytest.mark.parametrize("form", ["minister of rivers", "The Minister of Rivers", "the  Minister of\nRivers"])
def test_forms_that_differ_in_case_article_or_space_are_one_role(form: str) -> None:
    held = [stating(f"2031-05-0{n}", role) for n, role in enumerate(("Minister of Rivers",) * 2 + (form,), 1)]
    assert roles(*held) == [("Minister of Rivers", 3, "2031-05-01", "2031-05-03")]


def test_the_head_of_a_staff_is_not_the_head_of_staff() -> None:
    held = [stating("2031-05-01", "Head of the Staff"), stating("2031-05-02", "Head of Staff")]
    assert len(roles(*held)) == 2


def test_the_usual_role_is_what_most_articles_state_the_newer_of_equals() -> None:
    once = [stating("2031-05-01", "Mayor"), stating("2031-05-02", "Minister")]
    assert archive_of(once).actors[QUILL].actor.role == "Minister"
    twice = [*once, stating("2031-05-03", "the mayor")]
    assert archive_of(twice).actors[QUILL].actor.role.casefold().endswith("mayor")


def test_a_role_without_words_in_the_text_is_the_actor_s_own() -> None:
    assert roles(article("Flood", "2031-05-03", "Ada Quill came.")) == [
        ("Minister of Rivers", 1, "2031-05-03", "2031-05-03")
    ]


def test_what_a_person_wrote_is_all_that_an_article_states() -> None:
    assert roles(stating("2031-05-01", "Mayor", hand="Minister")) == [
        ("Minister", 1, "2031-05-01", "2031-05-01")
    ]
    assert roles(stating("2031-05-01", "Mayor", hand="")) == []


def test_the_actor_s_page_leads_to_the_very_sentences() -> None:
    early, late = stating("2031-05-01", "", "Mayor"), stating("2031-05-03", "mayor")
    made = {page.address: page.model for page in pages(archive_of([late, early]), SiteInfo("Mere"), read)}
    (role,) = made["actors/ada-quill.html"].roles
    assert (role.first.day, role.first.address) == (
        date(2031, 5, 1),
        "2031/05/01/report-of-2031-05-01.html",
    )
    assert (role.first.anchor, role.last.anchor) == (early.sentences[1].id, late.sentences[0].id)


def test_the_article_s_evidence_gives_each_role_its_sentence() -> None:
    held = stating("2031-05-01", "", "Mayor", "the mayor", "Envoy")
    made = {page.address: page.model for page in pages(archive_of([held]), SiteInfo("Mere"), read)}
    (fact,) = (f for f in made["2031/05/01/report-of-2031-05-01.html"].tables[0].facts if f.group == "Actor")
    assert [(said.role, said.proof.number) for said in fact.roles] == [("Mayor", 2), ("Envoy", 4)]
