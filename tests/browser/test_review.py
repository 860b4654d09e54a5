"""The commands on the page of things to review, in a real browser, from disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from helpers.archive import Archive, new_archive

UNDATED = "Bridge closed\n\nPolice in Springfield closed a bridge. The bridge had stood for sixty years.\n"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of one article whose day and town are open."""
    archive = new_archive(tmp_path_factory.mktemp("doubtful") / "archive")
    (archive.seeds / "bridge.txt").write_text(UNDATED, encoding="utf-8")
    archive.build()
    return archive


def test_a_click_copies_a_command(doubtful: Archive, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((doubtful.output / "review.html").as_uri())
    command = page.locator("[data-command]").first
    command.get_by_role("button").click()
    command.get_by_text("Copied", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == command.locator("code").inner_text()
    assert page.get_by_role("status").inner_text() == "Copied"
    context.close()


def test_where_there_is_no_clipboard_the_command_is_selected(doubtful: Archive, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto((doubtful.output / "review.html").as_uri())
    command = page.locator("[data-command]").first
    command.get_by_role("button").click()
    command.get_by_text("Copied", exact=True).or_(command.get_by_text("Selected", exact=True)).wait_for()
    assert page.evaluate("getSelection().toString()") == command.locator("code").inner_text()
    page.close()


def test_without_scripts_a_command_is_text(doubtful: Archive, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((doubtful.output / "review.html").as_uri())
    assert page.locator("[data-command] code").first.is_visible()
    assert page.locator("main button").count() == 0
    context.close()
