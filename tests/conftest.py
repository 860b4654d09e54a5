"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from helpers.archive import ROOT, Archive, new_archive
from helpers.chromium import chromium

# The same examples at every run, and no time limit: a slow machine is no failure.
settings.register_profile("daybook", derandomize=True, deadline=None, database=None)
settings.load_profile("daybook")


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of this project's seeds, ingested and built in a folder of its own."""
    archive = new_archive(tmp_path_factory.mktemp("five") / "archive", ROOT / "seeds")
    archive.build()
    return archive


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the tests that need one fail without it."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public corpora, if it is there (DAYBOOK_SHARED, else ../shared)."""
    folder = Path(os.environ.get("DAYBOOK_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"no corpora at {folder}; set DAYBOOK_SHARED")
    return folder
