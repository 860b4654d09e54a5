"""Figures stand side by side where they count the same thing, and nowhere else."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from daybook.briefing.figures import Figures, Report, Row, figures
from daybook.digest import Digest
from daybook.stories.stories import Stories, Story
from daybook.values import Article
from helpers.held import archive_of
from helpers.site_samples import article

DAY = "2031-05-03"


def held(*articles: Article) -> tuple[Digest, ...]:
    return archive_of(articles).articles


def one_story(articles: tuple[Digest, ...]) -> Stories:
    story = Story(articles[0].id, articles[0].title, articles, "", tuple((a,) for a in articles))
    return Stories((story,), {each.id: story for each in articles})


def alone(articles: tuple[Digest, ...]) -> Stories:
    each = {a.id: Story(a.id, a.title, (a,), "", ((a,),)) for a in articles}
    return Stories(tuple(each.values()), each)


def told(rows: tuple[Row, ...]) -> list[list[str]]:
    """The words of each row's reports."""
    return [[number.words for report in row.reports for number in report.numbers] for row in rows]


def test_reports_of_one_story_that_count_the_same_in_one_place_are_one_row() -> None:
    found = held(
        article("One", DAY, "At least 12 people were killed in Northmere, River Watch said."),
        article("Two", DAY, "Ada Quill said 17 people were killed in Northmere."),
    )
    (row,) = figures(found, one_story(found)).rows
    assert sorted(told((row,))[0]) == ["17", "At least 12"]
    assert (row.unit, row.place, row.values) == ("killed", "gn:1", 2)


def test_what_is_counted_of_another_place_day_noun_or_story_is_another_row() -> None:
    first = article("One", DAY, "At least 12 people were killed in Northmere.")
    for title, day, text in (
        ("Place", DAY, "At least 17 people were killed in Alderfold."),
        ("Day", "2031-05-04", "At least 17 people were killed in Northmere."),
        ("Noun", DAY, "At least 17 children were killed in Northmere."),
        ("Unit", DAY, "At least 17 people were wounded in Northmere."),
        ("Expected", DAY, "At least 17 people could be killed in Northmere."),
    ):
        found = held(first, article(title, day, text))
        assert len(figures(found, one_story(found)).rows) == 2, title
    found = held(first, article("Other story", DAY, "At least 17 people were killed in Northmere."))
    assert len(figures(found, alone(found)).rows) == 2


def test_what_is_plainly_the_same_toll_is_one_row() -> None:
    later = "2031-05-05"
    for texts in (
        ["The blast killed 15 people in Northmere.", "A blast killed 15 people."],
        ["The blast killed 15 people.", "The death toll reached 15."],
    ):
        first = article("One", DAY, texts[0])
        found = held(first, article("Two", DAY, texts[1]))
        assert len(figures(found, one_story(found)).rows) == 1, texts
        assert len(figures(found, alone(found)).rows) == 2, texts
    found = held(
        article("One", DAY, "The blast killed 15 people."),
        article("Two", DAY, "The death toll reached 15."),
        article("Three", later, "The death toll reached 17."),
    )
    (row,) = figures(found, one_story(found)).rows
    assert [report.value[0][1] for report in row.reports] == ["15", "15", "17"]
    found = held(
        article("One", DAY, "The blast killed 15 people in Northmere."),
        article("Two", DAY, "A blast killed 15 people."),
        article("Three", DAY, "A storm killed 9 people in Alderfold."),
    )
    assert len(figures(found, one_story(found)).rows) == 3


def test_a_figure_of_copies_of_one_text_is_one_row_with_its_carriers() -> None:
    text = "It could kill 40 people, River Watch said."
    found = held(article("One", DAY, text), article("Two", DAY, text))
    assert len(figures(found, one_story(found)).rows) == 2
    story = Story(found[0].id, found[0].title, found, "one", (found,))
    (row,) = figures(found, Stories((story,), {each.id: story for each in found})).rows
    assert [report.article.id for report in row.reports] == [each.id for each in found]


def test_an_article_that_gives_two_numbers_for_it_by_nobody_says_too_little() -> None:
    text = "A blast killed 12 people in Northmere. Shells killed 5 people in Northmere."
    found = held(article("One", DAY, text))
    assert told(figures(found, one_story(found)).rows) == [["12"], ["5"]]


