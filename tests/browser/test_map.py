"""The map in a real browser, from disk: what hands and keys do to it, and what it keeps in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watch import watched
from helpers.archive import ROOT, Archive
from helpers.pages import parsed

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def page(addresses: dict[str, str], browser: Browser) -> Iterator[Page]:
    """The map, opened from disk; nothing may go wrong in it."""
    with watched(browser, addresses["file"], reduced_motion="reduce", has_touch=True) as (page, wrong):
        opened(page, addresses["file"])
        yield page
        assert wrong == []


def opened(page: Page, address: str, fragment: str = "") -> None:
    page.goto("about:blank")
    page.goto(f"{address}map.html{fragment}")
    expect(page.locator(".map-status")).to_contain_text("in")


def names(page: Page) -> list[str]:
    return page.locator("#places tbody th").all_inner_texts()


def scale(page: Page) -> float:
    found = page.locator(".outlines").get_attribute("transform") or ""
    return float(found.partition("scale(")[2].rstrip(")"))


def becomes(page: Page, wanted: str) -> None:
    """Wait until the map's scale is so; it is drawn with the next frame."""
    read = "Number(document.querySelector('.outlines').getAttribute('transform').match(/scale.(.*)[)]/)[1])"
    page.wait_for_function(f"() => {read} {wanted}")


def test_the_table_has_what_the_page_has_without_scripts(page: Page, five: Archive) -> None:
    written = parsed(five.output / "map.html").xpath("//table[@id='places']/tbody/tr")
    rows = {tuple(" ".join(cell.text_content().split()) for cell in row) for row in written}
    shown = page.locator("#places tbody tr").all()
    assert {tuple(row.locator("th, td").all_inner_texts()) for row in shown} == rows
    assert len(rows) > 20


def test_without_scripts_there_is_a_picture_of_the_world(addresses: dict[str, str], browser: Browser) -> None:
    with watched(browser, addresses["file"], java_script_enabled=False) as (page, wrong):
        page.goto(f"{addresses['file']}map.html")
        assert page.locator("noscript svg circle").count() > 3
        assert page.locator("noscript svg image").bounding_box()
        assert names(page)
        assert wrong == []


def test_handles_choose_days_for_map_table_and_address(page: Page, addresses: dict[str, str]) -> None:
    before = names(page)
    first = page.get_by_label("First day")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "1 March 2022")
    expect(page).to_have_url(f"{addresses['file']}map.html#from=2022-03-01")
    page.keyboard.press("End")
    expect(first).to_have_attribute("aria-valuetext", "3 March 2022")
    expect(page.locator(".map-status")).to_have_text("33 places in 2 articles")
    assert set(names(page)) < set(before)
    page.go_back()
    expect(page.locator(".timeline-words")).to_have_text("1 March 2022 – 3 March 2022")
    page.get_by_role("button", name="All days").click()
    expect(page).to_have_url(f"{addresses['file']}map.html#")
    assert names(page) == before


def test_a_stroke_over_the_bars_chooses_days(page: Page) -> None:
    page.locator(".timeline-bars").scroll_into_view_if_needed()
    bars = page.locator(".timeline-bars").bounding_box()
    assert bars
    y = bars["y"] + bars["height"] / 2
    page.mouse.move(bars["x"] + bars["width"] * 0.3, y)
    page.mouse.down()
    page.mouse.move(bars["x"] + bars["width"] * 0.7, y, steps=5)
    page.mouse.up()
    expect(page.locator(".timeline-words")).to_have_text("1 March 2022 – 2 March 2022")
    assert page.url.endswith("#from=2022-03-01&to=2022-03-02")


def test_names_in_the_address_filter_and_their_chips_take_them_away(
    page: Page, addresses: dict[str, str]
) -> None:
    everything = len(names(page))
    opened(page, addresses["file"], "#city=the-hague")
    chip = page.get_by_role("button", name="Remove the filter The Hague")
    expect(chip).to_be_visible()
    expect(page.locator(".map-status")).to_contain_text("in 1 article")
    assert 0 < len(names(page)) < everything
    chip.click()
    expect(page.locator(".map-status")).to_contain_text("in 5 articles")
    assert len(names(page)) == everything


def test_keys_buttons_and_wheel_move_and_enlarge(page: Page) -> None:
    begun = scale(page)
    page.get_by_role("button", name="Larger").click()
    becomes(page, f"> {begun}")
    page.locator(".map-picture").focus()
    page.keyboard.press("-")
    becomes(page, f"< {begun * 1.001}")
    before = page.locator(".outlines").get_attribute("transform") or ""
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".outlines")).not_to_have_attribute("transform", before)
    page.locator(".map-picture").hover()
    page.mouse.wheel(0, -300)
    becomes(page, f"> {begun * 1.1}")
    page.get_by_role("button", name="The whole world").click()
    becomes(page, f"< {begun}")


def test_keys_skip_the_map_for_its_table(page: Page) -> None:
    skip = page.get_by_role("link", name="Skip to the table of places")
    skip.focus()
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("#places")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#places tbody a").first).to_be_focused()


def test_enter_opens_several_places_and_a_single_one_is_a_link(page: Page) -> None:
    page.get_by_role("button", name="The whole world").click()
    several = page.locator(".dot.several").first
    count = page.locator(".dot").count()
    several.focus()
    expect(page.locator(".map-told")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll('.dot').length !== {count}")
    link = page.locator("a.dot").first
    assert (link.get_attribute("href") or "").startswith("places/")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/*.html")


def test_two_fingers_enlarge(page: Page) -> None:
    box = page.locator(".map-picture").bounding_box()
    assert box
    before = scale(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 20), ("touchMove", 60), ("touchMove", 120), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    becomes(page, f"> {before * 2}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_while_filtered_and_looked_at(
    addresses: dict[str, str], browser: Browser, scheme: str
) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": 390, "height": 900}, bypass_csp=True
    )  # type: ignore[arg-type]
    page = context.new_page()
    opened(page, addresses["root"], "#from=2022-03-01&city=the-hague")
    page.locator(".dot").first.focus()
    page.add_script_tag(path=AXE)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    context.close()
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []
