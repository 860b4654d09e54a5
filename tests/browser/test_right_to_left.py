"""Articles that are written from the right, in an archive that is read from the left."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.watch import watched
from helpers.archive import ROOT, Archive, new_archive

CASES = Path(__file__).parent / "cases"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    made = new_archive(tmp_path_factory.mktemp("right") / "archive")
    for name in ("arabic.txt", "hebrew.txt"):
        shutil.copy(CASES / name, made.seeds)
    made.build()
    return made


@pytest.fixture
def page(archive: Archive, browser: Browser) -> Iterator[Page]:
    with watched(browser, archive.output.as_uri(), viewport={"width": 1440, "height": 900}) as (page, wrong):
        yield page
        assert wrong == []


def articles(archive: Archive) -> list[Path]:
    found = sorted((archive.output / "2022/03/01").glob("*.html"))
    return [path for path in found if path.name != "index.html" and not path.name.endswith(".raw.html")]


def right(place: Locator) -> float:
    """Where an element ends at the right (pixels)."""
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"]


def test_an_article_begins_at_the_right_and_its_facts_at_the_left(archive: Archive, page: Page) -> None:
    assert len(articles(archive)) == 2
    for path in articles(archive):
        page.goto(path.as_uri())
        edge = right(page.locator(".report-grid"))
        assert right(page.locator(".prose")) == pytest.approx(edge, abs=1)
        assert right(page.locator("h1")) == pytest.approx(edge, abs=1)
        assert right(page.locator(".evidence")) < edge / 2
        styles = "place => [getComputedStyle(place).direction, place.closest('[lang]').lang]"
        assert page.locator(".prose").evaluate(styles) in (["rtl", "ar"], ["rtl", "he"])
        assert page.locator(".evidence").evaluate(styles) == ["ltr", "en"]
        assert page.locator(".citation").evaluate(styles) == ["ltr", "en"]
        assert page.locator(".citation bdi").evaluate(styles) in (["rtl", "ar"], ["rtl", "he"])


def test_lines_and_titles_on_pages_of_many_articles_stand_at_the_right(archive: Archive, page: Page) -> None:
    page.goto((archive.output / "2022/03/01/index.html").as_uri())
    edge = right(page.locator(".points"))
    for line in [*page.locator(".points .words").all(), *page.locator(".proofs a").all()]:
        assert right(line) == pytest.approx(edge, abs=1)
    for title in page.locator(".card h2, .card h3").all():
        assert title.get_attribute("dir") == "rtl"


def test_results_of_a_search_stand_at_the_right(archive: Archive, page: Page) -> None:
    page.goto((archive.output / "search.html").as_uri() + "#q=1987")
    expect(page.locator(".result")).to_have_count(2)
    for place in page.locator(".result .title, .result .teaser").all():
        assert place.get_attribute("dir") == "rtl"
    assert "1987" in page.locator(".result .teaser mark").first.inner_text()


def test_pages_with_them_are_for_everyone(archive: Archive, page: Page) -> None:
    for path in (*articles(archive), archive.output / "2022/03/01/index.html"):
        page.goto(path.as_uri())
        page.evaluate(AXE.read_text("utf-8"))
        violations = (
            "axe.run({preload: false}).then(found => found.violations.map(one => [one.id, one.nodes.length]))"
        )
        found = page.evaluate(violations)
        assert found == []
