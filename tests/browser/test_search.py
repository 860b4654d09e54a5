"""The search page as a reader meets it: from disk, from a domain's root, and from below a path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watch import watched
from helpers.archive import ROOT, Archive

WHERE = ("file", "root", "repo")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HOSTILE = (
    "<script>window.fired=1</script>",
    "<img src=x onerror=window.fired=1>",
    '"><svg onload=window.fired=1>',
    "javascript:window.fired=1",
    "</textarea><iframe srcdoc='<script>parent.fired=1</script>'>",
    "{{constructor.constructor('window.fired=1')()}}",
    "__proto__ constructor:x +toString",
    "word~7 word~99 " * 20,
    "*a*b*c*d* " * 30,
    "+" * 300,
    "\\" * 301,
    "a" * 5000,
    "e" + "\u0301" * 3000,
    "\u202e\u0000\ufffd",
)


@pytest.fixture(params=WHERE)
def searching(
    request: pytest.FixtureRequest, addresses: dict[str, str], browser: Browser
) -> Iterator[tuple[Page, str]]:
    """A page, and the address of the search; at its end nothing was said in the console, no other host asked."""
    with watched(browser, addresses[request.param]) as (page, wrong):
        yield page, addresses[request.param] + "search.html"
        assert not wrong


@pytest.fixture
def from_disk(addresses: dict[str, str], browser: Browser) -> Iterator[tuple[Page, str]]:
    with watched(browser, addresses["file"]) as (page, wrong):
        yield page, addresses["file"] + "search.html"
        assert not wrong


def _ask(page: Page, words: str) -> None:
    page.get_by_label("Words, places").fill(words)
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".search-status")).to_contain_text(words)


def _titles(page: Page) -> list[str]:
    return page.locator(".result .title").all_inner_texts()


def test_another_name_finds_a_city(searching: tuple[Page, str]) -> None:
    page, address = searching
    page.goto(address)
    _ask(page, "places:Kiev")
    expect(page.locator(".result").first.locator(".notes")).to_contain_text("Kyiv")
    by_alias = _titles(page)
    _ask(page, "places:Kyiv")
    assert sorted(_titles(page)) == sorted(by_alias)


def test_hits_are_marked_as_written(searching: tuple[Page, str]) -> None:
    page, address = searching
    page.goto(f"{address}#q=UKRAINE")
    expect(page.locator(".result mark", has_text="Ukraine’s").first).to_be_visible()


def test_answers_are_the_same_from_everywhere(addresses: dict[str, str], browser: Browser) -> None:
    answers = []
    for where in WHERE:
        with watched(browser, addresses[where]) as (page, wrong):
            page.goto(f"{addresses[where]}search.html#q=%2Btalks+ceasefire~1+text:rus*+-places:kherson")
            expect(page.locator(".search-status")).to_contain_text("of 5 articles")
            answers.append(page.locator(".result").all_inner_texts())
            assert not wrong
    assert answers[0]
    assert answers == [answers[0]] * 3


def test_a_result_leads_to_its_article(searching: tuple[Page, str]) -> None:
    page, address = searching
    page.goto(f"{address}#q=ceasefire")
    first = page.locator(".result .title a").first
    words = first.inner_text()
    first.click()
    expect(page.locator("h1")).to_have_text(words, use_inner_text=True)


def test_filters_combine_and_stand_in_the_address(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(f"{address}#q=talks")
    page.locator("summary", has_text="Filters").click()
    city = page.get_by_role("group", name="City")
    option = city.get_by_role("checkbox", name="Kherson")
    shown = int(city.locator("label", has_text="Kherson").locator(".facet-count").inner_text())
    option.check()
    expect(page.locator(".result")).to_have_count(shown)
    assert "city=kherson" in page.url
    page.get_by_label("From").fill("2022-03-03")
    expect(page.locator(".search-status")).to_contain_text("1 of 5 articles")
    assert "from=2022-03-03" in page.url
    page.reload()
    expect(page.locator(".search-status")).to_contain_text("1 of 5 articles")
    expect(option).to_be_checked()
    page.get_by_role("button", name="Remove the filter all filters").click()
    expect(page.locator(".search-status")).to_contain_text("All 5 articles")


def test_the_many_actors_wait_until_they_are_asked_for(searching: tuple[Page, str]) -> None:
    page, address = searching
    page.goto(f"{address}#q=talks")
    page.locator("summary", has_text="Filters").click()
    page.get_by_role("button", name="Show actors").click()
    first = page.get_by_role("group", name="Actor").get_by_role("checkbox").first
    first.check()
    expect(page.locator(".search-chips button").first).to_be_visible()
    assert "actor=" in page.url


def test_words_in_quotes_stand_together(searching: tuple[Page, str]) -> None:
    page, address = searching
    _ask(page, "talks") if page.url.startswith(address) else page.goto(f"{address}#q=talks")
    expect(page.locator(".result").first).to_be_visible()
    words = page.locator(".result .teaser mark").first.evaluate("mark => mark.nextSibling?.textContent ?? ''")
    follower = next(word for word in words.split() if word.isalpha())
    page.goto(f"{address}#q=" + quote(f'"talks {follower}"'))
    expect(page.locator(".result").first).to_be_visible()
    page.goto(f"{address}#q=" + quote(f'"{follower} talks talks talks"'))
    expect(page.locator(".search-status")).to_contain_text("No article")


def test_back_and_forward_follow_the_reader(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(address)
    for words in ("kharkiv", "+mariupol"):
        _ask(page, words)
    page.go_back()
    expect(page.get_by_label("Words, places")).to_have_value("kharkiv")
    expect(page.locator(".search-status")).to_contain_text("kharkiv")
    page.go_forward()
    expect(page.locator(".search-status")).to_contain_text("+mariupol")


def test_the_plain_form_of_any_page_leads_to_results(
    addresses: dict[str, str], browser: Browser, five: Archive
) -> None:
    for where in WHERE:
        with watched(browser, addresses[where]) as (page, wrong):
            page.goto(addresses[where] + "places/index.html")
            page.keyboard.press("/")
            page.keyboard.type("+mariupol")
            page.keyboard.press("Enter")
            expect(page.locator(".search-status")).to_contain_text("+mariupol")
            expect(page.locator(".result").first).to_be_visible()
            assert not wrong


def test_the_keyboard_is_enough(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(f"{address}#q=talks")
    expect(page.locator(".result").nth(1)).to_be_visible()
    page.keyboard.press("/")
    box = page.get_by_label("Words, places")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".result .title a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{address}#q=talks")


def test_a_query_that_cannot_be_parsed_is_answered(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(f"{address}#q=foo:bar")
    expect(page.get_by_role("alert")).to_contain_text("There is no field “foo”")
    expect(page.locator(".result")).to_have_count(0)
    page.get_by_label("Words, places").fill("talks")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_query_made_to_freeze_is_answered_at_once(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(f"{address}#q=kharkov~7")
    expect(page.locator(".search-notes")).to_contain_text("At most 2 letters may differ")
    expect(page.locator(".result").first).to_be_visible()


def test_where_nothing_is_found_there_is_advice(from_disk: tuple[Page, str]) -> None:
    page, address = from_disk
    page.goto(f"{address}#q=mariuppol")
    page.get_by_role("button", name="mariuppol~1").click()
    expect(page.locator(".result").first).to_be_visible()


def test_hostile_queries_stay_text(searching: tuple[Page, str]) -> None:
    page, address = searching
    page.goto(address)
    for words in HOSTILE:
        page.goto(f"{address}#q={quote(words)}")
        expect(page.locator(".search-status")).not_to_be_empty()
        page.wait_for_function("document.querySelector('#query').value.length > 0")
        assert page.evaluate("window.fired === undefined"), words
        assert page.locator("#search script, #search img, #search svg, #search iframe").count() == 0


def test_public_markup_stays_text(from_disk: tuple[Page, str], shared: Path) -> None:
    page, address = from_disk
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(address)
    lines = (shared / "data/hostile/markup.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    for words in lines[:: max(len(lines) // 30, 1)]:
        page.goto(f"{address}#q={quote(words[:400])}")
        expect(page.locator(".search-status")).not_to_be_empty()
    assert page.locator("#search script, #search img, #search svg, #search iframe").count() == 0


def test_an_ordinary_page_loads_no_search_data(addresses: dict[str, str], browser: Browser) -> None:
    asked: list[str] = []
    with watched(browser, addresses["root"]) as (page, _):
        page.on("request", lambda request: asked.append(request.url))
        for path in ("index.html", "places/index.html"):
            page.goto(addresses["root"] + path)
        assert asked
        assert not [url for url in asked if "/search/" in url or url.endswith("search.js")]
        page.goto(addresses["root"] + "search.html#q=talks")
        expect(page.locator(".result").first).to_be_visible()
        assert [url for url in asked if "/search/terms-" in url]
        unasked = ("vocabulary", "city", "actor", "source", "days")
        assert not [url for url in asked if url.endswith(tuple(f"/search/{name}.js" for name in unasked))]


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_an_answer_has_no_barrier(
    addresses: dict[str, str], browser: Browser, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page = context.new_page()
    found = []
    for state in ("q=kiev+the&city=kyiv&from=2022-03-01", "q=foo:x", "q=mariuppol"):
        page.goto("about:blank")
        page.goto(f"{addresses['root']}search.html#{state}")
        expect(page.locator(".search-status")).not_to_be_empty()
        page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
        page.add_script_tag(path=AXE)
        result = json.loads(page.evaluate("axe.run().then(r => JSON.stringify(r.violations))"))
        found += [f"{state}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in result]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state
    context.close()
    assert found == []
