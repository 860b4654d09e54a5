"""What axe-core cannot see: where the focus goes and whether it shows, reflow at 400 %, wide spacing, words for pictures."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from browser.watch import watched
from helpers.archive import Archive
from helpers.kinds import by_kind

STOPS = 40
"""Presses of Tab on a page."""
FOCUSED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const around = at.parentElement === null ? null : getComputedStyle(at.parentElement);
  return {
    html: at.outerHTML.slice(0, 120),
    shows: ring || [...at.querySelectorAll("circle")].some((circle) => parseFloat(getComputedStyle(circle).strokeWidth) >= 2) || style.boxShadow !== "none" || at.matches("input[type=range], input[type=search]") || around?.boxShadow !== "none",
    seen: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0,
    place: [...document.querySelectorAll("*")].indexOf(at),
  };
}"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }"
"""WCAG 2.2, 1.4.12."""


def _pages(five: Archive) -> list[tuple[str, str]]:
    return [(kind, known[0]) for kind, known in by_kind(five.output).items() if known]


def _sideways(page: Page) -> bool:
    found: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_goes_through_a_page_in_order_and_shows(
    five: Archive, addresses: dict[str, str], browser: Browser, width: int
) -> None:
    wrong = []
    calm = {
        "viewport": {"width": width, "height": 800},
        "reduced_motion": "reduce",
    }  # no scrolling that takes time
    with watched(browser, addresses["root"], **calm) as (page, _):
        for kind, address in _pages(five):
            page.goto(addresses["root"] + address)
            page.wait_for_load_state("networkidle")
            last = -1
            for _ in range(STOPS):
                page.keyboard.press("Tab")
                found = page.evaluate(FOCUSED)
                if found is None or (last >= 0 and "skip" in found["html"]):
                    break  # round to the beginning
                wrong += [f"{kind}: hidden focus: {found['html']}"] if not found["shows"] else []
                wrong += [f"{kind}: out of sight: {found['html']}"] if not found["seen"] else []
                wrong += [f"{kind}: back to {found['html']}"] if found["place"] < last else []
                last = found["place"]
    assert not wrong, "\n".join(wrong)


def test_the_first_stop_leads_past_the_masthead(
    five: Archive, addresses: dict[str, str], browser: Browser
) -> None:
    with watched(browser, addresses["root"]) as (page, _):
        for _kind, address in _pages(five):
            page.goto(addresses["root"] + address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.getAttribute('href')") == "#main", address
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "main", address


@pytest.mark.parametrize("size", [(320, 256), (320, 800), (2560, 1440)])
def test_a_page_reflows(
    five: Archive, addresses: dict[str, str], browser: Browser, size: tuple[int, int]
) -> None:
    """320 by 256 is what 400 % leave of 1280 by 1024."""
    wide = []
    with watched(browser, addresses["root"], viewport={"width": size[0], "height": size[1]}) as (page, _):
        for kind, address in _pages(five):
            page.goto(addresses["root"] + address)
            page.wait_for_load_state("networkidle")
            wide += [kind] if _sideways(page) else []
    assert wide == []


def test_wide_spacing_breaks_no_page(five: Archive, addresses: dict[str, str], browser: Browser) -> None:
    wide = []
    context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for kind, address in _pages(five):
        page.goto(addresses["root"] + address)
        page.add_style_tag(content=SPACED)
        wide += [kind] if _sideways(page) else []
    context.close()
    assert wide == []


def test_every_picture_has_words_or_is_left_out(
    five: Archive, addresses: dict[str, str], browser: Browser
) -> None:
    wordless = []
    with watched(browser, addresses["root"]) as (page, _):
        for kind, address in _pages(five):
            page.goto(addresses["root"] + address)
            page.wait_for_load_state("networkidle")
            wordless += page.evaluate(
                """kind => [...document.querySelectorAll("main svg, main img")].filter((picture) => {
                  if (picture.closest("[aria-hidden=true]") || picture.getAttribute("alt") === "") return false;
                  const named = picture.getAttribute("aria-label") || picture.getAttribute("aria-labelledby") || picture.getAttribute("alt");
                  return !named && picture.querySelector(":scope > title") === null;
                }).map((picture) => `${kind}: ${picture.outerHTML.slice(0, 120)}`)""",
                kind,
            )
    assert wordless == []


@pytest.mark.parametrize("media", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}])
def test_motion_and_colours_are_the_reader_s(
    five: Archive, addresses: dict[str, str], browser: Browser, media: dict[str, str]
) -> None:
    """Nothing moves for one who wants no motion; and forced colours leave every kind of page readable, without an error."""
    with watched(browser, addresses["root"], **media) as (page, wrong):
        for kind, address in _pages(five):
            page.goto(addresses["root"] + address)
            moving = page.evaluate(
                "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > .01 || parseFloat(getComputedStyle(e).animationDuration) > .01).length"
            )
            assert not moving or "forced_colors" in media, kind
        assert not wrong
