"""Quick samples of the public corpora hold the floors of tests/quality/floors.json; `make eval` measures the whole sets."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.archive import ROOT, new_archive
from scripts import evaluate

FLOORS: dict[str, list[dict[str, Any]]] = json.loads(evaluate.FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("run", FLOORS["samples"], ids=lambda run: run["name"])
def test_a_sample_holds_its_floors(run: dict[str, Any], shared: Path) -> None:
    assert evaluate.corpus(run).is_relative_to(shared)
    results = evaluate.judged(run, evaluate.score(run))
    assert [evaluate.row(result) for result in results if not result.held] == []


@pytest.mark.parametrize("run", [*FLOORS["runs"], *FLOORS["samples"]], ids=lambda run: run["name"])
def test_a_floor_says_how_it_was_measured(run: dict[str, Any]) -> None:
    assert run["command"].startswith(("daybook extract", "daybook ingest"))
    assert " --no-authority --coverage " in run["command"]
    assert date.fromisoformat(run["measured"])
    assert run["floors"]
    assert all(0 <= floor <= 1 for floor in run["floors"].values())


def test_floors_move_up_alone() -> None:
    run = {"name": "x", "digits": 2, "measured": "2020-01-01", "floors": {"better": 0.5, "worse": 0.7}}
    results = evaluate.judged(run, {"better": 0.519, "worse": 0.3})
    assert evaluate.raised(run, results, "2021-01-01") == run | {
        "measured": "2021-01-01",
        "floors": {"better": 0.51, "worse": 0.7},
    }
    assert [result.figure for result in results if not result.held] == ["worse"]


@pytest.mark.parametrize("authority", ["as committed", "none"])
def test_the_seeds_reach_the_floors_of_their_gold(authority: str, shared: Path, tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "archive", ROOT / "seeds")
    if authority == "none":
        for path in sorted((archive.content / "authority").glob("*.yaml")):
            path.write_text(yaml.safe_dump([]), encoding="utf-8")
    archive.ingest()
    options = ["--bare"] if authority == "none" else []
    scorer = [sys.executable, str(shared / "eval" / "seeds.py"), str(archive.content), *options]
    done = subprocess.run(scorer, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
