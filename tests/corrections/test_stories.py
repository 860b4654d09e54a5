"""`daybook story` writes into stories.yaml what a person would, and names the nearest where it knows no such story."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.fakes import Desk
from corrections.newsroom import articles, done, news, newsroom, say, written
from daybook.content import authority, register

FILE = "stories.yaml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = newsroom(tmp_path, monkeypatch, "Anna Keller")
    news(made, "Anna Keller spoke in Kyiv.", "Anna Keller spoke again.", "Anna Keller is silent.")
    made.ingest()
    (made.content / "authority").mkdir()
    return made


@pytest.fixture
def ids(here: Desk) -> list[str]:
    found = [article.id for article in articles(here)]
    register.remember_stories(here.content, {found[0]: "the-mayor-speaks"})
    return found


def test_a_story_is_named_by_its_address_or_by_an_article(here: Desk, ids: list[str]) -> None:
    (here.content / "authority" / FILE).write_text("# Seen by the desk.\n")
    said = done(here, "story", "stories/the-mayor-speaks.html", "--name", "The mayor")
    assert said[-1] == "the next build of the site applies it"
    done(here, "story", ids[1], "--name", "The silence")
    done(here, "story", "the-mayor-speaks", "--name", "The mayor speaks")
    assert written(here, FILE) == (
        f"# Seen by the desk.\n- {{id: {ids[0]}, name: The mayor speaks}}\n- {{id: {ids[1]}, name: The silence}}\n"
    )
    assert done(here, "story", ids[1], "--name", "The silence")[-1].startswith("nothing to do")


def test_stories_are_brought_together_and_taken_apart_again(here: Desk, ids: list[str]) -> None:
    done(here, "story", "the-mayor-speaks", "--merge", ids[1], "--merge", ids[2], "--name", "The mayor")
    (entry,) = authority.load(here.content / "authority").stories
    assert (entry.id, entry.merged) == (ids[0], (ids[1], ids[2]))
    done(here, "story", "the-mayor-speaks", "--apart", ids[2])
    first, second = authority.load(here.content / "authority").stories
    assert (first.merged, first.name) == ((ids[1],), "The mayor")
    assert (second.id, second.apart) == (ids[2], (ids[2],))


def test_what_it_says_survives_an_ingest(here: Desk, ids: list[str]) -> None:
    done(here, "story", ids[0], "--apart", ids[0], "--apart", ids[1])
    before = written(here, FILE)
    here.ingest()
    assert written(here, FILE) == before
    assert register.load(here.content).stories == {ids[0]: "the-mayor-speaks"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["story", "the-mayor-speeks", "--name", "X"], "did you mean stories/the-mayor-speaks.html?"),
        (["story", "news-number-7", "--name", "X"], "did you mean the article"),
        (["story", "the-mayor-speaks"], "expected --name, --merge or --apart"),
        (["story", "the-mayor-speaks", "--merge", "the-mayor-speaks"], "found itself"),
        (
            ["story", "the-mayor-speaks", "--apart", "zzzz"],
            "the site's list of stories leads to their addresses",
        ),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    here: Desk, ids: list[str], words: list[str], told: str
) -> None:
    result = say(here, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert written(here, FILE) == ""
