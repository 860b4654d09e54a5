"""What an archive speaks of is found whatever way a person wrote its files in."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.fakes import Desk
from corrections.newsroom import done, news, newsroom, written
from daybook.content.authority import Authority, AuthorityActor
from daybook.corrections.known import Known
from daybook.errors import SettingError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = newsroom(tmp_path, monkeypatch, "Anna Keller", "Johanna Bergmann")
    news(made, "Anna Keller spoke in Kyiv.", "Anna Keller and Johanna Bergmann spoke.")
    made.ingest()
    return made


def known(here: Desk, *entries: AuthorityActor) -> Known:
    return Known.of(here.content, Authority(actors=entries))


def test_every_actor_and_place_with_its_articles(here: Desk) -> None:
    found = known(here)
    assert {met.id: met.articles for met in found.actors.values()} == {
        "anna-keller": 2,
        "johanna-bergmann": 1,
    }
    assert {met.id: (met.name, met.kind) for met in found.places.values()} == {"gn:703448": ("Kyiv", "city")}


def test_entries_that_a_person_wrote_in_a_block(here: Desk) -> None:
    here.edit(
        "news-number-0",
        "actors:\n",
        "actors:\n# mine\n- id: mine\n  name: 'Mine: own'\n  kind: person\n  aliases: [M]\n",
    )
    assert known(here).actor("M").name == "Mine: own"
    assert known(here).actor("anna-keller").articles == 2


@pytest.mark.parametrize(
    "broken", ["actors: [\n", "actors:\n- {id: x, name: [}\n", "actors: nobody\n", "actors:\n- {id: }x}\n"]
)
def test_a_broken_file_hides_no_other(here: Desk, broken: str) -> None:
    here.edit("news-number-0", "actors:\n", broken)
    assert known(here).actor("Johanna Bergmann").id == "johanna-bergmann"
    done(here, "rename", "johanna-bergmann", "Hanna Bergmann")
    assert "Hanna Bergmann" in written(here, "actors.yaml")


def test_the_authority_stands_above_the_articles(here: Desk) -> None:
    entry = AuthorityActor("anna-keller", "Anna K.", aliases=("Annie",), country="SE")
    met = known(here, entry, AuthorityActor("not-met", "Not Met")).actor("Annie")
    assert (met.id, met.name, met.country, met.articles) == ("anna-keller", "Anna K.", "SE", 2)
    assert known(here, entry).actor("Anna Keller").id == "anna-keller"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Anna Kelller", "nearest are anna-keller (Anna Keller, 2 articles)"),
        ("Keller Anna", "nearest are anna-keller"),
        ("Q", "none is near it"),
        ("…", "nothing that could be one"),
    ],
)
def test_who_is_unknown_is_told_the_nearest(here: Desk, given: str, said: str) -> None:
    with pytest.raises(SettingError) as caught:
        known(here).actor(given)
    assert said in str(caught.value)


def test_a_name_of_two_is_no_answer(here: Desk) -> None:
    two = AuthorityActor("anna-keller-se", "Anna Keller")
    with pytest.raises(
        SettingError, match=r"name of one alone, found anna-keller \(.*anna-keller-se \(.*by its id"
    ):
        known(here, two).actor("anna keller")
    assert known(here, two).actor("anna-keller-se") is not None
