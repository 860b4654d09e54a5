"""A site that knows its address: absolute ones come from it alone, and 404.html answers at any depth."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from playwright.sync_api import Browser

from browser.watch import watched
from helpers import pages
from helpers.archive import Archive
from helpers.server import serve

SITES = {"/": "https://example.org", "/repo/": "https://example.org/repo"}
ABSOLUTE = re.compile(r"https://example\.org[^\s\"'<>\\),]*")


@pytest.fixture(scope="module", params=list(SITES))
def published(request: pytest.FixtureRequest, five: Archive) -> tuple[str, Path]:
    """The path that the site is served below, and its files: the same content, built with SITEURL."""
    output = five.root / f"output-{len(request.param)}"
    five.build("--siteurl", SITES[request.param], "--output", str(output))
    return request.param, output


def test_every_absolute_address_leads_to_a_file(published: tuple[str, Path]) -> None:
    prefix, output = published
    found = 0
    for path in sorted(output.rglob("*")):
        if path.suffix not in pages.TEXT or not path.is_file():
            continue
        for url in ABSOLUTE.findall(path.read_text(encoding="utf-8")):
            there = unquote(url.removeprefix(SITES[prefix]).split("#")[0].split("?")[0]).lstrip("/")
            assert url.startswith(SITES[prefix]), (path, url)
            assert (output / there).is_file() or (output / there / "index.html").is_file(), (path, url)
            found += 1
    assert found > len(pages.pages(output))


def test_the_sitemap_holds_every_page_that_may_be_indexed(published: tuple[str, Path]) -> None:
    prefix, output = published
    told = {element.text for element in etree.parse(output / "sitemap.xml").iter("{*}loc")}
    canonical = {
        link.get("href")
        for page in pages.pages(output)
        for link in pages.parsed(page).iter("link")
        if link.get("rel") == "canonical"
    }
    assert told == canonical
    assert f"{SITES[prefix]}/sitemap.xml" in (output / "robots.txt").read_text(encoding="utf-8")


def test_without_an_address_no_absolute_one_is_written(five: Archive) -> None:
    for page in pages.pages(five.output):
        assert not pages.parsed(page).xpath("//link[@rel='canonical'] | //meta[@property='og:url']"), page


def test_the_address_changes_nothing_else(published: tuple[str, Path], five: Archive) -> None:
    """The same files, under the same names."""
    names = [
        {path.relative_to(folder) for path in folder.rglob("*")} for folder in (published[1], five.output)
    ]
    assert {path for path in names[0] ^ names[1] if path.name not in ("sitemap.xml", "robots.txt")} == set()


@pytest.mark.parametrize("path", ["nowhere", "a/b/c/d.html", "2022/03/99/x.html"])
def test_404_at_any_depth(published: tuple[str, Path], browser: Browser, path: str) -> None:
    """The page answers with its styles, and its way home leads home."""
    prefix, output = published
    with serve(output, prefix) as address, watched(browser, address) as (page, wrong):
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.status == 404
        assert [
            line
            for line in wrong
            if not line.startswith(f"404: {address}{path}") and "status of 404" not in line
        ] == []
        assert page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 0)")
        page.locator("main a").first.click()
        page.wait_for_url(f"{address}**")
        assert page.locator("h1").inner_text() != answer.status_text
        assert page.url.removeprefix(address) in ("", "index.html")
