"""An actor's page at one look: when, what they said, with whom."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from daybook.site.kinds.actor import ActorPage
from daybook.site.page import SiteInfo
from daybook.site.parts.bars import HEIGHT
from daybook.values import Actor, Article, Mention
from helpers.held import pages
from helpers.site_samples import COVERAGE, archive, article

SITE = SiteInfo("The Mere Archive", coverage=COVERAGE)
FIRST = date(2031, 5, 2)


def page(*articles: Article) -> ActorPage:
    """Ada Quill's."""
    found = next(p.model for p in pages(archive(*articles), SITE) if p.address == "actors/ada-quill.html")
    assert isinstance(found, ActorPage)
    return found


def told(number: int, after: int, *words: str) -> Article:
    return article(f"News number {number}", (FIRST + timedelta(after)).isoformat(), *words)


def test_what_an_actor_said_stands_newest_first_with_its_sentence() -> None:
    model = page(
        told(0, 0, "“We have seen worse,” said Ada Quill. Ada Quill said that the river would fall."),
        told(1, 3, "The river “is falling, and not slowly at all”, Ada Quill said."),
        told(2, 1, "Otto Lark said that Ada Quill was wrong."),
    )
    assert [(t.saying.kind, t.saying.verb, t.saying.words, t.line.day) for t in model.sayings] == [
        ("mixed", "said", "The river “is falling, and not slowly at all”", FIRST + timedelta(3)),
        ("quoted", "said", "We have seen worse", FIRST),
        ("reported", "said", "the river would fall", FIRST),
    ]
    assert all(re.fullmatch(r"s[0-9a-f]{6}", t.saying.anchor) for t in model.sayings)


def test_of_one_article_a_few_statements_are_kept_quotations_first_and_long_ones_cut() -> None:
    words = [f"Ada Quill said that the river would fall by {n} feet." for n in range(4)]
    quoted = f"“We have seen worse, {'and again ' * 60}worse,” Ada Quill said."
    model = page(told(0, 0, *words, quoted), told(1, 1, "Ada Quill came."))
    assert [t.saying.kind for t in model.sayings] == ["reported", "reported", "quoted"]
    assert len(model.sayings[-1].saying.words) <= 280
    assert model.sayings[-1].saying.words.endswith("…")


def test_many_statements_are_folded_and_the_oldest_stand_in_their_articles_alone() -> None:
    model = page(*(told(n, n, f"Ada Quill said that the river fell on day {n}.") for n in range(40)))
    days = [t.line.day for t in (*model.sayings, *model.more_sayings)]
    assert days == [FIRST + timedelta(n) for n in range(39, 7, -1)]
    assert len(model.sayings) == 8


def test_bars_stand_for_days_then_months_then_years() -> None:
    def bars(*after: int):
        return page(*(told(n, days, "Ada Quill came.") for n, days in enumerate(after))).bars

    assert bars(0, 0, 4) is None
    days = bars(0, 2, 2, 9)
    assert (days.unit, days.width, days.most, days.fullest) == ("day", 100, 2, FIRST + timedelta(2))
    assert days.path == f"M5 {HEIGHT}v-20M25 {HEIGHT}v-40M95 {HEIGHT}v-20"
    months = bars(0, 40, 200)
    assert (months.unit, months.width, months.first) == ("month", 70, FIRST)
    years = bars(0, 400, 400 * 20)
    assert (years.unit, years.width) == ("year", 230)


def met(number: int, *others: str) -> Article:
    """An article that names Ada Quill and others."""
    made = told(number, number, "Ada Quill met them all.")
    actors = tuple(Actor(name.lower().replace(" ", "-"), name, "organisation") for name in others)
    mentions = tuple(Mention("actor", actor.id, actor.name, 0, 3, None, "sample") for actor in actors)
    return replace(made, actors=made.actors + actors, mentions=made.mentions + mentions)


def test_a_network_shows_those_who_share_articles_and_the_list_has_them_all() -> None:
    names = [f"The Long Name of Body {n}" for n in range(14)]
    assert page(met(0, *names), met(1, *names[:4])).network is None
    model = page(met(0, *names), met(1, *names), met(2, *names[:5]))
    drawn = model.network
    assert drawn is not None
    assert len(drawn.nodes) == 10
    assert {node.ref for node in drawn.nodes} <= set(model.actors)
    assert drawn == page(met(2, *names[:5]), met(1, *names), met(0, *names)).network
    assert [weight for weight, _ in drawn.lines] == [2, 3]
    joined = "".join(path for _, path in drawn.lines)
    assert joined.count("L") == 10
    assert drawn.pairs.count("M") == drawn.pairs.count("L") == 14
    points = set(re.findall(r"M(\d+ \d+)h0", drawn.dots))
    assert set(re.findall(r"[ML](\d+ \d+)", joined + drawn.pairs)) <= points
    assert all(len(node.label) <= 34 for node in drawn.nodes)


@pytest.mark.parametrize(
    ("name", "country", "common"),
    [
        ("Ministry of Finance", None, True),
        ("Central Bank", None, True),
        ("Commission", None, True),
        ("House", "US", False),
        ("United Airlines", None, False),
        ("River Watch", None, False),
    ],
)
def test_a_name_that_bodies_of_many_states_bear_says_so(name: str, country: str | None, common: bool) -> None:
    body = Actor("a-body", name, "organisation", country=country)
    held = archive(*(replace(told(n, n, f"{name} met."), actors=(body,)) for n in (0, 1)))
    found = [p.model for p in pages(held, SITE) if isinstance(p.model, ActorPage)]
    assert [(model.name, model.is_of_many) for model in found if model.name == name] == [(name, common)]
