"""A day's page tells what changed since the day before; weeks and months tell the same of all their days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from daybook.settings import Coverage
from daybook.site import addresses
from daybook.site.page import SiteInfo
from daybook.stories.stories import Stories, Story
from helpers.held import archive_of, pages
from helpers.site_samples import article

DAM = article("Dam breaks", "2031-05-02", "The dam at Northmere broke, Ada Quill said.")
WATER = article("Water falls", "2031-05-05", "Water fell at Northmere.")
TALK = article("Mayors talk", "2031-05-05", "Tomas Reed came to Alderfold. Tomas Reed spoke.", outlet=None)
FAIR = article("Fair opens", "2031-06-01", "Cake in Farhaven, from Merland.")
SITE = SiteInfo("The Mere Archive")


def made(*articles: Any, coverage: str = "..") -> dict[str, Any]:
    archive = archive_of(articles, Coverage.parse(coverage))
    held = {a.id: a for a in archive.articles}
    of_it = tuple(held[a.id] for a in articles if a not in (TALK, FAIR))
    flood = Story(articles[0].id, "The flood", of_it, "", tuple((each,) for each in of_it))
    told = Stories((flood,), {a.id: flood for a in flood.articles})
    return {page.address: page.model for page in pages(archive, SITE, stories=told)}


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return made(DAM, WATER, TALK, FAIR, coverage="2031-05-03..2031-12-31")


def lines(model: Any) -> dict[str, list[str]]:
    return {
        part.title: [getattr(s, "name", "") for s in part.stories] + [n.ref.name for n in part.shown]
        for part in model.since.parts
    }


def test_a_day_tells_what_changed_since_the_day_before_that_has_articles(found: dict[str, Any]) -> None:
    model = found["2031/05/05/index.html"]
    assert (model.since.before, model.since.address) == (date(2031, 5, 2), "2031/05/02/index.html")
    assert lines(model) == {
        "Stories that go on": ["The flood"],
        "Places first named in this archive": ["Alderfold"],
        "Actors first named in this archive": ["Tomas Reed"],
    }
    assert [story.note for part in model.since.parts[:1] for story in part.stories] == [
        "told on 2 days since 2 May 2031"
    ]


def test_a_name_is_shown_with_the_sentence_that_has_it_first(found: dict[str, Any]) -> None:
    places, actors = found["2031/05/05/index.html"].since.parts[1:]
    assert ["".join(text for text, _ in name.pieces) for name in (*places.names, *actors.names)] == [
        "Tomas Reed came to Alderfold.",
        "Tomas Reed came to Alderfold.",
    ]
    assert {name.anchor for name in (*places.names, *actors.names)} == {TALK.sentences[0].id}


def test_days_between_are_told_apart_by_whether_they_were_collected(found: dict[str, Any]) -> None:
    assert found["2031/05/05/index.html"].since.gap == ("2 days between have no article in this archive",)
    bare = made(DAM, WATER, coverage="2031-05-04..")["2031/05/05/index.html"]
    assert bare.since.gap == (
        "1 day between has no article in this archive",
        "1 day between was not collected",
    )


def test_a_story_that_ends_is_told_where_the_archive_goes_on(found: dict[str, Any]) -> None:
    assert lines(found["2031/06/01/index.html"])["Not told since 5 May 2031"] == ["The flood"]
    assert found["2031/w19/index.html"].told.runs[0].story.note.endswith("not told since")
    assert "not told since" not in made(DAM, WATER)["2031/w19/index.html"].told.runs[0].story.note


def test_the_archives_first_day_has_nothing_before_it(found: dict[str, Any]) -> None:
    assert found["2031/05/02/index.html"].since is None
    assert found["2031/w18/index.html"].told.firsts == ()


def test_a_week_and_a_month_tell_their_days_their_stories_and_what_is_new(found: dict[str, Any]) -> None:
    week, month = found["2031/w19/index.html"], found["2031/06/index.html"]
    assert [day.day for day in week.told.days] == [date(2031, 5, 5)]
    assert week.told.runs[0].days == (1, 0, 0, 0, 0, 0, 0)
    assert "since 2 May 2031" in week.told.runs[0].story.note
    assert [name.ref.name for part in week.told.firsts for name in part.shown] == ["Alderfold", "Tomas Reed"]
    assert [name.ref.name for part in month.told.firsts for name in part.shown] == ["Farhaven", "Merland"]


def test_weeks_lead_to_their_neighbours_and_days_and_months_to_them(found: dict[str, Any]) -> None:
    week = found["2031/w19/index.html"]
    assert (week.previous.address, week.next.address) == ("2031/w18/index.html", "2031/w22/index.html")
    assert found["2031/05/05/index.html"].week.address == "2031/w19/index.html"
    linked = [each.address if each else None for each in found["2031/05/index.html"].weeks]
    assert linked == ["2031/w18/index.html", "2031/w19/index.html", None, None, None]


@pytest.mark.parametrize(
    ("day", "address"),
    [
        (date(2022, 3, 3), "2022/w09/index.html"),
        (date(2022, 1, 2), "2021/w52/index.html"),
        (date(2020, 12, 31), "2020/w53/index.html"),
        (date(1, 1, 1), "0001/w01/index.html"),
    ],
)
def test_weeks_are_those_of_iso_8601(day: date, address: str) -> None:
    assert addresses.week(day) == address


def test_the_first_and_the_last_week_there_are(found: dict[str, Any]) -> None:
    ends = made(article("Old", "0001-01-01", "Dust."), article("New", "9999-12-31", "Dust."))
    assert {"0001/w01/index.html", "9999/w52/index.html"} <= set(ends)


def test_a_figure_given_another_value_stands_beside_the_earlier_one() -> None:
    first = article("Twelve", "2031-05-02", "So far 12 people have been killed in Northmere.")
    later = article("More", "2031-05-05", "So far 17 people have been killed in Northmere, Ada Quill said.")
    told = made(first, later)
    for part in (*told["2031/05/05/index.html"].since.parts, *told["2031/05/index.html"].told.figures):
        if part.title == "Figures given another value":
            (line,) = part.stories
            assert [value.words for value in (*line.now, *line.before)] == ["17", "12"]
            assert line.now[0].proofs[0].anchor
    assert [part.title for part in told["2031/05/index.html"].told.figures] == ["Figures given another value"]
    assert "Figures given another value" in lines(told["2031/05/05/index.html"])


def test_home_leads_to_stories_and_the_newest_week_and_a_year_to_each_of_its_weeks(
    found: dict[str, Any],
) -> None:
    assert [way.address for way in found["index.html"].ways] == ["stories/index.html", "2031/w22/index.html"]
    assert " ".join(found["index.html"].ways[-1].name.split()) == "Week 22: 26 May – 1 Jun 2031"
    weeks = [(week.name, week.address) for week in found["2031/index.html"].weeks]
    assert weeks == [
        ("18", "2031/w18/index.html"),
        ("19", "2031/w19/index.html"),
        ("22", "2031/w22/index.html"),
    ]
