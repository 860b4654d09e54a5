"""What a person said of a day's key points is what the briefing shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing.test_points import DAY, held, made, stories_of
from daybook.briefing.brief import brief
from daybook.briefing.points import MOST
from daybook.briefing.values import Point
from daybook.content.authority import AuthorityPoint
from daybook.digest import Digest
from daybook.stories.stories import Stories

ARTICLES = made(
    [
        ("The river rose over its banks at Northmere on Friday after three days of rain.", 0, "Post"),
        ("At least 12 people were killed in Brackwater when a bridge fell into the river.", 0, "Wire"),
        ("Volunteers reached Brackwater from Upper Mere with boats and bread on Sunday morning.", 0, "Post"),
        ("Farhaven sent forty pumps to Merland, and promised to send twenty more within a week. He said no more.", 0, "Wire"),
    ]
)  # fmt: skip
STORIES = stories_of(ARTICLES)


def points(
    *entries: AuthorityPoint, articles: list[Digest] = ARTICLES, told: Stories = STORIES
) -> tuple[Point, ...]:
    return brief(DAY, [a for a in articles if a.date and a.date.value == DAY], told, entries).points


def entry(point: str, **given: Any) -> AuthorityPoint:
    return AuthorityPoint(DAY, point, **given)


def test_what_is_dropped_is_gone_and_another_takes_its_place() -> None:
    first = points()[0]
    after = points(entry(first.id, state="dropped"))
    assert first.id not in {point.id for point in after}
    assert after
    assert {point.by_hand for point in after} == {""}


def test_what_is_pinned_is_there_whatever_it_says() -> None:
    leaning = next(
        f"{a.id}#{p.anchor}" for a in ARTICLES for p in a.passages if p.words == "He said no more."
    )
    assert leaning not in {point.id for point in points()}
    pinned = points(entry(leaning, state="pinned"))
    assert pinned[0].id == leaning
    assert pinned[0].by_hand == "pinned"
    assert pinned[0].words == "He said no more."


def test_a_line_in_other_words_keeps_what_it_rests_on() -> None:
    before = points()[-1]
    after = points(entry(before.id, words="What the desk wrote."))
    assert after[0] == replace(before, words="What the desk wrote.", by_hand="rewritten")


def test_the_order_is_a_persons() -> None:
    found = points()
    wanted = [point.id for point in reversed(found)]
    after = points(*(entry(id, place=place) for place, id in enumerate(wanted, 1)))
    assert [point.id for point in after] == wanted
    assert [p.id for p in points(entry(wanted[0], place=1))] == [
        wanted[0],
        *(p.id for p in found if p.id != wanted[0]),
    ]


def test_what_no_article_of_the_day_says_is_passed_over() -> None:
    assert (
        points(entry("000000000000#s000000", state="pinned"), entry("000000000000#s111111", place=1))
        == points()
    )


@given(held, st.data())
def test_any_word_of_a_person_holds(given: list[tuple[str, int, str | None]], data: st.DataObject) -> None:
    articles = made(given)
    told = stories_of(articles)
    ids = [f"{a.id}#{p.anchor}" for a in articles if a.date and a.date.value == DAY for p in a.passages]
    states = st.sampled_from(("pinned", "dropped", None))
    made_up = st.tuples(
        st.sampled_from(ids or ["0" * 12 + "#s000000"]), states, st.sampled_from(("", "A line."))
    )
    said = data.draw(st.lists(made_up, max_size=4, unique_by=lambda each: each[0]))
    entries = [entry(id, state=state, words=words) for id, state, words in said]
    found = {point.id: point for point in points(*entries, articles=articles, told=told)}
    assert len(found) <= MOST
    for id, state, words in said:
        if state == "dropped" or id not in ids:
            assert id not in found
        elif state == "pinned" or words:
            assert found[id].by_hand == ("rewritten" if words else "pinned")
            assert f"{found[id].support[0].article}#{found[id].support[0].anchor}" == id
