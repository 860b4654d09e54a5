"""A page's weight at first load, fonts included, for each kind of page."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Browser, expect

from helpers.archive import Archive, new_archive, succeeded
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


def test_of_very_many_places_the_map_brings_the_last_when_a_reader_turns_to_it(
    five: Archive, browser: Browser, tmp_path: Path
) -> None:
    held = new_archive(tmp_path / "many", five.seeds)
    shutil.copytree(five.content, held.content, dirs_exist_ok=True)
    path = next((held.content / "articles/2022/03/02").glob("*.md"))
    towns = "".join(
        f"- {{id: 'my:town-{n}', name: Town {n}, kind: city, role: event, country: UA, lat: {45 + n % 60 / 10}, lon: {23 + n % 150 / 10}}}\n"
        for n in range(1_500)
    )
    towns += "- {id: 'my:nowhere', name: Nowhere, kind: site, role: event, country: UA}\n"
    path.write_text(path.read_text("utf-8").replace("\nplaces:\n", f"\nplaces:\n{towns}"), "utf-8")
    succeeded(held.build())
    with scales(browser, held.output) as weighed:
        files = weighed.weigh("map.html")
        assert sum(files.values()) <= MOST
        assert "map/places.js" in files
        assert "map/rest.js" not in files
        assert "map/rest.js" in weighed.weigh("map.html#from=2022-03-02")
    page = browser.new_page()
    page.goto((held.output / "map.html").as_uri())
    status = page.locator(".map-status")
    expect(status).to_contain_text("most named until you turn to it")
    told = status.inner_text().split(";")[0]
    page.locator("#places tbody tr").first.hover()
    expect(status).to_have_text(told)
    nowhere = page.locator(".directory").get_by_role("link", name="Nowhere")
    expect(nowhere).to_be_visible()
    page.goto((held.output / "map.html").as_uri() + "#from=2022-03-03")
    expect(nowhere).to_be_hidden()
    page.close()
