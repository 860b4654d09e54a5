"""The key points of days: a case is an entry of cases/days.yaml, and what holds of every day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daybook.briefing.brief import brief
from daybook.briefing.points import MOST
from daybook.briefing.values import Point
from daybook.digest import PASSAGES, Digest
from daybook.site.related import pairs, related
from daybook.stories.stories import Stories, stories
from helpers.held import archive_of
from helpers.site_samples import article
from helpers.told import told

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "days.yaml").read_text(encoding="utf-8"))
DAY = date(2031, 5, 6)


def stories_of(articles: list[Digest]) -> Stories:
    prints = {each.id: each.id.encode() for each in articles}
    return stories(articles, pairs(related(articles, prints, {}, map)))


def points_of(articles: list[Digest], day: date = DAY) -> tuple[Point, ...]:
    dated = [(each.date.value, each.id, each) for each in articles if each.date]
    ordered = [each for *_, each in sorted(dated, key=lambda pair: pair[:2])]
    on = [each for value, _, each in dated if value == day]
    return brief(day, on, stories_of(ordered)).points


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_points_of_a_day(case: dict[str, Any]) -> None:
    made = [
        told(
            *each["text"],
            title=each.get("title", f"{each['outlet']} {n}"),
            day=day,
            outlet=each["outlet"],
        )
        for day, part in ((DAY - timedelta(1), "before"), (DAY, "articles"))
        for n, each in enumerate(case.get(part, ()))
    ]
    found = points_of(made)
    lines = [point.words for point in found]
    for words in case.get("points", ()):
        assert any(words in line for line in lines), (words, lines)
    for words in case.get("never", ()):
        assert not any(words in line for line in lines), (words, lines)
    for words in case.get("once", ()):
        assert sum(words in line for line in lines) == 1, (words, lines)
    for words, outlets in case.get("outlets", {}).items():
        assert [point.outlets for point in found if words in point.words] == [outlets]
    if "first" in case:
        assert case["first"] in lines[0], lines
    if case.get("points") == []:
        assert lines == []


def test_what_a_briefing_may_quote_ends_somewhere() -> None:
    article = told(*(f"Guests of the hotel read page {n} of the book." for n in range(PASSAGES + 2)))
    assert [passage.words for passage in article.passages][
        -1
    ] == f"Guests of the hotel read page {PASSAGES - 1} of the book."


SENTENCES = (
    "The river rose over its banks at Northmere on Friday after three days of rain.",
    "Ada Quill said on Saturday that the dam above Alderfold would hold for another week.",
    "Tomas Reed asked the people of Northmere to leave their homes before the evening.",
    "At least 12 people were killed in Brackwater when a bridge fell into the river.",
    "Volunteers reached Brackwater from Upper Mere with boats and bread on Sunday morning.",
    "He said it was over.",
    "The company did not comment on the report.",
    "River Watch warned that Merland had built too many houses beside the river.",
    "Farhaven sent forty pumps to Merland, and promised to send twenty more within a week.",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join)
held = st.lists(
    st.tuples(texts, st.integers(0, 2), st.sampled_from(("Post", "Wire", None))), min_size=1, max_size=7
)


def made(given: list[tuple[str, int, str | None]]) -> list[Digest]:
    parts = [
        article(f"Report {n}", str(DAY - timedelta(back)), text, outlet=outlet)
        for n, (text, back, outlet) in enumerate(given)
    ]
    return list(archive_of({each.id: each for each in parts}.values()).articles)


@given(held)
def test_every_point_is_a_sentence_of_the_day_and_no_two_are_the_same(
    given: list[tuple[str, int, str | None]],
) -> None:
    articles = made(given)
    found = points_of(articles)
    assert len(found) <= MOST
    assert len({point.words for point in found}) == len(found)
    today = {each.id: each for each in articles if each.date and each.date.value == DAY}
    for point in found:
        own, *others = point.support
        assert point.id == f"{own.article}#{own.anchor}"
        assert point.words == own.words
        assert 1 <= point.outlets <= len(point.support)
        assert len({support.article for support in point.support}) == len(others) + 1
        for support in point.support:
            said = {passage.anchor: passage.words for passage in today[support.article].passages}
            assert said[support.anchor] == support.words


@given(held, st.randoms())
def test_the_order_of_a_days_articles_changes_nothing(
    given: list[tuple[str, int, str | None]], lot: Any
) -> None:
    articles = made(given)
    on = [each for each in articles if each.date and each.date.value == DAY]
    told = stories_of(articles)
    shuffled = list(on)
    lot.shuffle(shuffled)
    assert brief(DAY, shuffled, told).points == brief(DAY, on, told).points
