"""Nothing moves before a reader's eyes while a page is loaded: cumulative layout shift, of each kind of page and of lists under a filter."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.watch import watched
from helpers.archive import Archive
from helpers.kinds import by_kind

MOST = 0.05
"""Half of what https://web.dev/articles/cls calls good."""
WATCH = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
TOLD = {"search": ".search-status", "map": ".map-status"}
"""What says that a script has done its work."""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_moves_while_it_is_loaded(
    five: Archive, addresses: dict[str, str], browser: Browser, width: int
) -> None:
    moved = {}
    pages = [
        (kind, known[0], TOLD.get(kind, "main")) for kind, known in by_kind(five.output).items() if known
    ]
    lists = [
        (kind, f"{by_kind(five.output)[kind][-1]}#city=kharkiv", ".filter-status")
        for kind in ("home", "month", "day", "place", "actor", "source")
    ]
    for kind, address, told in (*pages, *lists):
        with watched(
            browser, addresses["root"], viewport={"width": width, "height": 800}, service_workers="block"
        ) as (page, _):
            page.add_init_script(WATCH)
            page.route(
                "**/*.woff2", lambda route: route.abort()
            )  # whether they come before the first look is luck
            page.goto(addresses["root"] + address, wait_until="networkidle")
            expect(page.locator(told).first).to_be_visible()
            if (found := page.evaluate("window.moved")) > MOST:
                moved[f"{kind}: {address}"] = found
    assert moved == {}


def test_a_page_whose_filter_cannot_be_loaded_shows_what_it_has(
    addresses: dict[str, str], browser: Browser
) -> None:
    with watched(browser, addresses["root"]) as (page, _):
        page.route("**/filter.js", lambda route: route.abort())
        page.goto(addresses["root"] + "index.html#city=kharkiv")
        expect(page.locator("main article").first).to_be_visible()


def test_what_stands_in_for_the_fonts_is_as_wide_as_they_are(
    five: Archive, addresses: dict[str, str], browser: Browser
) -> None:
    """So that few lines break anew when they come."""
    with watched(browser, addresses["root"]) as (page, _):
        page.goto(addresses["root"] + by_kind(five.output)["article"][0])
        shares = page.evaluate(
            """async () => {
              const words = document.querySelector("main").innerText.replace(/\\s+/g, " ");
              const pen = document.createElement("canvas").getContext("2d");
              const wide = async (font) => {
                await document.fonts.load(font).catch(() => undefined);
                pen.font = font;
                return pen.measureText(words).width;
              };
              const found = [];
              for (const kind of ["Serif", "Sans"]) for (const weight of [400, 600])
                found.push(await wide(`${weight} 40px "${kind} stand-in"`) / await wide(`${weight} 40px "Column ${kind}"`));
              return found;
            }"""
        )
    assert all(0.97 < share < 1.03 for share in shares), shares
