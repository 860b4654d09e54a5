"""The calendar of the whole archive by keyboard, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watch import watched
from helpers.archive import ROOT
from helpers.small_archive import Archive

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DAYS = ("2019-05-17", "2021-04-06", "2021-04-20", "2021-05-03", "2021-05-17", "2021-05-18")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The home of an archive of three years, from disk, with the project's own theme."""
    archive = Archive.small(tmp_path_factory.mktemp("years"), theme=False)
    archive.conf(f"THEME = {str(ROOT / 'theme')!r}\n")
    for number, day in enumerate(DAYS, 10):
        archive.article(number, day=day)
    done = archive.build()
    assert done.returncode == 0, done.stderr
    return Path(archive.output / "index.html").as_uri()


@pytest.fixture
def home(years: str, browser: Browser) -> Iterator[Page]:
    with watched(browser, years.removesuffix("index.html")) as (page, wrong):
        page.goto(years)
        yield page
        assert not wrong


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('href')")  # type: ignore[no-any-return]


def test_arrow_keys_lead_from_day_to_day(home: Page) -> None:
    home.locator("table.planner").first.locator("td a").last.focus()
    for key, expected in (
        ("ArrowLeft", "2021/05/17"),
        ("ArrowUp", "2021/04/20"),
        ("ArrowUp", "2021/04/20"),
        ("ArrowLeft", "2021/04/06"),
        ("ArrowDown", "2021/05/03"),
        ("End", "2021/05/18"),
        ("Home", "2021/05/03"),
        ("ArrowRight", "2021/05/17"),
    ):
        home.keyboard.press(key)
        assert focused(home) == f"{expected}/index.html", key
    home.keyboard.press("Enter")
    expect(home.get_by_role("heading", level=1)).to_have_text("Monday, 17 May 2021")


def test_the_tab_key_meets_one_day_and_then_what_follows(home: Page) -> None:
    links = home.locator("table.planner").first.locator("td a")
    assert [link.get_attribute("tabindex") for link in links.all()].count("0") == 1
    links.last.focus()
    expect(home.get_by_text("Arrow keys lead")).to_be_visible()
    home.keyboard.press("ArrowLeft")
    home.keyboard.press("Tab")
    home.keyboard.press("Shift+Tab")
    assert focused(home) == "2021/05/17/index.html"


def test_a_screen_reader_meets_a_table(home: Page) -> None:
    table = home.get_by_role("table", name="2021")
    expect(table.get_by_role("rowheader", name="May")).to_be_visible()
    assert table.get_by_role("columnheader").count() > 31
    expect(table.get_by_role("link", name="17", exact=True)).to_have_accessible_description("2 articles")


def test_without_scripts_days_are_plain_links(years: str, browser: Browser) -> None:
    with watched(browser, years.removesuffix("index.html"), java_script_enabled=False) as (page, wrong):
        page.goto(years)
        assert page.locator("table.planner td a[tabindex]").count() == 0
        page.get_by_role("table", name="2021").get_by_role("link", name="17", exact=True).click()
        expect(page.get_by_role("heading", name="On this day")).to_be_visible()
        assert not wrong


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["index.html", "2021/index.html", "2021/05/index.html", "2021/05/17/index.html"]
)
def test_no_barrier_and_no_scrolling_sideways(
    years: str, browser: Browser, address: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(years.removesuffix("index.html") + address)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.add_script_tag(path=AXE)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    context.close()
    assert ([f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found], wide) == ([], False)
