"""The real browser that the tests drive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)
HELP = (
    "expected a Chromium: set CHROMIUM=/path/to/it, or install one (`apt-get install chromium`), "
    "or let Playwright bring its own (`.venv/bin/playwright install chromium`)"
)


def executable(own: str) -> str:
    """Path of the Chromium to drive: the variable CHROMIUM, the path's, else Playwright's own at `own`."""
    given = os.environ.get("CHROMIUM")
    if given:
        if Path(given).is_file():
            return given
        raise FileNotFoundError(f"CHROMIUM={given}: no such file; {HELP}")
    found = next(filter(None, map(shutil.which, NAMES)), None) or (own if Path(own).is_file() else None)
    if found is None:
        raise FileNotFoundError(HELP)
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium, closed at the end. Raises FileNotFoundError where there is none."""
    with sync_playwright() as playwright:
        flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(
            executable_path=executable(playwright.chromium.executable_path), args=flags
        )
        try:
            yield browser
        finally:
            browser.close()
