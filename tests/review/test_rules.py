"""What a review finds, what it asks, and how a person's word settles it: values in, values out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from daybook.content import authority
from daybook.content.authority import AuthorityActor, AuthorityPlace
from daybook.errors import SettingError
from daybook.review import review
from daybook.review.weigh import doubt, prominence
from daybook.values import Article, Place, Problem, Rival
from review.holdings import DAY, IDA, IDDA, NORTH, SOUTH, article, holdings, items, surer

TEXT = "The ferry reached Ferryton. Ida Storm met it in Ferryton on Monday."
OTHER = Rival("place my:north", "my:south", "Ferryton, South, NZ", 0.4, "country")
ALIKE = Rival("actor idda-storm", "ida-storm", "Ida Storm", 0.6, "spelling")


def test_an_undated_article_offers_the_days_that_something_speaks_for() -> None:
    near = Rival("date", "2021-05-18", "day after the day it speaks of", 0.3, "ahead")
    one = article(1, TEXT, day=None, days=[("2021-05-16", "Monday")], rivals=[near])
    (item,) = items(holdings(one), "undated")
    file = "content/articles/undated/article-1.md"
    assert [choice.shell for choice in item.told.choices] == [
        f"daybook set {file} date 2021-05-18",
        f"daybook set {file} date 2021-05-16",
        "",
        f"daybook set {file} date none",
    ]
    assert [(q.text, q.pieces[1]) for q in item.told.evidence] == [
        ("Ida Storm met it in Ferryton on Monday.", ("Monday", True))
    ]
    assert item.told.evidence[0].sentence == one.sentences[1].id


def test_an_undated_article_that_speaks_of_no_day_shows_how_it_begins() -> None:
    one = article(1, TEXT, day=None)
    (item,) = items(holdings(one), "undated")
    assert [(q.sentence, q.pieces) for q in item.told.evidence] == [
        (one.sentences[0].id, (("The ferry reached Ferryton.", False),))
    ]


def test_a_long_sentence_is_cut_around_the_words_in_question() -> None:
    text = f"{'Before it all ' * 50}came Ferryton {'and after it ' * 50}nothing."
    (item,) = items(holdings(article(1, text, places=[NORTH])), "ambiguous-place")
    (quote,) = item.told.evidence
    assert len(quote.text) < 450
    assert (quote.text[0], quote.text[-1]) == ("…", "…")
    assert quote.pieces[1] == ("Ferryton", True)


def test_an_article_of_which_a_person_said_that_it_has_no_day_is_not_asked() -> None:
    one = article(1, TEXT, day=None)
    assert items(holdings(one), "undated")
    assert items(holdings(replace(one, by_hand=("date",))), "undated") == ()


def test_a_day_is_in_doubt_by_its_confidence_or_its_rival() -> None:
    rival = Rival("date", "2021-05-10", "", 0.6, "past")
    sure = article(1, TEXT)
    unsure = article(2, TEXT, day=replace(DAY, confidence=0.5))
    rivalled = article(3, TEXT, rivals=[rival])
    by_hand = article(4, TEXT, day=replace(DAY, rule="hand", confidence=0.1))
    found = items(holdings(sure, unsure, rivalled, by_hand), "doubtful-day")
    assert [item.id for item in found] == [unsure.id, rivalled.id]
    assert [choice.command[-1] for choice in found[1].told.choices] == ["2021-05-17", "2021-05-10"]


def test_a_place_is_asked_once_for_the_whole_archive() -> None:
    held = holdings(
        article(1, TEXT, places=[NORTH], rivals=[OTHER]),
        article(2, TEXT.upper().replace("FERRYTON", "Ferryton"), places=[NORTH], rivals=[OTHER]),
        article(3, TEXT, places=[surer(NORTH, 1.0)]),
    )
    (item,) = items(held, "ambiguous-place")
    assert item.articles == tuple(a.id for a in held.articles[:2])
    assert [choice.shell for choice in item.told.choices] == [
        "daybook same my:north Ferryton",
        "daybook same my:south Ferryton",
        "",
        "daybook not-same Ferryton my:north",
        "daybook never Ferryton",
    ]
    assert [yaml.safe_load(choice.line) for choice in item.told.choices] == [
        [{"id": "my:north", "name": "Ferryton"}],
        [{"id": "my:south", "name": "Ferryton"}],
        [
            {
                "id": "my:ferryton",
                "name": "Ferryton",
                "kind": "city",
                "country": "XX",
                "lat": "LATITUDE",
                "lon": "LONGITUDE",
            }
        ],
        [["Ferryton", "my:north"]],
        ["Ferryton"],
    ]


def test_of_one_article_alone_a_place_can_be_put_right_there() -> None:
    (item,) = items(holdings(article(1, TEXT, places=[NORTH], rivals=[OTHER])), "ambiguous-place")
    file = "content/articles/undated/article-1.md"
    assert f"daybook add --instead my:north {file} place my:south" in [c.shell for c in item.told.choices]


@pytest.mark.parametrize(
    "known",
    [
        {"places": (AuthorityPlace("my:north", "Ferryton"),)},
        {"places": (AuthorityPlace("my:north", "The Pier", ("FERRYTON",)),)},
        {"apart": frozenset({frozenset({"ferryton", "my:south"})})},
    ],
    ids=["its entry", "its alias", "the rival kept apart"],
)
def test_a_settled_place_is_not_asked_again(known: dict[str, object]) -> None:
    one = article(1, TEXT, places=[surer(NORTH, 0.8)], rivals=[replace(OTHER, score=0.7)])
    assert items(holdings(one), "ambiguous-place")
    assert items(holdings(one, **known), "ambiguous-place") == ()


def test_a_town_and_the_division_around_it_are_no_doubt() -> None:
    around = replace(OTHER, name="North, NO, region", score=0.45)
    assert items(holdings(article(1, TEXT, places=[NORTH], rivals=[around])), "ambiguous-place") == ()
    assert items(holdings(article(1, TEXT, places=[NORTH], rivals=[around, OTHER])), "ambiguous-place")


@pytest.mark.parametrize("why", ["hand", "authority"])
def test_a_place_that_a_person_gave_is_not_asked(why: str) -> None:
    one = article(1, TEXT, places=[surer(NORTH, 0.3, why)])
    assert items(holdings(one), "ambiguous-place") == ()


def test_a_place_within_the_name_of_a_body_alone_is_not_asked() -> None:
    within = replace(NORTH, role="embedded")
    assert items(holdings(article(1, TEXT, places=[NORTH], rivals=[OTHER])), "ambiguous-place")
    assert items(holdings(article(1, TEXT, places=[within], rivals=[OTHER])), "ambiguous-place") == ()


def test_actors_that_resemble_are_asked_as_a_pair() -> None:
    held = holdings(
        article(1, TEXT, actors=[IDA]),
        article(2, TEXT, actors=[IDA], rivals=[Rival("actor ida-storm", "idda-storm", "", 0.5, "spelling")]),
        article(3, "Idda Storm spoke.", actors=[IDDA], rivals=[ALIKE]),
    )
    (item,) = items(held, "resembling-actors")
    assert (item.title, item.doubt, len(item.articles)) == ("Ida Storm and Idda Storm", 0.6, 3)
    assert [choice.shell for choice in item.told.choices] == [
        "daybook not-same ida-storm idda-storm",
        "daybook same ida-storm idda-storm",
        "daybook same idda-storm ida-storm",
    ]
    assert yaml.safe_load(item.told.choices[1].line) == [
        {"id": "ida-storm", "name": "Ida Storm", "kind": "person", "aliases": ["Idda Storm"]}
    ]
    assert {q.article for q in item.told.evidence} == {held.articles[0].id, held.articles[2].id}


@pytest.mark.parametrize(
    "known",
    [
        {"apart": frozenset({frozenset({"ida-storm", "idda-storm"})})},
        {"apart": frozenset({frozenset({"ida storm", "idda storm"})})},
        {"actors": (AuthorityActor("ida-storm", "Ida Storm"), AuthorityActor("idda-storm", "Idda Storm"))},
    ],
    ids=["ids", "names", "two entries"],
)
def test_actors_kept_apart_are_not_asked_again(known: dict[str, object]) -> None:
    held = (article(1, TEXT, actors=[IDA]), article(2, "Idda Storm spoke.", actors=[IDDA], rivals=[ALIKE]))
    assert items(holdings(*held), "resembling-actors")
    assert items(holdings(*held, **known), "resembling-actors") == ()


def test_a_place_of_ones_own_is_refused_until_it_is_filled_in(tmp_path: Path) -> None:
    (item,) = items(holdings(article(1, TEXT, places=[NORTH], rivals=[OTHER])), "ambiguous-place")
    (line,) = (choice.line for choice in item.told.choices if not choice.command)
    (tmp_path / "places.yaml").write_text(line)
    for blank, filled in (("XX", "DK"), ("LATITUDE", "55.5"), ("LONGITUDE", "9.5")):
        with pytest.raises(SettingError):
            authority.load(tmp_path)
        line = line.replace(blank, filled)
        (tmp_path / "places.yaml").write_text(line)
    (entry,) = authority.load(tmp_path).places
    assert (entry.id, entry.name, entry.lat) == ("my:ferryton", "Ferryton", 55.5)


def test_a_place_that_only_articles_know_is_a_place_or_none() -> None:
    found = Place("dayb:ferryton", "Ferryton", "site", None, confidence=0.5, why="unlisted")
    (item,) = items(holdings(article(1, TEXT, places=[found])), "ambiguous-place")
    assert "“Ferryton” is no place" in [choice.says for choice in item.told.choices]


def test_a_great_city_with_faint_rivals_stands_behind_a_real_doubt() -> None:
    great = replace(NORTH, id="my:great", confidence=0.6, why="population", population=2_000_000)
    faint = Rival("place my:great", "my:south", "Ferryton, South", 0.1, "population")
    real = replace(NORTH, confidence=0.7)
    strong = replace(OTHER, score=0.2)
    held = holdings(
        article(1, TEXT, places=[great], rivals=[faint]), article(2, TEXT, places=[real], rivals=[strong])
    )
    assert [item.id for item in items(held, "ambiguous-place")] == ["ferryton my:north", "ferryton my:great"]
    held = holdings(article(1, TEXT, places=[great], rivals=[replace(faint, score=0.4)]))
    assert [item.doubt for item in items(held, "ambiguous-place")] == [0.4]


def test_undated_articles_with_a_day_at_hand_come_first() -> None:
    rival = Rival("date", "2021-05-10", "", 0.3, "past")
    rich = article(1, TEXT * 5, day=None, places=[NORTH])
    poor = article(2, "It rained.", day=None, rivals=[rival])
    assert [item.id for item in items(holdings(rich, poor), "undated")] == [poor.id, rich.id]


@pytest.mark.parametrize("name", ["CINRAM LTD> 4", "Storm Corp <STC", "Storm” Torres", "[Storm]", "Storm 4"])
def test_a_form_that_is_no_plain_name_is_never_written_as_one(name: str) -> None:
    actor = replace(IDA, id="odd", name=name, confidence=0.0)
    (item,) = items(holdings(article(1, f"So said {name} today.", actors=[actor])), "doubtful-name")
    assert [choice.command[:2] for choice in item.told.choices] == [("daybook", "never")]
    assert item.told.why.endswith("hardly believed")


def test_two_persons_that_are_one_go_by_the_fuller_name() -> None:
    short = replace(IDDA, id="storm", name="Storm")
    held = holdings(
        article(1, TEXT, actors=[IDA]),
        article(2, "Storm spoke.", actors=[short], rivals=[replace(ALIKE, of="actor storm", target=IDA.id)]),
        article(3, "Storm spoke again.", actors=[short]),
    )
    (item,) = items(held, "resembling-actors")
    assert [choice.command[1:] for choice in item.told.choices] == [
        ("not-same", "ida-storm", "storm"),
        ("same", "ida-storm", "storm"),
    ]


def test_a_name_that_no_article_is_sure_of() -> None:
    mark = replace(IDA, id="topshot", name="Topshot", confidence=0.3)
    elsewhere = replace(IDDA, confidence=0.3)
    held = (
        article(1, "Topshot. Idda Storm spoke.", actors=[mark, elsewhere]),
        article(2, "Idda Storm spoke.", actors=[replace(elsewhere, confidence=0.9)]),
    )
    (item,) = items(holdings(*held), "doubtful-name")
    assert [choice.shell for choice in item.told.choices] == [
        "daybook actor --name Topshot --kind person topshot",
        "daybook actor --name Topshot --kind organisation topshot",
        "daybook never Topshot",
    ]
    entry = AuthorityActor("topshot", "Topshot")
    assert items(holdings(*held, actors=(entry,)), "doubtful-name") == ()


def test_an_entry_that_is_there_is_told_as_a_replacement() -> None:
    held = holdings(
        article(1, TEXT, actors=[IDA]),
        article(2, "Idda Storm spoke.", actors=[IDDA], rivals=[ALIKE]),
        actors=(AuthorityActor("ida-storm", "Ida Storm", aliases=("I. Storm",), country="NO"),),
    )
    (item,) = items(held, "resembling-actors")
    choice = item.told.choices[1]
    assert choice.file == "content/authority/actors.yaml, in place of the entry ida-storm"
    (line,) = yaml.safe_load(choice.line)
    assert (line["aliases"], line["country"]) == (["I. Storm", "Idda Storm"], "NO")


def test_problems_are_told_but_those_of_days_are_articles_without_one() -> None:
    undated = Problem("1.txt", "date", "undated", "words", "none", "write it")
    aside = Problem("2.txt", "clean", "empty", "an article", "none", "remove it", True)
    spoken = Problem("content/articles/undated/article-1.md", "page", "unplaced", "each", "x", "nothing")
    held = holdings(article(1, TEXT, day=None, problems=[undated, spoken]), problems=[undated, aside])
    assert [item.title for item in items(held, "set-aside")] == ["2.txt"]
    (item,) = items(held, "problem")
    assert (item.title, item.articles) == (spoken.file, (held.articles[0].id,))


def test_articles_are_read_whole_only_for_the_matters_that_are_told() -> None:
    unsure = replace(DAY, confidence=0.5)
    held = holdings(
        article(1, TEXT, day=None, days=[("2021-05-16", "Monday")]),
        article(2, TEXT, day=unsure, places=[NORTH], rivals=[OTHER], actors=[replace(IDA, confidence=0.3)]),
        article(3, "Idda Storm spoke.", actors=[IDDA], rivals=[ALIKE]),
    )
    asked: list[str] = []

    def whole(id: str) -> Article:
        asked.append(id)
        return held.whole(id)

    found = [item for section in review(replace(held, whole=whole)) for item in section.items]
    assert (len(found), asked) == (5, [])
    assert all(item.told.choices for item in found)
    assert asked == [held.articles[0].id, held.articles[1].id]


def test_a_place_is_asked_by_the_name_that_mostly_stands_for_it() -> None:
    one = article(1, "Ferryton waits. Old Quay waits. Old  Quay is full.", places=[NORTH])
    spans = [(16, "Old Quay"), (32, "Old  Quay")]
    more = [replace(one.mentions[0], start=at, end=at + len(words), words=words) for at, words in spans]
    (item,) = items(holdings(replace(one, mentions=(*one.mentions, *more))), "ambiguous-place")
    assert (item.id, item.title.partition(":")[0]) == ("old quay my:north", "Old Quay")


def test_what_many_articles_say_comes_first() -> None:
    one = article(1, "The ferry left Ferryton.", places=[SOUTH])
    many = [article(n, TEXT, places=[surer(NORTH, 0.6)]) for n in range(2, 9)]
    assert [item.articles[0] for item in items(holdings(one, *many), "ambiguous-place")] == [
        many[0].id,
        one.id,
    ]


def test_doubt_and_prominence_say_what_their_words_say() -> None:
    rival = Rival("date", "x", "", 0.3, "")
    assert doubt(0.9) == pytest.approx(0.1)
    assert doubt(0.9, [rival]) == pytest.approx(0.25)
    assert prominence(31, 31) - prominence(15, 15) == pytest.approx(1.0)
    assert prominence(8, 24) - prominence(8, 8) == pytest.approx(0.5)
