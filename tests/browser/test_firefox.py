"""Firefox, whose rules for files from disk are the strictest: the same pages, the same answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from helpers.archive import ROOT

SCRIPT = Path(__file__).with_name("firefox.mjs")
BOX = "main input[name=q]"
RESULT = ".search-results .title"


@pytest.fixture(scope="module")
def firefox() -> str:
    """Path of Firefox: needed under CI, else skipped where there is none."""
    found = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None and os.environ.get("CI"):
        pytest.fail("expected a Firefox: set FIREFOX=/path/to/it, or `apt-get install firefox-esr`")
    if found is None:
        pytest.skip("no Firefox on the path; FIREFOX=/path/to/it names one")
    return found


def drive(firefox: str, jobs: list[dict[str, Any]]) -> list[dict[str, list[str]]]:
    """Run jobs in one Firefox."""
    done = subprocess.run(
        ["node", SCRIPT, firefox],
        input=json.dumps(jobs),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results: list[dict[str, list[str]]] = json.loads(done.stdout)
    return results


def test_home_and_search_from_disk_and_from_a_server(firefox: str, addresses: dict[str, str]) -> None:
    jobs: list[dict[str, Any]] = []
    for where in ("file", "root", "repo"):
        address = addresses[where]
        jobs.append({"url": f"{address}index.html", "read": "h1"})
        jobs.append({"url": f"{address}search.html#q=ceasefire", "read": RESULT})
        jobs.append(
            {
                "url": f"{address}search.html",
                "fill": [BOX, "Kiev"],
                "read": f"{RESULT} mark, .search-results .notes mark",
            }
        )
        jobs.append({"url": f"{address}search.html#q=title%3Aword~7", "read": "[role=status]:not(:empty)"})
    results = drive(firefox, jobs)
    assert [result["wrong"] for result in results] == [[]] * len(jobs)
    assert all(result["texts"] for result in results)
    for n in range(4):
        assert results[n]["texts"] == results[n + 4]["texts"] == results[n + 8]["texts"]
