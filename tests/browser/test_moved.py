"""Old addresses lead on, from disk too, without scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.server import serve
from helpers.small_archive import Archive

MOVED = {
    "2021/05/16/article-1.html": "2021/05/17/article-1.html",
    "actors/ida-storme.html": "actors/ida-storm.html",
    "places/saltvika.html": "places/saltvik.html",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an archive whose register tells of an article, an actor and a place that moved."""
    archive = Archive.small(tmp_path_factory.mktemp("moved"))
    rows = [json.dumps({"from": old, "to": new}) for old, new in MOVED.items()]
    register = archive.root / "content" / "register"
    register.mkdir()
    (register / "redirects.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = archive.build("--fatal=warnings")
    assert done.returncode == 0, done.stderr
    return archive.output


@pytest.mark.parametrize("where", ["file", "repo"])
@pytest.mark.parametrize("old", list(MOVED))
def test_an_old_address_leads_on(moved: Path, browser: Browser, where: str, old: str) -> None:
    with serve(moved, "/repo/") as served:
        base = served if where == "repo" else f"{moved.as_uri()}/"
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(base + old)
        page.wait_for_url(base + MOVED[old])
        context.close()
