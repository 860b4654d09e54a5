"""The button of a day's page: from disk and from a server it finds that the page holds, and what somebody changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import ADDRESSES
from browser.watch import watched
from helpers.archive import Archive
from helpers.chromium import FLAGS, executable
from helpers.kinds import by_kind
from helpers.server import serve

BUTTON = "Check this page’s proofs"


def checked(page: Page, address: str) -> str:
    """What the page says when its button was pressed."""
    page.goto(address)
    page.get_by_role("button", name=BUTTON).click()
    status = page.locator(".day-proof").get_by_role("status")
    expect(status.locator("p").first).to_be_visible()
    return status.inner_text()


@pytest.mark.parametrize("where", ADDRESSES)
def test_every_day_of_the_site_holds(
    addresses: dict[str, str], five: Archive, browser: Browser, where: str
) -> None:
    days = by_kind(five.output)["day"]
    with watched(browser, addresses[where]) as (page, wrong):
        for day in days:
            assert "All of it holds." in checked(page, addresses[where] + day)
            expect(page.locator(".day-proof [role=status] code")).to_have_text("daybook verify")
        assert not wrong


def test_nothing_is_loaded_before_it_is_asked_for(
    addresses: dict[str, str], five: Archive, browser: Browser
) -> None:
    day = by_kind(five.output)["day"][0]
    with watched(browser, addresses["root"]) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(addresses["root"] + day)
        assert not [url for url in asked if "proof.js" in url or "/data/" in url]
        page.get_by_role("button", name=BUTTON).click()
        expect(page.get_by_text("All of it holds.")).to_be_visible()
        assert [url for url in asked if url.endswith("/theme/scripts/proof.js")]


def test_a_host_that_is_no_secure_context_checks_as_well(five: Archive, browser: Browser) -> None:
    """Plain http elsewhere than on this machine has no `crypto.subtle`."""
    day = by_kind(five.output)["day"][0]
    with serve(five.output) as address:
        other = address.replace("127.0.0.1", "archive.test").replace("localhost", "archive.test")
        kind = browser.browser_type
        flags = [*FLAGS, "--no-sandbox", "--host-resolver-rules=MAP archive.test 127.0.0.1"]
        chromium = kind.launch(executable_path=executable(kind.executable_path), args=flags)
        try:
            page = chromium.new_page()
            assert "All of it holds." in checked(page, other + day)
            assert page.evaluate("window.isSecureContext") is False
        finally:
            chromium.close()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("page", "<p class=words>", "<p class=words>Not ", "This line is not in the record"),
        ("page", "data-line=", "data-lines=", "does not show"),
        ("page", "<td class=value>", "<td class=value>1", "This figure is not in the record"),
        ("script", '"stories":[{', '"stories":[{"kept":1,', "SHA-256 is not the one"),
        ("script", '"points":[{', '"points":[{"by_hand":"pinned",', "SHA-256 is not the one"),
        ("script", "daybookProof", "nobody", "Nothing was checked"),
    ],
)
def test_what_somebody_changed_is_told(
    five: Archive, browser: Browser, tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    day = by_kind(five.output)["day"][-1]
    root = tmp_path / "site"
    shutil.copytree(five.output, root)
    path = root / day if file == "page" else root / "data" / f"{day[:10]}.js"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    page = browser.new_page()
    try:
        assert told in checked(page, (root / day).as_uri())
    finally:
        page.close()


def test_without_scripts_there_is_no_button(
    addresses: dict[str, str], five: Archive, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(addresses["file"] + by_kind(five.output)["day"][0])
        expect(page.locator(".day-proof button")).to_be_hidden()
        expect(page.locator(".day-proof .hash code")).to_be_visible()
    finally:
        context.close()
