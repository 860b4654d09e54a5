"""Properties of places.find on any text, and what embed and weigh make of its mentions."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook import places
from daybook.actors.names import Names, NameSpan
from daybook.content.authority import Authority, AuthorityPlace, Outlet
from daybook.values import Actor, CleanText, Dateline, Mention, Place, RawArticle, Sentence, Span

WORDS = [
    "Moscow",
    "St.",
    "Louis",
    "U.S.",
    "Ill.",
    "of",
    "the",
    "New",
    "York",
    "Kherson's",
    "Reading",
    "said",
    "in,",
    "-",
    "“",
    "\n",
    "Fort",
    "Hood",
    "counties",
    "Wayne",
    "and",
    "Road",
    "12th",
    "İzmir",
    "ß",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def article(text: str) -> tuple[RawArticle, CleanText]:
    clean = CleanText(None, None, False, (Span(0, len(text)),), (Sentence("s1", 0, len(text), 0),), ())
    return RawArticle("a.txt", "", "text/plain", text), clean


def found(
    text: str, names: Names | None = None, authority: Authority | None = None
) -> dict[str, tuple[str, str]]:
    """Words of each mention, with its target and role."""
    _, mentions, _ = places.find(*article(text), names or Names(), None, authority or Authority())
    return {m.words: (m.target, m.role) for m in mentions}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_hold_their_words_and_never_overlap(text: str) -> None:
    there, mentions, _ = places.find(*article(text), Names(), None, Authority())
    assert all(text[m.start : m.end] == m.words for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert {m.target for m in mentions} == {p.id for p in there}


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_places(text: str) -> None:
    assert places.find(*article(text), Names(), None, Authority()) == places.find(
        *article(text), Names(), None, Authority()
    )


@pytest.mark.parametrize("unit", ["A", "St. ", " New York", "Wayne, Love and Hall counties ", "Ill., ", "ā́"])
def test_a_very_long_line_is_read_to_a_bound(unit: str) -> None:
    _, mentions, _ = places.find(*article(unit * (400_000 // len(unit))), Names(), None, Authority())
    assert all(m.end <= 200_000 for m in mentions)


def test_a_dateline_apart_from_the_body_is_read() -> None:
    text = "ACCRA, May 3 (Reuters) - The port reopened."
    clean = CleanText(
        None,
        None,
        False,
        (Span(25, len(text)),),
        (Sentence("s1", 25, len(text), 0),),
        (),
        Dateline(0, 24, text[:24], "ACCRA"),
    )
    _, (mention,), _ = places.find(
        RawArticle("a.txt", "", "text/plain", text), clean, Names(), None, Authority()
    )
    assert (mention.words, mention.target, mention.role, mention.sentence) == (
        "ACCRA",
        "gn:2306104",
        "dateline",
        None,
    )


def test_a_dateline_names_a_town_before_the_region_of_its_name() -> None:
    text = "NEW YORK, March 3 - A court heard the case."
    clean = CleanText(
        None, None, False, (Span(20, 43),), (Sentence("s1", 20, 43, 0),), (),
        Dateline(0, 19, text[:19], "NEW YORK", "March 3"),
    )  # fmt: skip
    there, _, _ = places.find(RawArticle("a.txt", "", "text/plain", text), clean, Names(), None, Authority())
    assert [(p.name, p.kind) for p in there] == [("New York City", "city")]
    assert there[0].confidence > 0.9


def test_a_name_that_the_tagger_gives_to_a_person_is_no_town() -> None:
    text = "Walker Paris won the race, and Paris was glad."
    tagged = Names((NameSpan(0, 12, "person"), NameSpan(31, 36, "person")))
    assert "Paris" not in found(text, tagged)


def test_a_place_that_only_the_tagger_knows_has_no_coordinates() -> None:
    text = "The bus broke down in Quorvelden on Monday."
    there, _, _ = places.find(*article(text), Names((NameSpan(22, 32, "place"),)), None, Authority())
    assert [(p.name, p.kind, p.lat, p.lon) for p in there] == [("Quorvelden", "site", None, None)]


def test_a_town_in_a_country_where_the_gazetteer_has_none_is_not_moved_abroad() -> None:
    there, _, _ = places.find(
        *article("A shop opened in Cleveland, Mongolia, on Monday."), Names(), None, Authority()
    )
    town = next(p for p in there if p.name == "Cleveland")
    assert (town.country, town.lat) == ("MN", None)


def test_the_authority_names_places_and_words_that_are_none() -> None:
    own = Authority(
        places=(
            AuthorityPlace("gn:3143244", "Christiania", ("Tigerstaden",)),
            AuthorityPlace("my:gate-4", "Gate Four", kind="site", country="NO", lat=59.9, lon=10.7),
        ),
        never=frozenset({"lima"}),
    )
    there, _, _ = places.find(
        *article("Lima met in Tigerstaden, at Gate Four, not in Bergen."), Names(), None, own
    )
    assert [(p.id, p.name, p.lat is not None) for p in there] == [
        ("gn:3143244", "Christiania", True),
        ("my:gate-4", "Gate Four", True),
        ("gn:3161732", "Bergen", True),
    ]


def test_an_outlets_country_settles_a_town() -> None:
    raw, clean = article("The library in Perth is closed, a reader told us.")
    scots = Outlet("Tay News", country="GB")
    assert [p.country for p in places.find(raw, clean, Names(), None, Authority())[0]] == ["AU"]
    assert [p.country for p in places.find(raw, clean, Names(), scots, Authority())[0]] == ["GB"]


def mention(kind: str, words: str, start: int, target: str, role: str = "") -> Mention:
    return Mention(kind, target, words, start, start + len(words), None, "r", role)  # type: ignore[arg-type]


def test_a_toponym_within_an_actor_is_embedded_and_states_stay() -> None:
    toponyms = (
        mention("place", "England", 8, "gn:1", "event"),
        mention("place", "Chad", 30, "gn:2", "event"),
    )
    named = (
        mention("actor", "Bank of England", 0, "bank-of-england"),
        mention("actor", "Chad", 30, "state:TD"),
    )
    who = (Actor("bank-of-england", "Bank of England", "organisation"), Actor("state:TD", "Chad", "state"))
    assert [m.role for m in places.embed(toponyms, named, who)] == ["embedded", "event"]


@pytest.mark.parametrize(
    ("toponym", "start", "holder", "left"),
    [
        ("Paris", 7, "Walker Paris", []),
        ("Henry County", 0, "Henry County Sheriff", ["event"]),
        ("N.Y.", 2, "D-N.Y.", ["event"]),
    ],
)
def test_a_toponym_behind_a_persons_first_name_is_none(
    toponym: str, start: int, holder: str, left: list[str]
) -> None:
    toponyms = (mention("place", toponym, start, "gn:1", "event"),)
    named = (mention("actor", holder, 0, "someone"),)
    found = places.embed(toponyms, named, (Actor("someone", holder, "person"),))
    assert [m.role for m in found] == left


def test_the_most_telling_role_counts_and_places_without_mentions_go() -> None:
    told = places.weigh(
        (Place("gn:1", "Kyiv", "city"), Place("gn:2", "Lima", "city")),
        (mention("place", "Kyiv", 0, "gn:1", "metonym"), mention("place", "Kyiv", 9, "gn:1", "event")),
    )
    assert [(p.name, p.role) for p in told] == [("Kyiv", "event")]


def test_ids_are_of_the_three_kinds() -> None:
    there, _, _ = places.find(
        *article("Storms hit Oslo, the Trier region of Bavaria, and the Black Sea."),
        Names(),
        None,
        Authority(),
    )
    assert all(re.fullmatch(r"(gn:\d+|iso:[A-Z]{2}-\w+|dayb:[\w-]+)", p.id) for p in there)
    assert "dayb:black-sea" in {p.id for p in there}
