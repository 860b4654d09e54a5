"""A story's page keeps its address while its archive grows, and old addresses lead on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.small_archive import Archive

BODY = "The old bridge of Nordnes fell into the harbour.\n\nNine barges wait behind its arches."
AFTER = (
    "Divers search the harbour for what fell with the arches: the bridge of Nordnes was old, and barges wait."
)


def add(archive: Archive, number: int, title: str, day: int, body: str = BODY) -> None:
    archive.article(number, title, f"2021-05-{day}", body, body[:60], place="", actor="")


@pytest.fixture
def told(tmp_path: Path) -> Archive:
    """An archive that its build may write to, with a story of two articles."""
    archive = Archive.small(tmp_path)
    archive.daybook = {"ingest": True, "coverage": "2021-05-01.."}
    archive.conf()
    (tmp_path / "seeds").mkdir()
    add(archive, 12, "Old bridge of Nordnes falls", 22)
    add(archive, 13, "Divers at the old bridge of Nordnes", 23, AFTER)
    built(archive)
    return archive


def built(archive: Archive) -> None:
    done = archive.build()
    assert done.returncode == 0, done.stderr


def page(archive: Archive, slug: str) -> str:
    return (archive.output / f"stories/{slug}.html").read_text("utf-8")


def settled(archive: Archive) -> dict[str, str]:
    lines = (archive.root / "content/register/stories.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row["slug"] for row in map(json.loads, lines)}


def moved_to(archive: Archive, slug: str, target: str) -> bool:
    text = page(archive, slug)
    return "http-equiv=refresh" in text.replace('"', "") and target in text


def test_a_build_that_ingests_writes_the_address_into_the_register_and_rests_then(told: Archive) -> None:
    assert settled(told)[f"{12:012x}"] == "article-12"
    times = {path: path.stat().st_mtime_ns for path in told.output.rglob("*.html")}
    built(told)
    assert {path: path.stat().st_mtime_ns for path in told.output.rglob("*.html")} == times


def test_days_articles_and_lists_lead_to_it(told: Archive) -> None:
    assert "../stories/article-12.html" in (told.output / "2021/05/23/article-13.html").read_text("utf-8")
    assert "../stories/article-12.html" in (told.output / "2021/05/22/index.html").read_text("utf-8")
    assert "article-12.html" in (told.output / "stories/index.html").read_text("utf-8")
    assert "article-12.html" in (told.output / "stories/months/2021-05.html").read_text("utf-8")


def test_an_older_article_that_is_found_later_moves_no_page(told: Archive) -> None:
    add(told, 11, "Old bridge of Nordnes has cracks", 21)
    built(told)
    assert "article-11.html" in page(told, "article-12")
    assert not (told.output / "stories/article-11.html").exists()
    assert f"{11:012x}" not in settled(told)


def test_a_build_of_content_alone_finds_the_address_and_writes_none(told: Archive) -> None:
    add(told, 11, "Old bridge of Nordnes has cracks", 21)
    told.daybook = told.daybook | {"ingest": False}
    told.conf()
    before = settled(told)
    built(told)
    assert "article-11.html" in page(told, "article-12")
    assert settled(told) == before


def test_a_story_that_is_no_more_leads_to_its_article(told: Archive) -> None:
    (told.root / "content/articles/2021/05/23/article-13.md").unlink()
    built(told)
    assert moved_to(told, "article-12", "../2021/05/22/article-12.html")


def test_a_story_that_was_brought_into_another_leads_there(told: Archive) -> None:
    stories = told.root / "content/authority/stories.yaml"
    stories.parent.mkdir(exist_ok=True)
    one, other = f"{12:012x}", f"{1:012x}"
    stories.write_text(f"- {{id: '{one}', apart: ['{one}', '{other}']}}\n", "utf-8")
    built(told)
    assert "article-1.html" in page(
        told, "article-1" if "article-1" in settled(told).values() else "article-12"
    )
    stories.write_text(
        f"- {{id: '{one}', name: 'Two in one', merged: ['{other}', '{2:012x}', '{13:012x}']}}\n", "utf-8"
    )
    built(told)
    slugs = set(settled(told).values())
    pages = {slug for slug in slugs if "Two in one" in page(told, slug)}
    assert len(pages) == 1
    assert all(moved_to(told, slug, f"{next(iter(pages))}.html") for slug in slugs - pages)
