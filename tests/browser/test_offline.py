"""The site without a network: what was read, and the whole archive where a reader asked for it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from helpers.archive import Archive
from helpers.kinds import by_kind
from helpers.server import serve
from helpers.small_archive import Archive as Small

PATIENCE = 60
"""Seconds."""
KEEP = "Keep the whole archive for reading offline"


HELD = """async url => {
  for (const name of await caches.keys()) {
    const found = await (await caches.open(name)).match(url);
    if (found) return await found.text();
  }
  return null;
}"""
"""What the browser keeps under an address."""


PRINTS = """async ([root, addresses]) => {
  const [name] = (await caches.keys()).filter(name => name.startsWith("daybook kept "));
  const kept = await caches.open(name);
  const print = async url => {
    const found = await kept.match(url);
    if (!found) return null;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await found.arrayBuffer()));
    return [...hash.slice(0, 6)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  };
  return Promise.all(addresses.map(address => print(root + address)));
}"""
"""The print of what is kept of the archive under each address."""


@contextmanager
def reading(browser: Browser) -> Iterator[tuple[BrowserContext, Page]]:
    context = browser.new_context()
    try:
        yield context, context.new_page()
    finally:
        context.close()


def until(page: Page, true: Callable[[str | None], bool], url: str) -> None:
    """Wait until that is true of what the browser keeps under an address. (`wait_for_function` awaits no promise.)"""
    end = monotonic() + PATIENCE
    while not true(page.evaluate(HELD, url)):
        assert monotonic() < end, url
        page.wait_for_timeout(50)


def settled(page: Page, address: str) -> None:
    """Read a page, until it and its styles are kept."""
    page.goto(address)
    for url in page.evaluate("[location.href, ...[...document.styleSheets].map(sheet => sheet.href)]"):
        until(page, lambda text: text is not None, url)


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


def test_who_only_reads_loads_no_list_of_all_files(five: Archive, browser: Browser) -> None:
    asked: list[str] = []
    with serve(five.output, "/repo/", asked) as address, reading(browser) as (_, page):
        for article in by_kind(five.output)["article"][:2]:
            settled(page, address + article)
            page.wait_for_timeout(500)
    assert any(path.endswith("sw.js") for path in asked)
    assert not [path for path in asked if "offline.json" in path]


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
            f"kept on this device: {count} files", timeout=1000 * PATIENCE
        )
        context.set_offline(True)
        for path in (*articles, "index.html", ""):
            page.goto(address + path)
            assert page.locator("main").count() == 1
        page.goto(address + "search.html#q=talks")
        page.locator(".result").first.wait_for()


def listed_in(output: Path) -> tuple[str, dict[str, str]]:
    """Version of a build, and the print of each file that its list has."""
    held = json.loads((output / "offline.json").read_text("utf-8"))
    prints = {
        folder + name: print
        for folder, row in held["files"].items()
        for name, print in zip(row[::3], row[2::3], strict=True)
    }
    return held["version"], prints


def assert_kept(page: Page, address: str, prints: dict[str, str]) -> None:
    """Every listed file is kept, as it is listed."""
    found = page.evaluate(PRINTS, [address, list(prints)])
    assert dict(zip(prints, found, strict=True)) == prints


def test_what_is_kept_follows_the_next_build(browser: Browser, tmp_path: Path) -> None:
    """What changed is fetched, once, and nothing else; what was removed goes."""
    archive = Small.small(tmp_path, theme=False)
    gone = archive.article(4)
    archive.build("--fatal=warnings")
    _, before = listed_in(archive.output)
    asked: list[str] = []
    with serve(archive.output, "/repo/", asked) as address, reading(browser) as (context, page):
        page.goto(address + "data/index.html")
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("kept on this device:").wait_for(timeout=1000 * PATIENCE)
        archive.article(1, body="The ferry sank.")
        gone.unlink()
        archive.build("--fatal=warnings")
        version, after = listed_in(archive.output)
        asked.clear()
        page.goto(address + "about.html")
        until(page, lambda text: text == version, f"{address}offline.json?whole")
        changed = {f"{at}?{print}" for at, print in after.items() if before.get(at) != print}
        assert sorted(at for at in asked if "?" in at) == sorted(changed)
        assert set(before) - set(after) >= {"2021/05/17/article-4.html"}
        assert_kept(page, address, after)
        context.set_offline(True)
        page.goto(address + "2021/05/17/article-1.html")
        expect(page.locator("main")).to_contain_text("The ferry sank.")
        with pytest.raises(Error):
            page.goto(address + "2021/05/17/article-4.html")


def test_a_reader_stops_and_removes(five: Archive, browser: Browser) -> None:
    with serve(five.output) as address, reading(browser) as (_, page):
        page.goto(address + "data/index.html")
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("kept on this device:").wait_for(timeout=1000 * PATIENCE)
        page.get_by_role("button", name="Remove it from this device").click()
        page.get_by_role("button", name=KEEP).wait_for()
        assert page.evaluate("caches.keys().then(all => all.filter(name => name.includes('kept')))") == []


ASK = """what => new Promise(resolve => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => resolve(event.data);
  navigator.serviceWorker.controller.postMessage({ do: what }, [port2]);
})"""
"""What the panel asks of the worker, and its answer."""


def test_a_reader_keeps_removes_halfway_and_keeps_again(five: Archive, browser: Browser) -> None:
    with serve(five.output) as address, reading(browser) as (_, page):
        page.goto(address + "data/index.html")
        page.get_by_role("button", name=KEEP).wait_for()
        some = page.evaluate(ASK, "keep")
        assert 0 < some["kept"] < some["files"]
        assert page.evaluate(ASK, "forget")["kept"] == 0
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("kept on this device:").wait_for(timeout=1000 * PATIENCE)
        assert_kept(page, address, listed_in(five.output)[1])


def test_a_file_that_could_not_be_had_is_asked_for_again(
    five: Archive, browser: Browser, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    shutil.copytree(five.output, output)
    held = output / by_kind(output)["article"][0]
    data = held.read_bytes()
    held.unlink()
    with serve(output) as address, reading(browser) as (_, page):
        page.goto(address + "data/index.html")
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("The archive could not be reached.").wait_for(timeout=1000 * PATIENCE)
        held.write_bytes(data)
        page.get_by_role("button", name=KEEP).click()
        page.get_by_text("kept on this device:").wait_for(timeout=1000 * PATIENCE)
        assert_kept(page, address, listed_in(output)[1])


def test_a_page_from_disk_asks_for_no_worker(five: Archive, browser: Browser) -> None:
    with reading(browser) as (_, page):
        page.goto((five.output / "data/index.html").as_uri())
        page.wait_for_load_state()
        assert page.locator(".offline").count() == 0
