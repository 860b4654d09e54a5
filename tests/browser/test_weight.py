"""A page's weight at first load, fonts included, for each kind of page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from helpers.archive import Archive
from helpers.kinds import by_kind
from helpers.weight import scales

MOST = 100_000
"""Bytes, gzipped."""


def test_no_kind_of_page_is_heavy(five: Archive, browser: Browser) -> None:
    heavy = {}
    with scales(browser, five.output) as held:
        for kind, known in by_kind(five.output).items():
            for address in known[:1]:
                files = held.weigh(address)
                if sum(files.values()) > MOST:
                    heavy[kind] = files
    assert heavy == {}


def test_fonts_are_loaded_for_the_letters_that_a_page_has(five: Archive, browser: Browser) -> None:
    with scales(browser, five.output) as held:
        fonts = {Path(name).name for name in held.weigh("index.html") if name.endswith(".woff2")}
    assert fonts == {"source-serif-4-latin.woff2", "source-sans-3-latin.woff2"}


def test_the_map_asks_for_the_articles_of_places_once_it_is_filtered(five: Archive, browser: Browser) -> None:
    with scales(browser, five.output) as held:
        assert "map/articles.js" not in held.weigh("map.html")
        assert "map/articles.js" in held.weigh("map.html#from=2022-03-02")
