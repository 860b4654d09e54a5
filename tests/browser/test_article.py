"""An article's page in a real browser: its marks, its sentences, and the way between a fact and its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.test_site import AXE, WCAG
from browser.watch import watched

ARTICLE = "2022/03/03/russia-ukraine-agree-to-temporary-ceasefire-in-areas-where-civilians-are.html"
LIT = "name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString())"


@pytest.fixture(params=["file", "root"])
def article(request: pytest.FixtureRequest, addresses: dict[str, str], browser: Browser) -> Iterator[Page]:
    address = addresses[request.param]
    with watched(browser, address, viewport={"width": 1280, "height": 900}) as (page, wrong):
        page.goto(address + ARTICLE)
        yield page
        assert wrong == []


def _line(page: Page, selector: str) -> str:
    line: str = page.locator(selector).first.evaluate("e => getComputedStyle(e).textDecorationLine")
    return line


def test_kinds_of_marks_are_switched_off_for_good(article: Page) -> None:
    place, actor = ".prose a[href*='places/']", ".prose a[href*='actors/']"
    article.get_by_role("button", name="Places").press("Space")
    assert article.get_by_role("button", name="Places").get_attribute("aria-pressed") == "false"
    assert (_line(article, place), _line(article, actor)) == ("none", "underline")
    article.reload()
    assert _line(article, place) == "none"
    article.get_by_role("button", name="Places").click()
    assert _line(article, place) == "underline"


def test_a_fact_leads_to_its_very_words_and_back(article: Page) -> None:
    row = article.locator(".facts dt", has_text="Vladimir Putin").locator("xpath=following-sibling::dd[1]")
    proof = row.get_by_role("link").nth(1)
    proof.press("Enter")
    article.wait_for_function("CSS.highlights.get('proof')?.size > 0")
    assert article.evaluate(LIT, "proof") == ["Putin"]
    assert article.get_by_role("button", name="Back to the fact").evaluate(
        "e => e === document.activeElement"
    )
    article.keyboard.press("Escape")
    assert proof.evaluate("e => e === document.activeElement")
    assert article.evaluate(LIT, "proof") == []


def test_a_name_opens_its_evidence_only_when_asked(article: Page) -> None:
    name = article.locator(".prose").get_by_role("link", name="Chernihiv")
    article.get_by_role("button", name="Evidence").press("Enter")
    name.press("Enter")
    panel = article.get_by_role("dialog")
    assert "scene of events" in panel.inner_text()
    assert "sentence 6" in panel.inner_text()
    article.keyboard.press("Escape")
    assert name.evaluate("e => e === document.activeElement")
    name.press("Enter")
    panel.get_by_role("link", name="sentence 6").click()
    article.wait_for_function("CSS.highlights.get('proof')?.size > 0")
    assert article.evaluate(LIT, "proof") == ["Chernihiv"]
    article.keyboard.press("Escape")
    article.get_by_role("button", name="Evidence").click()
    name.press("Enter")
    article.wait_for_url("**/places/chernihiv.html")


def test_a_sentence_gives_its_link_by_keyboard_and_pointer(article: Page) -> None:
    article.locator(".tools button").last.focus()
    article.keyboard.press("Tab")
    article.keyboard.press("ArrowDown")
    button = article.get_by_role("button", name="Copy the link to sentence 2")
    second = article.evaluate(LIT, "current")
    assert second[0].startswith("Russian President Vladimir Putin also confirmed")
    button.press("Enter")
    article.locator("[role=status]", has_text="Link copied").wait_for(state="attached")
    article.locator("h1").click()
    article.locator(".prose p[id^=s]").nth(2).hover()
    assert article.locator(".beside.shown").get_by_role("button", name="sentence 3").is_visible()


def test_the_link_to_a_sentence_is_plain_whatever_stands_in_the_address(
    addresses: dict[str, str], browser: Browser
) -> None:
    """A reader's own filter may stand behind the `?`. The page writes to a stand-in for the clipboard."""
    for address in addresses["root"], addresses["file"]:
        with watched(browser, address) as (page, wrong):
            page.add_init_script(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async words => window.copied = words}})"
            )
            page.goto(f"{address}{ARTICLE}?city=kyiv#s000000")
            page.locator(".prose p[id^=s]").nth(2).hover()
            page.locator(".beside.shown").get_by_role("button", name="sentence 3").click()
            sentence = page.locator(".prose p[id^=s]").nth(2).get_attribute("id")
            assert page.evaluate("window.copied") == f"{address}{ARTICLE}#{sentence}"
            assert wrong == []


def test_nothing_moves_and_nothing_bars_the_way(addresses: dict[str, str], browser: Browser) -> None:
    """At 320 px, which is 400 % of a page of 1,280; the policy is off for axe-core's sake alone."""
    for width, scheme in ((320, "dark"), (1280, "light")):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )  # type: ignore[arg-type]
        context.route(
            "**/*.woff2", lambda route: route.abort()
        )  # where a line breaks anew is the fonts' luck
        page = context.new_page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries()"
            ".forEach(e => window.moved += e.value)).observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(addresses["root"] + ARTICLE)
        assert page.evaluate("window.moved") < 0.01
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = page.locator(".tools button, .beside button:visible").evaluate_all(
            "all => all.filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24).length"
        )
        assert small == 0
        page.get_by_role("button", name="Evidence").click()
        page.locator(".prose a[aria-haspopup]").first.click()
        page.add_script_tag(path=AXE)
        result = page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", WCAG
        )
        assert [(v["id"], v["nodes"][0]["html"][:160]) for v in result["violations"]] == []
        context.close()
