"""Pages on paper: a day as its briefing, an article as a text to be cited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from helpers.archive import Archive
from helpers.kinds import by_kind

A4 = {"width": 650, "height": 990}
"""What the margins leave of it (CSS pixels)."""


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=A4)
    page.emulate_media(media="print")
    yield page
    page.close()


def test_a_day_is_its_briefing(five: Archive, paper: Page) -> None:
    for address in by_kind(five.output)["day"]:
        paper.goto((five.output / address).as_uri())
        assert paper.locator(".points .words").first.is_visible()
        for place in (".menu", ".find", ".steps", ".calendar", "footer", "main button"):
            assert not paper.locator(f"{place}:visible").count(), place


def test_an_article_is_its_text_with_what_proves_it(five: Archive, paper: Page) -> None:
    for address in by_kind(five.output)["article"]:
        paper.goto((five.output / address).as_uri())
        for place in ("h1", ".crumbs", ".prose", ".facts", ".citation"):
            assert paper.locator(place).first.is_visible(), place
        for place in (".menu", ".find", ".tools", ".steps", ".related", "footer", "main button"):
            assert not paper.locator(f"{place}:visible").count(), place


def test_every_kind_of_page_fits_the_width_of_paper(five: Archive, paper: Page) -> None:
    wide = []
    for addresses in by_kind(five.output).values():
        for address in addresses[:1]:
            paper.goto((five.output / address).as_uri())
            if paper.evaluate("document.documentElement.scrollWidth") > A4["width"]:
                wide.append(address)
    assert wide == []