def test_those_who_left_a_country_are_counted_over_days_and_stories() -> None:
    found = held(
        article("One", "2031-05-01", "More than 500,000 people have fled Norway to neighbouring countries."),
        article("Two", "2031-05-03", "Some 700,000 people have fled Norway for Sweden, River Watch said."),
        article("Three", "2031-05-04", "Some 9,000 people have fled Chad for Sweden."),
        article("Four", "2031-05-05", "A million people may have fled Norway by June."),
        article("Five", "2031-08-05", "Some 800 people have fled Norway to neighbouring countries."),
    )
    rows = figures(found, alone(found)).rows
    assert told(rows)[0] == ["More than 500,000", "Some 700,000"]
    assert [row.has_path for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert rows[0].days == (date(2031, 5, 1), date(2031, 5, 3))


def test_votes_with_equal_counts_are_one_vote_and_others_are_not() -> None:
    found = held(
        article("One", DAY, "River Watch voted 141-5, with 35 abstentions."),
        article("Two", "2031-05-04", "The plan was supported by 141 of its members. Five countries voted against it."),
        article("Three", DAY, "The council voted 140-5 on it."),
        article("Four", DAY, "The board voted 5-0 on it."),
        article("Five", DAY, "The bench voted 5-0 on it."),
    )  # fmt: skip
    rows = [row for row in figures(found, alone(found)).rows if row.unit == "votes"]
    assert sorted(told(tuple(rows))) == [
        ["140", "5"],
        ["141", "5", "35", "141", "Five"],
        ["5", "0"],
        ["5", "0"],
    ]


def test_the_losses_of_one_side_stand_together() -> None:
    found = held(
        article("One", DAY, "River Watch said 498 Swedish soldiers had died and 1,597 Swedish soldiers had been wounded."),
        article("Two", DAY, "At least 5 people were killed in Northmere. Some 300 Swedish soldiers have been captured."),
    )  # fmt: skip
    stories = one_story(found)
    day = figures(found, stories).on(date(2031, 5, 3), found, stories, 12)
    families = [row.family for row in day.rows]
    assert len(set(families)) == 2
    assert families == sorted(families, key=families.index)
    assert [row.unit for row in day.rows if row.whose == "SE"] == ["killed", "wounded", "captured"]


def test_amounts_stand_in_one_row_only_where_articles_say_the_same() -> None:
    found = held(
        article("One", DAY, "The town asked for $12 million in flood aid."),
        article("Two", DAY, "It needs $12 million in flood aid."),
        article("Three", DAY, "It needs $14 million in flood aid."),
    )
    stories = one_story(found)
    day = figures(found, stories).on(date(2031, 5, 3), found, stories, 2)
    assert [len(row.reports) for row in day.rows] == [2, 1]
    assert figures(found, stories).on(date(2031, 5, 3), found, stories, 1).others == 1


TEXTS = st.lists(
    st.sampled_from(
        [
            "At least 12 people were killed in Northmere, River Watch said.",
            "Ada Quill said 17 people were killed in Northmere.",
            "Some 300 Swedish soldiers were killed or wounded.",
            "More than 500,000 people have fled Norway.",
            "Some 700,000 people have fled Norway, River Watch said.",
            "The council voted 141-5, with 35 abstentions.",
            "Seven people were injured in Alderfold.",
        ]
    ),
    min_size=1,
    max_size=4,
)


@given(
    st.lists(st.tuples(st.integers(1, 9), TEXTS), min_size=1, max_size=6), st.randoms(use_true_random=False)
)
def test_each_figure_stands_in_one_row_with_its_like(
    given: list[tuple[int, list[str]]], chance: random.Random
) -> None:
    made = [article(f"T{n}", f"2031-05-0{day}", *texts) for n, (day, texts) in enumerate(given)]
    found = held(*{each.id: each for each in made}.values())
    stories = one_story(found) if chance.random() < 0.5 else alone(found)
    rows = figures(found, stories).rows
    reports: list[Report] = [report for row in rows for report in row.reports]
    numbers = [(report.article.id, number.start) for report in reports for number in report.numbers]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) == sum(len(each.numbers) for each in found)
    for row in rows:
        assert row.reports == tuple(sorted(row.reports, key=lambda report: report.day))
        for field in ("unit", "noun", "whose", "place", "together"):
            if row.unit != "votes":
                assert len({getattr(report.numbers[0], field) or "" for report in row.reports}) == 1
        if len(row.reports) > 1:
            assert row.sense == ""
    assert len({row.id for row in rows}) == len(rows)
    again: Figures = figures(found, stories)
    assert again == figures(found, stories)
