"""What a day brings beside the archive's day before: names first seen, stories that begin, go on, return, end."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.briefing.changes import Changes, Gap, State, changes, counted, first_seen, gap, ranked, runs
from daybook.briefing.figures import Row, figures
from daybook.digest import Digest, digest
from daybook.settings import Coverage
from daybook.stories.stories import Stories, Story
from helpers.site_samples import ACTORS, PLACES, article

START = date(2031, 5, 1)
NAMES = (*PLACES, *ACTORS)
Told = tuple[int, frozenset[str], int]
"""Of an article: the day after `START`, the names in it, the number of its story."""
ARCHIVES = st.lists(
    st.tuples(st.integers(0, 9), st.frozensets(st.sampled_from(NAMES), max_size=3), st.integers(0, 3)),
    min_size=1,
    max_size=12,
)


def archive(told: Sequence[Told]) -> list[Digest]:
    """Its articles, oldest first; each has another title."""
    return [
        digest(
            article(f"Report {n}", str(START + timedelta(day)), f"Of {', '.join(sorted(names)) or 'nobody'}.")
        )
        for n, (day, names, _) in enumerate(sorted(told, key=lambda each: each[0]))
    ]


def by_day(articles: Sequence[Digest]) -> dict[date, list[Digest]]:
    found: dict[date, list[Digest]] = {}
    for each in articles:
        assert each.date
        found.setdefault(each.date.value, []).append(each)
    return found


def stories(told: Sequence[Told], articles: Sequence[Digest]) -> Stories:
    held: dict[int, list[Digest]] = {}
    for (*_, number), each in zip(sorted(told, key=lambda each: each[0]), articles, strict=True):
        held.setdefault(number, []).append(each)
    all = tuple(
        Story(each[0].id, f"Story {n}", tuple(each), "", tuple((a,) for a in each))
        for n, each in held.items()
    )
    return Stories(all, {each.id: story for story in all for each in story.articles})


def every_day(told: Sequence[Told]) -> list[Changes]:
    """Each day but the first beside the one before."""
    articles = archive(told)
    days, firsts, held = by_day(articles), first_seen(articles), stories(told, articles)
    listed = list(days)
    return [
        changes(day, before, days, firsts.get(day, {}), held, Coverage())
        for before, day in itertools.pairwise(listed)
    ]


@given(ARCHIVES)
def test_each_name_is_first_seen_once_on_the_first_day_that_has_it(told: list[Told]) -> None:
    articles = archive(told)
    found = [(day, name, first) for day, held in first_seen(articles).items() for name, first in held.items()]
    assert Counter(name for _, name, _ in found) == Counter(
        {
            name
            for each in articles
            for name in [*(("place", p.id) for p in each.places), *(("actor", a.id) for a in each.actors)]
        }
    )
    for day, (kind, id), first in found:
        holding = [
            a for a in articles if any(each.id == id for each in (a.places if kind == "place" else a.actors))
        ]
        assert first is holding[0]
        assert first.date
        assert first.date.value == day


@given(ARCHIVES)
def test_all_that_a_day_has_first_is_ranked_and_nothing_is_lost(told: list[Told]) -> None:
    articles = archive(told)
    days = by_day(articles)
    for day, held in first_seen(articles).items():
        found = ranked(held, days[day])
        assert {(first.kind, first.id) for first in found} == set(held)
        assert [first.articles for first in found] == sorted(
            (first.articles for first in found), reverse=True
        )


@given(ARCHIVES)
def test_what_a_story_does_tells_of_each_of_its_days_once(told: list[Told]) -> None:
    """New on its first day, ended on the archive's day after its last; going on or returning on the others."""
    articles = archive(told)
    listed = list(by_day(articles))
    found: dict[str, list[tuple[date, State]]] = {}
    for each in every_day(told):
        for turn in each.turns:
            found.setdefault(turn.story.id, []).append((each.day, turn.state))
    for story in stories(told, articles).all:
        days = sorted({a.date.value for a in story.articles if a.date})
        expected: list[tuple[date, State]] = []
        for before, day in zip([None, *days], days, strict=False):
            at = listed.index(day)
            if before is None:
                expected.append((day, "new"))
            else:
                expected.append((day, "goes on" if listed[at - 1] == before else "returns"))
        if story.last != listed[-1]:
            expected.append((listed[listed.index(story.last) + 1], "ended"))
        if len(story.articles) < 2:
            expected = []
        # the archive's first day has nothing before it
        assert found.get(story.id, []) == [each for each in expected if each[0] != listed[0]]


