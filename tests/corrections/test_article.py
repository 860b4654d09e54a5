"""One article corrected from the command line: as if it had been done by hand, and for ever."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from content.fakes import Desk
from corrections.newsroom import articles, done, ids, news, newsroom, say
from daybook.cli import main
from daybook.content import store
from daybook.content.article_file import ArticleFile
from helpers.archive import ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = newsroom(tmp_path, monkeypatch, "Anna Keller", "Johanna Bergmann")
    news(made, "Anna Keller spoke in Kyiv.", "Johanna Bergmann and Anna Keller spoke.")
    made.ingest()
    return made


def file(here: Desk, number: int) -> ArticleFile:
    return sorted(store.read(here.content)[0].values(), key=lambda held: held.file.seed_path)[number].file


def lasting(here: Desk) -> None:
    """Ingest, with another machine too, until nothing changes."""
    for changes in ({}, {"lang": "uk"}, {"lang": "en"}):
        here.ingest(**changes)
    before = here.tree()
    assert here.ingest().changed == 0
    assert here.tree() == before


@pytest.mark.parametrize(
    ("key", "value", "holds"),
    [
        ("title", ["Talks:", "the end"], "Talks: the end"),
        ("date", ["2022-03-05"], "2022-03-05"),
        ("date", ["none"], "None"),
        ("source.outlet", ["The Paper"], "The Paper"),
        ("dateline", ["KYIV —"], "KYIV —"),
        ("lang", ["de"], "de"),
        ("title", ["No"], "No"),
        ("title", ["News number 0"], "News number 0"),
    ],
)
def test_a_value_stands(here: Desk, key: str, value: list[str], holds: str) -> None:
    done(here, "set", "0.txt", key, *value)
    for _ in range(2):
        found = file(here, 0)
        assert str(found.values[key]) == holds
        assert key in found.by_hand()
        lasting(here)
    assert file(here, 1).prints == file(here, 1).prints
    assert key not in file(here, 1).by_hand()


def test_a_confirmed_day_is_a_persons(here: Desk) -> None:
    done(here, "set", "0.txt", "date", "2022-03-01")
    lasting(here)
    day = articles(here)[0].date
    assert day
    assert (day.rule, day.confidence) == ("hand", 1.0)
    here.seed("0.txt", (here.seeds / "0.txt").read_text().replace("2022-03-01", "2022-03-09"))
    here.ingest()
    assert str(file(here, 0).values["date"]) == "2022-03-01"


def test_an_article_moves_to_its_new_day_and_leaves_a_redirect(here: Desk) -> None:
    done(here, "set", "0.txt", "date", "2022-03-05")
    here.ingest()
    assert here.article("news-number-0").parent == here.content / "articles/2022/03/05"
    assert "2022/03/01/news-number-0.html" in (here.content / "register/redirects.jsonl").read_text()


@pytest.mark.parametrize("how", ["id", "seed", "path", "below", "full"])
def test_an_article_is_found_by_any_of_its_names(
    here: Desk, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here.article("news-number-0")
    monkeypatch.chdir(here.root)
    given = {
        "id": file(here, 0).id,
        "seed": "0.txt",
        "path": path.relative_to(here.root),
        "below": path.relative_to(here.content),
        "full": path,
    }
    done(here, "set", given[how], "lang", "fr")
    assert file(here, 0).values["lang"] == "fr"


def test_what_is_dropped_is_not_found_there_again_and_stays_elsewhere(here: Desk) -> None:
    done(here, "drop", "0.txt", "actor", "anna-keller")
    done(here, "drop", "0.txt", "gn:703448")
    lasting(here)
    assert ids(here) == [[], ["anna-keller", "johanna-bergmann"]]
    assert file(here, 0).rejected == ("actor anna-keller", "place gn:703448")


def test_what_is_dropped_can_be_added_again(here: Desk) -> None:
    before = file(here, 0).actors
    done(here, "drop", "0.txt", "anna-keller")
    here.ingest()
    done(here, "add", "0.txt", "Anna", "Keller")
    lasting(here)
    assert file(here, 0).actors.keys() == before.keys()
    assert file(here, 0).rejected == ()
    assert "actor anna-keller" in file(here, 0).by_hand()


def test_one_is_put_in_the_place_of_another(here: Desk) -> None:
    done(here, "add", "0.txt", "place", "gn:2988507", "--instead", "gn:703448")
    done(here, "add", "0.txt", "johanna-bergmann", "--instead", "anna-keller")
    lasting(here)
    (place,) = articles(here)[0].places
    assert (place.id, place.name, place.country, place.role, round(place.lat or 0)) == (
        "gn:2988507", "Paris", "FR", "event", 49,
    )  # fmt: skip
    assert ids(here)[0] == ["johanna-bergmann"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "0.txt", "titel", "x"), "expected one of title, date"),
        (("set", "0.txt", "dated", "x"), "expected one of title, date"),
        (("set", "0.txt", "date", "2022-02-30"), "expected a day such as"),
        (("set", "0.txt", "title", "none"), "expected a value"),
        (("set", "0.txt", "lang", " "), "expected a value"),
        (("set", "0.txt", "dir", "up"), "ltr or rtl"),
        (
            ("set", "9.txt", "title", "x"),
            "9.txt: expected an article's file, seed or id, found none; did you mean",
        ),
        (("drop", "0.txt", "johanna-bergmann"), "it has gn:703448, anna-keller"),
        (("set", "0.txt", "s000000:500", "600"), "s000000:500: expected a figure of articles/"),
        (("drop", "0.txt", "title:500"), "title:500: expected a figure of articles/"),
        (("drop", "0.txt", "s000000"), "s000000: expected a sentence with a statement of articles/"),
        (("add", "0.txt", "Nobody Atall"), "expected an actor of this archive"),
        (("add", "0.txt", "gn:1"), "found none"),
        (("add", "0.txt", "johanna-bergmann", "--instead", "gn:703448"), "swap like for like"),
        (("add", "0.txt", "johanna-bergmann", "--instead", "x"), "expected a place or actor of"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    here: Desk, words: tuple[str, ...], said: str
) -> None:
    before = here.tree()
    result = say(here, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert here.tree() == before


EXAMPLES = re.findall(r"^    daybook ((?:set|drop|add|withdraw) .+?)(?:  +#.*)?$", (ROOT / "README.md").read_text("utf-8"), re.M)  # fmt: skip


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_of_the_readme_do_what_they_say(tmp_path: Path, line: str) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    result = CliRunner().invoke(main, [*shlex.split(line), "--content", str(tmp_path / "content")])
    assert result.exit_code == 0, result.output
    assert "changed" in result.output
    file = line.split()[1]
    short = line.replace(file, f"{file.partition('_')[0]}.txt")
    result = CliRunner().invoke(main, [*shlex.split(short), "--content", str(tmp_path / "content")])
    assert result.exit_code == 2
    assert f"did you mean {file}?" in result.stderr


def test_a_file_that_cannot_be_read_is_named(here: Desk) -> None:
    here.edit("news-number-0", "lang: en", "lnag: en")
    result = say(here, "set", here.article("news-number-0"), "title", "x")
    assert result.exit_code == 2
    assert "unknown key 'lnag'" in result.stderr


def test_what_a_sentence_is_said_to_have_someone_say_is_struck_out_for_good(here: Desk) -> None:
    news(here, "Anna Keller said that the bridge was closed. Anna Keller said that it would stay so.")
    here.ingest()
    first, second = articles(here)[0].statements
    done(here, "drop", "0.txt", first.sentence)
    assert articles(here)[0].statements == (second,)
    lasting(here)
    assert articles(here)[0].statements == (second,)
    assert file(here, 0).rejected == (f"said {first.sentence}",)


def test_what_was_said_goes_with_its_sentence_and_its_actor(here: Desk) -> None:
    news(
        here,
        "It rained.\n\nAnna Keller said that the bridge was closed. Anna Keller said that it would stay so.",
    )
    here.ingest()
    _, second = articles(here)[0].statements
    path = here.content / next(
        h.path for h in store.read(here.content)[0].values() if h.file.seed_path == "0.txt"
    )
    path.write_text(
        path.read_text().replace("It rained.", "It snowed for a day.").replace("was closed", "was shut")
    )
    [kept] = articles(here)[0].statements
    assert (kept.sentence, kept.actor) == (second.sentence, second.actor)
    text = f"{articles(here)[0].title}  It snowed for a day.  Anna Keller said that the bridge was shut. Anna Keller said that it would stay so."
    assert [text[slice(*span)] for span in kept.said] == ["it would stay so"]
    done(here, "drop", "0.txt", kept.actor)
    assert articles(here)[0].statements == ()


def test_a_figure_is_given_another_value_or_struck_out_for_good(here: Desk) -> None:
    news(here, "At least 120 people were killed. Some 340 people were wounded.")
    here.ingest()
    one, other = articles(here)[0].figures
    done(here, "set", "0.txt", f"{one.sentence}:120", "12")
    done(here, "drop", "0.txt", f"{other.sentence}:340")
    right = replace(one, value="12", found="120")
    assert articles(here)[0].figures == (right,)
    lasting(here)
    assert articles(here)[0].figures == (right,)
    assert file(here, 0).rejected == tuple(
        sorted([f"figure {one.sentence}:120 is 12", f"figure {other.sentence}:340"])
    )


def test_one_of_two_equal_figures_of_a_sentence_has_a_name_of_its_own(here: Desk) -> None:
    news(here, "Five soldiers were killed and five civilians were killed.")
    here.ingest()
    one, other = articles(here)[0].figures
    which = f"{one.sentence}:5"
    refused = say(here, "set", "0.txt", which, "6")
    assert refused.exit_code == 2
    assert f"{which}@1, {which}@2" in refused.stderr
    done(here, "set", "0.txt", f"{which}@2", "6")
    lasting(here)
    assert articles(here)[0].figures == (one, replace(other, value="6", found="5"))
    done(here, "drop", "0.txt", f"{which}@1")
    assert articles(here)[0].figures == (replace(other, value="6", found="5"),)


def test_a_figure_goes_with_its_sentence(here: Desk) -> None:
    news(here, "It rained.\n\nAt least 120 people were killed. Some 340 people were wounded.")
    here.ingest()
    _, second = articles(here)[0].figures
    path = here.content / next(
        h.path for h in store.read(here.content)[0].values() if h.file.seed_path == "0.txt"
    )
    path.write_text(
        path.read_text().replace("It rained.", "It snowed for a day.").replace("were killed", "died")
    )
    [kept] = articles(here)[0].figures
    text = f"{articles(here)[0].title}  It snowed for a day.  At least 120 people died. Some 340 people were wounded."
    assert (kept.value, kept.sentence, text[kept.start : kept.end]) == ("340", second.sentence, "Some 340")
    assert kept.of
    assert text[slice(*kept.of)] == "people"
