"""Search answers alike from disk, from a domain's root, and from below a path."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watch import watched
from hostile.case import lines

WHERE = ("file", "root", "repo")
STATUS = "[role=status]"
RESULT = ".search__results .result__title"
QUERIES = (
    "",
    "ceasefire",
    "+talks -shelling",
    "title:president",
    "negot*",
    "presidnet~1",
    "talks^3 border",
    "kyiv kherson",
)


def ask(page: Page, address: str, query: str) -> list[str]:
    """The titles of the results of a query, asked by the address; the answer has settled."""
    page.goto("about:blank")
    page.goto(f"{address}search.html#q={quote(query)}")
    expect(page.locator(STATUS)).not_to_have_text("")
    return page.locator(RESULT).all_inner_texts()


def test_the_answers_are_the_same_everywhere(addresses: dict[str, str], browser: Browser) -> None:
    answers = {}
    for where in WHERE:
        with watched(browser, addresses[where]) as (page, wrong):
            answers[where] = [ask(page, addresses[where], query) for query in QUERIES]
            assert wrong == []
    assert answers["file"] == answers["root"] == answers["repo"]
    assert all(answers["file"][:3])


@pytest.mark.parametrize(
    ("query", "same"),
    [("Kiev", "Kyiv"), ("Zelensky", "Zelenskyy"), ("CEASEFIRE", "ceasefire"), ("ukraine", "Ukraine’s")],
)
def test_one_name_finds_the_other(addresses: dict[str, str], browser: Browser, query: str, same: str) -> None:
    with watched(browser, addresses["file"]) as (page, _):
        assert sorted(ask(page, addresses["file"], query)) == sorted(ask(page, addresses["file"], same)) != []


@pytest.mark.parametrize("query", ["nowhere:talks", "+", "talks^", "talks~", "~7", "title:"])
def test_a_query_that_cannot_be_read_is_answered(
    addresses: dict[str, str], browser: Browser, query: str
) -> None:
    """What is wrong is said, or the rest is searched for; nothing is thrown."""
    with watched(browser, addresses["file"]) as (page, wrong):
        ask(page, addresses["file"], query)
        assert wrong == []


@pytest.mark.parametrize(
    "query", ["ceasefire~7", "word~99999999", "*a*e*i*o*u*", "* * * *", "a " * 900, "x" * 5000, "+" * 500]
)
def test_a_query_made_to_freeze_is_bounded(addresses: dict[str, str], browser: Browser, query: str) -> None:
    with watched(browser, addresses["file"]) as (page, wrong):
        ask(page, addresses["file"], query)
        assert page.evaluate("1 + 1") == 2
        assert wrong == []


@pytest.mark.parametrize("where", ["file", "root"])
def test_markup_in_a_query_is_text(addresses: dict[str, str], browser: Browser, where: str) -> None:
    """The policy is off, so that it is the code that holds."""
    with watched(browser, addresses[where], bypass_csp=True) as (page, wrong):
        page.add_init_script("window.fires = 0; window.fired = window.alert = () => { window.fires += 1; };")
        for query in lines("markup.txt")[::4]:
            ask(page, addresses[where], query)
            page.locator("input[name=q]:visible").last.fill(query)
            assert page.evaluate("window.fires") == 0, query
            assert page.locator("main script, main iframe, main img[src=x], main svg[onload]").count() == 0, (
                query
            )
        assert wrong == []


def test_filters_combine_and_stand_in_the_address(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["file"], viewport={"width": 1280, "height": 900}) as (page, wrong):
        everything = len(ask(page, addresses["file"], ""))
        page.locator(".search__filters input[type=checkbox]").first.check()
        expect(page.locator(".search__chips button").first).to_be_visible()
        narrowed = page.locator(RESULT).all_inner_texts()
        assert 0 < len(narrowed) <= everything
        again = page.url
        page.goto("about:blank")
        page.goto(again)
        expect(page.locator(".search__chips button").first).to_be_visible()
        assert page.locator(RESULT).all_inner_texts() == narrowed
        assert wrong == []


def test_the_keyboard_is_enough(addresses: dict[str, str], browser: Browser) -> None:
    """/ to the box, arrows through the results, Enter opens one."""
    with watched(browser, addresses["file"]) as (page, wrong):
        ask(page, addresses["file"], "talks")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.press("ArrowDown")
        first = page.evaluate("document.activeElement.href")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.href") != first
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url(first)
        assert wrong == []


def test_the_skip_link_comes_first(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["file"]) as (page, _):
        page.goto(addresses["file"] + "index.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_the_masthead_s_box_leads_to_the_search(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["file"], viewport={"width": 1280, "height": 900}) as (page, wrong):
        page.goto(addresses["file"] + "places/index.html")
        page.keyboard.press("/")
        page.keyboard.type("ceasefire")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html**")
        expect(page.locator(RESULT).first).to_be_visible()
        assert wrong == []


def test_an_ordinary_page_loads_no_search_data(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["root"]) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(addresses["root"] + "index.html", wait_until="networkidle")
        assert [url for url in asked if "/search/" in url or url.endswith("search.js")] == []