@given(ARCHIVES)
def test_a_story_is_told_on_as_many_days_as_were_counted(told: list[Told]) -> None:
    for each in every_day(told):
        for turn in each.turns:
            days = {a.date.value for a in turn.story.articles if a.date and a.date.value <= each.day}
            assert turn.days == len(days)


@given(ARCHIVES, st.integers(0, 9), st.integers(0, 9))
def test_the_runs_of_a_stretch_hold_its_articles_once(told: list[Told], one: int, other: int) -> None:
    articles = archive(told)
    days = by_day(articles)
    first, last = sorted((START + timedelta(one), START + timedelta(other)))
    held = [day for day in days if first <= day <= last]
    if not held:
        return
    within = [a for day in held for a in days[day]]
    found = runs(held, within, stories(told, articles), max(days))
    for run in found:
        own = [a for a in run.story.articles if a in within]
        assert run.days == Counter(a.date.value for a in own if a.date)
        assert (run.since is None) == (run.story.first >= held[0])
        assert run.ended == (run.story.last in run.days and run.story.last < max(days))
    assert [sum(run.days.values()) for run in found] == sorted(
        (sum(run.days.values()) for run in found), reverse=True
    )


def test_who_published_an_article_is_not_first_seen_by_it() -> None:
    wire = digest(article("River", "2031-05-01", "River Watch said so.", outlet="River Watch"))
    other = digest(article("Bank", "2031-05-02", "River Watch measured it."))
    assert {day: list(held) for day, held in first_seen([wire, other]).items()} == {
        date(2031, 5, 2): [("actor", "river-watch")]
    }


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [
        ("..", Gap(3, 0)),
        ("2031-05-01..2031-05-31", Gap(3, 0)),
        ("..2031-05-02", Gap(1, 2)),
        ("2031-05-03..", Gap(2, 1)),
        ("2031-05-03..2031-05-03", Gap(1, 2)),
        ("2032-01-01..", Gap(0, 3)),
    ],
)
def test_days_between_are_told_by_whether_the_archive_covers_them(coverage: str, expected: Gap) -> None:
    assert gap(date(2031, 5, 1), date(2031, 5, 5), Coverage.parse(coverage)) == expected


@given(st.dates(), st.dates(), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()))
def test_a_gap_holds_every_day_between_once(
    one: date, other: date, first: date | None, last: date | None
) -> None:
    before, day = sorted((one, other))
    if before == day or (first and last and first > last):
        return
    found = gap(before, day, Coverage(first, last))
    assert found.empty + found.uncollected == (day - before).days - 1
    assert min(found) >= 0


VALUES = st.lists(st.tuples(st.integers(0, 9), st.integers(2, 5)), min_size=1, max_size=8)
"""Of reports of one toll: the day after `START`, and how many."""


def toll(told: Sequence[tuple[int, int]]) -> tuple[Row, ...]:
    articles = tuple(
        digest(
            article(
                f"Report {n}",
                str(START + timedelta(day)),
                f"So far {value} people have been killed in Northmere.",
            )
        )
        for n, (day, value) in enumerate(sorted(told, key=lambda each: each[0]))
    )
    story = Story(articles[0].id, "Story", articles, "", tuple((a,) for a in articles))
    return figures(articles, Stories((story,), {each.id: story for each in articles})).rows


@given(VALUES, st.integers(0, 9), st.integers(0, 9))
def test_a_figure_changed_where_a_report_gives_a_value_that_none_before_gives(
    told: list[tuple[int, int]], one: int, other: int
) -> None:
    first, last = sorted((START + timedelta(one), START + timedelta(other)))
    found = counted(first, last, toll(told))
    values = sorted((START + timedelta(day), value) for day, value in told)
    before = [each for each in values if each[0] < first] or [
        each for each in values if each[0] == values[0][0]
    ]
    new = {v for day, v in values if first <= day <= last} - {v for _, v in before}
    assert {int(n.value) for each in found for report in each.now for n in report.numbers} == new
    for each in found:
        assert {report.day for report in each.before} == {before[-1][0]}
        assert all(first <= report.day <= last for report in each.now)


def test_a_value_of_the_day_before_is_not_told_again() -> None:
    rows = toll([(0, 2), (1, 3), (2, 3)])
    assert [len(counted(day, day, rows)) for day in (START + timedelta(n) for n in range(3))] == [0, 1, 0]
