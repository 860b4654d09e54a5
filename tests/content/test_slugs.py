"""Slugs: short, ASCII, unique, safe on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content import slugs
from daybook.values import Actor, Place

SAFE = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


def town(country: str | None, region: str | None, id: str = "gn:1") -> Place:
    return Place(id, "Springfield", "city", country, region=region)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Ukraine’s “talks” – 1,000 words", "ukraines-talks-1000-words"),
        ("Orbán & Łódź", "orban-lodz"),
        ("Київ", "kiiv"),
        ("北京", "bei-jing"),
        ("😀", ""),
        ("../..", ""),
        ("&lt;b&gt;", "b"),
        ("x" * 200, "x" * slugs.LONGEST),
        ("word " * 40, "-".join(["word"] * 15)),
    ],
)
def test_words_as_slug(text: str, made: str) -> None:
    assert slugs.slug(text) == made


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "index", "x"])))
def test_an_articles_slug_is_safe_and_free(title: str, taken: set[str]) -> None:
    made = slugs.article(title, "0123456789ab", taken)
    assert SAFE.fullmatch(made)
    assert len(made) <= slugs.LONGEST + 6
    assert made not in taken | slugs.RESERVED
    assert made == slugs.article(title, "0123456789ab", taken)


@pytest.mark.parametrize(
    ("place", "taken", "made"),
    [
        (town("US", "Illinois"), (), "springfield"),
        (town("US", "Illinois"), ("springfield",), "springfield-us-il"),
        (town("US", "Illinois"), ("springfield", "springfield-us-il"), "springfield-gn-1"),
        (town("NZ", None), ("springfield",), "springfield-nz"),
        (town("US", "Nowhere at all"), ("springfield",), "springfield-us-nowhere-at-all"),
        (town(None, None), ("springfield",), "springfield-city"),
        (Place("my:x", "😀", "site"), (), "my-x"),
    ],
)
def test_a_place_gets_a_longer_slug_where_the_plain_one_is_taken(
    place: Place, taken: tuple[str, ...], made: str
) -> None:
    assert slugs.free(slugs.place(place), taken) == made


def test_an_actors_slug() -> None:
    actor = Actor("john-smith-2", "John Smith", "person", country="GB")
    assert slugs.free(slugs.actor(actor), ()) == "john-smith"
    assert slugs.free(slugs.actor(actor), ("john-smith",)) == "john-smith-gb"
    assert slugs.free(slugs.actor(actor), ("john-smith", "john-smith-gb")) == "john-smith-john-smith-2"


def test_a_sources_slug() -> None:
    assert slugs.free(slugs.source("RFE/RL"), ()) == "rfe-rl"
    assert slugs.free(slugs.source("RFE RL"), ("rfe-rl",)) == "rfe-rl-2"
    assert slugs.free(slugs.source("…"), ()) == "source"
