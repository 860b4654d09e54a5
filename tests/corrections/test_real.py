"""The whole way: what a person says, the real extraction, every article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daybook.cli import main

SEEDS = {
    "a.txt": "Strike in Paris\n\nPARIS, May 3, 2021 (AFP) - The mayor of Paris spoke.\n\nRead our special report here\n",
    "b.txt": "Strike goes on\n\nThe walkout entered its fifth day in Springfield, said the Ministry of Defence.\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    daybook("ingest")
    return tmp_path


def daybook(*words: str) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output


def extracted() -> dict[str, dict]:
    result = CliRunner().invoke(main, ["extract", "seeds"])
    return {row["file"]: row for row in map(json.loads, result.stdout.splitlines())}


def article(site: Path, words: str) -> str:
    return next(
        text
        for path in (site / "content/articles").rglob("*.md")
        if words in (text := path.read_text(encoding="utf-8"))
    )


def test_an_event_dates_an_article(site: Path) -> None:
    assert extracted()["b.txt"]["date"] is None
    daybook("event", "strike", "2021-04-29", "--name", "The strike", "--word", "walkout")
    daybook("ingest")
    assert "date: 2021-05-03" in article(site, "walkout entered")


def test_a_name_means_a_place_everywhere_and_the_place_has_another_name(site: Path) -> None:
    daybook("same", "gn:4250542", "Springfield")
    daybook("ingest")
    assert "{id: 'gn:4250542', name: Springfield," in article(site, "walkout entered")
    daybook("rename", "gn:2988507", "Lutetia")
    daybook("ingest")
    assert "{id: 'gn:2988507', name: Lutetia," in article(site, "The mayor of")
    redirects = (site / "content/register/redirects.jsonl").read_text()
    assert '{"from": "places/paris.html", "to": "places/lutetia.html"}' in redirects


def test_a_word_is_no_name(site: Path) -> None:
    assert "Paris" in {place["name"] for place in extracted()["a.txt"]["places"]}
    daybook("never", "Paris")
    daybook("ingest")
    assert "name: Paris" not in article(site, "The mayor of")


def test_an_outlets_line_is_dropped(site: Path) -> None:
    daybook("outlet", "The Paper", "--drop", "Read our special report here")
    daybook("ingest")
    assert "special report" not in article(site, "The mayor of")
