"""A page's weight at first load, fonts included, for each kind of page."""

from __future__ import annotations

from playwright.sync_api import Browser

from helpers.archive import Archive
from helpers.kinds import by_kind
from helpers.weight import scales

MOST = 100_000
"""Bytes, gzipped."""
MORE = {"search": 110_000, "map": 125_000}
"""Of a page that shows the texts it found, and of one that draws the land."""


def test_no_kind_of_page_is_heavy(five: Archive, browser: Browser) -> None:
    heavy = {}
    with scales(browser, five.output) as held:
        for kind, known in by_kind(five.output).items():
            for address in known[:1]:
                files = held.weigh(address)
                if sum(files.values()) > MORE.get(kind, MOST):
                    heavy[kind] = files
    assert heavy == {}


def test_fonts_are_loaded_for_the_letters_that_a_page_has(five: Archive, browser: Browser) -> None:
    with scales(browser, five.output) as held:
        fonts = [name for name in held.weigh("index.html") if name.endswith(".woff2")]
    assert len(fonts) == 2
