"""What two articles tell in common lies between nothing and all, is the same both ways, and counts rare words for more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daybook.stories.odds import Evidence, chance, odds
from daybook.stories.telling import Telling
from helpers.held import archive_of
from helpers.site_samples import article

WORDS = ("flood", "river", "bridge", "school", "harvest", "council", "Brackwater", "barley", "3,000")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
shares = st.floats(0, 1)


@given(st.lists(st.tuples(texts, texts), min_size=2, max_size=6, unique=True))
def test_it_lies_between_nothing_and_all_and_is_the_same_both_ways(given: list[tuple[str, str]]) -> None:
    made = [article(title, "2031-05-02", f"{text}.") for title, text in given]
    held = archive_of({each.id: each for each in made}.values()).articles
    among = Telling(held).around(0, len(held))
    for one in range(len(held)):
        for other in range(one):
            common = among.common(one, other)
            assert common == among.common(other, one)
            assert all(0 <= value <= 1 for value in common)


def test_a_title_that_the_other_tells_is_told_whole_and_numbers_tell_nothing() -> None:
    held = archive_of(
        [
            article("Barley fails at Brackwater", "2031-05-01", "Rain fell for 40 days."),
            article("Council meets", "2031-05-02", "At Brackwater the barley failed, the council heard."),
            article("40 at school", "2031-05-03", "They sang for 40 guests."),
        ]
    ).articles
    among = Telling(held).around(0, 3)
    assert among.common(0, 1).told == 1
    assert among.common(0, 2) == (0, 0)


def test_words_that_many_articles_have_are_worth_less() -> None:
    made = [
        article(f"Fair {n}", f"2031-05-{n:02}", f"The mayor spoke, {word}.")
        for n, word in enumerate(("barley", "barley", *WORDS[:5]), 1)
    ]
    held = archive_of(made).articles
    among = Telling(held).around(0, len(held))
    by_title = {each.title: number for number, each in enumerate(held)}
    alike, less = (among.common(by_title["Fair 1"], by_title[other]).rare for other in ("Fair 2", "Fair 3"))
    assert alike > less


@given(shares, shares, shares, shares, st.integers(0, 14))
def test_nothing_that_speaks_for_one_event_speaks_against_it(
    cosine: float, told: float, rare: float, own: float, again: int
) -> None:
    known = Evidence(cosine, told, rare, own)
    for field in Evidence._fields:
        assert odds(known._replace(**{field: 1.0})) >= odds(known)
    assert 0 <= chance(odds(known), again + 1) <= chance(odds(known), again) <= 1
