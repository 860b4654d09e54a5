"""The site without a network: what was read, and the whole archive where a reader asked for it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from helpers.archive import Archive
from helpers.kinds import by_kind
from helpers.server import serve

KEEP = "Keep the whole archive for reading offline"


@contextmanager
def reading(browser: Browser) -> Iterator[tuple[BrowserContext, Page]]:
    context = browser.new_context()
    try:
        yield context, context.new_page()
    finally:
        context.close()


def settled(page: Page, address: str) -> None:
    """Read a page, until what it loaded is kept."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function(
        "async () => { for (const name of await caches.keys()) if (await (await caches.open(name)).match(location.href)) return true; return false }"
    )


def test_what_was_read_is_read_again_without_a_network(five: Archive, browser: Browser) -> None:
    first, second = by_kind(five.output)["article"][:2]
    with serve(five.output, "/repo/") as address, reading(browser) as (context, page):
        settled(page, address + first)
        title = page.title()
        context.set_offline(True)
        page.goto(address + first)
        assert page.title() == title
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
        with pytest.raises(Error):
            page.goto(address + second)


def test_the_whole_archive_is_kept_and_searched(five: Archive, browser: Browser, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(five.output, output)
    articles = by_kind(output)["article"]
    held = json.loads((output / "offline.json").read_text("utf-8"))
    count = sum(len(row) // 3 for row in held["files"].values())
    listed = {folder + name for folder, row in held["files"].items() for name in row[::3]}
    found = {path.relative_to(output).as_posix() for path in output.rglob("[!.]*") if path.is_file()}
    assert listed == found - {"offline.json", "sw.js"}
    with serve(output, "/repo/") as address, reading(browser) as (context, page):
        page.goto(address + "data/index.html")
        page.get_by_text(f"The whole archive is {count} files").wait_for()
        page.get_by_role("button", name=KEEP).click()
        expect(page.locator(".offline")).to_contain_text(
            f"kept on this device: {count} files", timeout=60_000
        )
        context.set_offline(True)
        for path in (*articles, "index.html", ""):
            page.goto(address + path)
            assert page.locator("main").count() == 1
        page.goto(address + "search.html#q=talks")
        page.locator(".result").first.wait_for()


def test_a_reader_stops_and_removes(five: Archive, browser: Browser) -> None:
    with serve(five.output) as address, reading(browser) as (_, page):
        page.goto(address + "data/index.html")
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("kept on this device:").wait_for(timeout=60_000)
        page.get_by_role("button", name="Remove it from this device").click()
        page.get_by_role("button", name=KEEP).wait_for()
        assert page.evaluate("caches.keys().then(all => all.filter(name => name.includes('kept')))") == []


def test_a_page_from_disk_asks_for_no_worker(five: Archive, browser: Browser) -> None:
    with reading(browser) as (_, page):
        page.goto((five.output / "data/index.html").as_uri())
        page.wait_for_load_state()
        assert page.locator(".offline").count() == 0
