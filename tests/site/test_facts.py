"""What the evidence says of each fact: what settled it, how sure it is, what was passed over, and where its words stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daybook.digest import digest
from daybook.site.parts.facts import Fact, facts, figures, has_raw, left_out, tables
from daybook.values import Article, FoundDate, Mention, Rival, Span
from daybook.words import ENGLISH
from helpers.site_samples import article

ONE = article("Flood", "2031-05-02", "Water stood in Northmere.", "Ada Quill came.")


def told(held: Article, group: str) -> Fact:
    return next(fact for fact in facts(held, ENGLISH) if fact.group == group)


def test_a_place_tells_what_settled_it_and_what_it_could_have_been() -> None:
    rivals = (
        Rival("place gn:1", "gn:7", "Northmere, Lower Mere", 0.21, "population"),
        Rival("place gn:1", "gn:8", "Northmere, Farland", 0.04, "some-new-rule"),
        Rival("place gn:2", "gn:9", "Elsewhere", 0.5, ""),
    )
    place = replace(ONE.places[0], why="country", confidence=0.75)
    fact = told(replace(ONE, places=(place,), rivals=rivals), "Place")
    assert (fact.settled, fact.sure) == ("the article’s country", "75\u00a0% sure")
    assert fact.rivals == (
        "Northmere, Lower Mere (21\u00a0%, the larger one)",
        "Northmere, Farland (4\u00a0%, some new rule)",
    )


def test_where_nothing_was_to_be_decided_nothing_is_said() -> None:
    for group in ("Place", "Actor"):
        fact = told(ONE, group)
        assert (fact.settled, fact.sure, fact.rivals) == ("", "", ())


def test_the_day_has_rivals_proven_or_not() -> None:
    rival = Rival("date", "2031-05-01", "on Thursday", 0.3, "ahead")
    held = replace(ONE, rivals=(rival,))
    assert told(held, "Day").rivals == ("1 May 2031, by “on Thursday” (30\u00a0%, told as to come)",)
    assert told(replace(held, date=None), "Day").rivals == (
        "1 May 2031, by “on Thursday” (30\u00a0%, told as to come)",
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("derived", "made of the first sentence"),
        ("stated", "as the file states it"),
        ("", "as a person wrote it"),
    ],
)
def test_the_title_says_what_found_it_and_guesses_nothing(rule: str, said: str) -> None:
    held = replace(ONE, title="Water stood in Northmere.", title_rule=rule)
    assert told(held, "Title").rules == (said,)


def test_words_outside_the_article_lead_to_the_raw_text() -> None:
    outlet = Mention("source", "The Mere Post", "The Mere Post", 900, 913, None, "own-promo", "outlet")
    day = FoundDate(ONE.date.value, "posted", "Posted May 2", start=880, end=892)  # type: ignore[union-attr]
    held = replace(ONE, date=day, mentions=(*ONE.mentions, outlet))
    assert (told(held, "Day").raw, told(held, "Outlet").raw) == ("proves-day", "proves-outlet")
    within = replace(day, sentence=ONE.sentences[0].id)
    assert told(replace(held, date=within), "Day").raw == ""
    beside = replace(day, start=None, end=None)
    assert told(replace(held, date=beside), "Day").raw == ""


def test_what_the_article_s_page_shows_needs_no_page_of_the_raw_text() -> None:
    signed = Span(900, 906, "signature", "REUTER")
    held = replace(ONE, dropped=(signed,))
    assert not has_raw(held)
    assert [left.words for left in left_out(held, ENGLISH)] == [("REUTER",)]
    day = FoundDate(ONE.date.value, "dateline", "May 2", start=880, end=885)  # type: ignore[union-attr]
    assert has_raw(replace(held, date=day))
    dated = replace(held, date=day, dateline="NORTHMERE, May 2 -")
    assert not has_raw(dated)
    assert (told(dated, "Day").beside, told(dated, "Day").raw) == ("dateline", "")


@pytest.mark.parametrize(
    "dropped",
    [
        (Span(900, 906, "signature"),),
        (Span(900, 1040, "caption", "x" * 140),),
        tuple(Span(at, at + 1, "promo", "x") for at in range(900, 904)),
    ],
)
def test_what_is_long_or_much_stands_on_a_page_of_its_own(dropped: tuple[Span, ...]) -> None:
    held = replace(ONE, dropped=dropped)
    assert has_raw(held)
    assert not any(left.words for left in left_out(held, ENGLISH))


def test_many_places_are_folded_behind_the_first() -> None:
    fact = Fact("Place", "Northmere", "p0")
    first, more = tables([Fact("Day", "2 May 2031"), *[fact] * 11], [], ENGLISH)
    assert (len(first.facts), len(more.facts), more.title) == (9, 3, "3 more places")


def counted(*paragraphs: str) -> list[Fact]:
    held = article("Flood", "2031-05-02", *paragraphs)
    return list(figures(held, digest(held).numbers, ENGLISH))


def test_a_figure_tells_what_is_counted_by_whom_and_where() -> None:
    one, other = counted(
        "At least 12 people were killed in Northmere, police said.",
        "Water fell, and some 300 people were wounded.",
    )
    assert (one.group, one.words, one.rules) == ("Killed", ("At least 12",), ("according to police",))
    assert [proof.number for proof in one.proofs] == [1]
    assert (other.group, other.rules) == ("Wounded", ())


def test_a_figure_that_stands_twice_is_told_once_with_both_sentences() -> None:
    (one,) = counted("Police said 12 people were killed.", "Police said 12 people were killed in the flood.")
    assert [proof.number for proof in one.proofs] == [1, 2]


def test_a_vote_is_one_fact_and_numbers_that_count_nothing_of_note_are_none() -> None:
    (vote,) = counted("The General Assembly voted 141 to 5.", "He waited for 3 hours.")
    assert (vote.group, vote.value, vote.words) == ("Vote", "141 for and 5 against", ())


def test_votes_of_which_no_side_is_told_stand_as_printed() -> None:
    (fact,) = counted("He won the vote with 312 votes in Northmere.")
    assert (fact.value, fact.words) == ("", ("312",))


def test_figures_are_folded_and_articles_without_have_no_table() -> None:
    held = article("Flood", "2031-05-02", "At least 12 people were killed.")
    day = Fact("Day", "2 May 2031")
    first, more = tables([day], figures(held, digest(held).numbers, ENGLISH), ENGLISH)
    assert (list(first.facts), more.title) == ([day], "1 figure")
    assert len(tables([day], [], ENGLISH)) == 1
