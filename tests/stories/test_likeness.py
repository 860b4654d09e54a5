"""Likeness is the cosine that its definition says, and the same however many articles lie elsewhere in time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from daybook.digest import Digest
from daybook.stories.features import features
from daybook.stories.likeness import COMMON, FEW, REACH, Likeness
from helpers.held import archive_of
from helpers.site_samples import archive, article

FIRST = date(2031, 5, 1)
WORDS = ("flood", "river", "bridge", "school", "Northmere", "harvest", "council", "Ada Quill", "Brackwater")

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
stories = st.lists(st.tuples(texts, texts, st.integers(0, 20)), min_size=1, max_size=12)


def digests(given: Sequence[tuple[str, str, int]]) -> tuple[Digest, ...]:
    """One article each: title, text, and days after the first."""
    made = [article(title, str(FIRST + timedelta(days)), f"{text}.") for title, text, days in given]
    return archive_of({each.id: each for each in made}.values()).articles


def cosine(held: Sequence[Digest], one: Digest, other: Digest) -> float:
    """By the definition, one pair at a time."""
    assert one.date
    near = [features(a) for a in held if a.date and abs((a.date.value - one.date.value).days) <= REACH]

    def weigh(each: Digest) -> dict[object, float]:
        found = {}
        for feature, weight in features(each).items():
            count = sum(feature in other for other in near)
            found[feature] = weight * math.log1p(max(len(near), FEW) / count) if count <= COMMON else 0.0
        return found

    mine, theirs = weigh(one), weigh(other)
    product = sum(weight * theirs.get(feature, 0.0) for feature, weight in mine.items())
    lengths = math.hypot(*mine.values()) * math.hypot(*theirs.values())
    return product / lengths if lengths else 0.0


@given(stories)
def test_the_cosine_is_that_of_the_definition(given: list[tuple[str, str, int]]) -> None:
    held = digests(given)
    likeness = Likeness(held)
    for day in {a.date.value for a in held if a.date}:
        found = {(a, b): value for a, b, value in likeness.around(day.toordinal()).alike(0.05)}
        for number, one in enumerate(held):
            if one.date and one.date.value == day:
                for other, each in enumerate(held):
                    near = each.date and abs((each.date.value - day).days) <= REACH and other != number
                    expected = cosine(held, one, each) if near else 0.0
                    if abs(expected - 0.05) > 1e-3:
                        assert abs(found.get((number, other), 0.0) - expected * (expected >= 0.05)) < 1e-3


def test_what_two_share_is_told_the_rarest_first() -> None:
    held = digests(
        [
            ("A bridge falls at Brackwater", "The bridge fell into the river.", 0),
            ("Brackwater mourns its bridge", "Nobody crossed the river.", 1),
            ("Harvest", "The river is high.", 1),
            ("School", "The river is high again.", 2),
        ]
    )
    around = Likeness(held).around(FIRST.toordinal())
    assert [pair[:2] for pair in around.alike(0.2)] == [(0, 1)]
    shared = [id for _, id in around.shared(0, 1)]
    assert set(shared) == {"bridg", "brackwat", "river"}
    assert shared[-1] == "river", "all four tell of it"


def test_articles_far_away_in_time_change_nothing() -> None:
    near = [("Flood at Northmere", "The river rose.", 0), ("Northmere under water", "The flood came.", 1)]
    far = [("Flood at Northmere", "The river rose again.", 90)]
    alone, beside = Likeness(digests(near)), Likeness(digests(near + far))
    assert list(alone.around(FIRST.toordinal()).alike(0.0)) == list(
        beside.around(FIRST.toordinal()).alike(0.0)
    )


def test_a_day_without_articles_has_none_that_are_alike() -> None:
    assert not list(Likeness(archive().articles).around(date(1999, 1, 1).toordinal()).alike(0.0))
    assert not list(Likeness(()).around(FIRST.toordinal()).alike(0.0))
