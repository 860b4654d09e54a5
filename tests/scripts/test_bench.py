"""The bench itself: what it measures of a small corpus, and that its page says what it found. Nothing here is timed."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from scripts.bench import corpus, page, synthetic
from scripts.bench.figures import FIGURES, Figure, aimed, reached, told, top

from helpers.archive import ROOT

USED = {"wall": 10.0, "cpu": 15.0, "peak": 500.0}
PEER = {"wall": 20.0, "cpu": 30.0, "peak": 900.0, "files": 7, "bytes": 4_000}
WHOLE: dict[str, Any] = {
    "articles": 19_043,
    "clean": [USED, {**USED, "wall": 12.0, "peak": 1_300.0}],
    "peers": {"hugo": [PEER], "pagefind": [PEER], "pelican": [PEER], "lunr": [PEER]},
    "growth": {
        "added": 300,
        "newest": [{**USED, "wall": 1.1}],
        "spread": [USED],
        "clean": USED,
        "identical": True,
    },
    "nothing_changed": [USED],
    "scale": {"articles": 2_000, "clean": [{**USED, "wall": 1.0}]},
    "ingest": {**USED, "peak": 400.0},
    "index": {"wall": 5.0},
    "search": {
        "first_answer_bytes": 90_000,
        "warm_p50_ms": 10.0,
        "warm_p95_ms": 90.0,
        "file_longest_block_ms": 60,
        "pagefind": {"first_answer_bytes": 360_000, "warm_p50_ms": 40.0},
        "queries": [{"query": "oil | gas", "bytes": 70_000, "files": {"search.html": 3_000}}],
        "trace": [{"what": "search/directory.js", "from_ms": 60, "to_ms": 1_075}],
    },
    "site": {
        "files": 9,
        "bytes": 7_000,
        "kinds": {
            "an article": {"files": 2, "bytes": 50, "p50": 20, "p99": 30, "most": 40},
            "feeds": {"files": 1, "bytes": 9},
        },
    },
    "one_day": {"largest_page": 1_000, "half": USED, "whole": {**USED, "wall": 21.0}},
    "profile": {"cpu": 10.0, "parts": {"templates": 7.5, "other": 2.5}},
}
ABOUT = {
    "date": "2021-05-17",
    "corpus": "made up",
    "machine": {"processor": "A", "cores": 2, "memory_gb": 8, "system": "Linux", "python": "3.11.7"},
}


def bench(folder: Path, *options: str) -> dict[str, Any]:
    """Run it as `make bench` does; gives what it wrote."""
    target = folder / "bench.json"
    command = [sys.executable, "-m", "scripts.bench", "--work", str(folder / "work"), "--json", str(target)]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_a_small_archive_grows_into_what_a_clean_build_makes(tmp_path: Path) -> None:
    got = bench(tmp_path, "--articles", "24", "--only", "growth")
    assert {figure.name for figure in FIGURES} <= got.keys()
    assert got["growth_identical"] is True, got["raw"]["growth"]["for_example"]
    assert got["ingest_s"] > 0
    assert got["growth_vs_clean"] > 0
    assert got["clean_vs_hugo_pagefind"] is None
    assert {"processor", "cores", "memory_gb", "python"} <= got["machine"].keys()


@pytest.mark.soak
def test_every_figure_of_ours_is_measured(tmp_path: Path) -> None:
    got = bench(tmp_path, "--articles", "60", "--only", "ours")
    others = {
        figure.name
        for figure in FIGURES
        if re.search("_vs_(?:hugo|pelican|pagefind)|answer|warm|block|bytes_ratio", figure.name)
    }
    assert {name for name, value in got.items() if value is None} <= others
    assert got["raw"]["profile"]["parts"]


def test_an_unknown_part_is_told_with_the_known_ones(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scripts.bench", "--only", "hugo,pagefinds"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pagefinds: expected some of ours, peers, clean" in done.stderr


def test_the_figures_come_from_what_was_measured() -> None:
    got = top(WHOLE)
    assert got["clean_vs_hugo_pagefind"] == 11 / 40
    assert got["growth_vs_clean"] == 0.11
    assert got["peak_mb"] == 1_300
    assert got["cost_ratio_19043_2000"] == round(11 / 19_043 * 2_000, 4)
    assert got["site_bytes_ratio"] == 7 / 8
    assert got["one_day_cost_ratio"] == 1.05
    assert None not in got.values()


def test_what_was_not_measured_has_no_value() -> None:
    assert set(top({"articles": 3}).values()) == {None}


def test_a_figure_that_falls_short_says_so() -> None:
    got = top(WHOLE)
    short = [figure.name for figure in FIGURES if "(short)" in reached(figure, got[figure.name])]
    assert short == ["nothing_changed_s", "peak_mb", "warm_p95_ms"]


def test_a_run_writes_the_page_between_its_markers() -> None:
    before = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    after = page.written(before, {**top(WHOLE), **ABOUT, "raw": WHOLE})
    assert after.split(page.BEGIN)[0] == before.split(page.BEGIN)[0]
    assert after.split(page.END)[1] == before.split(page.END)[1]
    assert "Of 17 May 2021: 19,043 articles (made up), on A, 2 cores, 8 GB, Linux, Python 3.11.7." in after
    assert "| clean build, over Hugo and Pagefind | ≤ 0.5 | 0.28 |" in after
    assert "| Daybook, clean | 11.0 (10.0, 12.0) |" in after
    assert "| templates | 7.5 | 75% |" in after
    assert "| an article | 2 | 50 | 20 | 30 | 40 |" in after
    assert "| `search/directory.js` | 60 | 1,075 |" in after
    assert r"`oil \| gas`" in after
    assert page.written(after, {**top(WHOLE), **ABOUT, "raw": WHOLE}) == after


def test_a_page_without_markers_is_left_alone() -> None:
    with pytest.raises(ValueError, match="expected the lines"):
        page.written("# Performance\n", {})


def rows() -> dict[str, tuple[str, str]]:
    """The table of figures as docs/performance.md has it: target and reached, by the figure's words."""
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    text = text.split(page.BEGIN)[1].split(page.END)[0].split("###")[0]
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {words: (target, found) for words, target, found in cells[1:]}


def test_the_page_tells_of_every_figure() -> None:
    assert list(rows()) == [figure.words for figure in FIGURES]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_the_page_says_what_was_aimed_at_and_reached(figure: Figure) -> None:
    target, found = rows()[figure.words]
    assert target == aimed(figure)
    value = found.removesuffix(" (short)")
    number = {"yes": True, "no": False, "not measured": None}.get(value, value)
    if isinstance(number, str):
        number = float(number.replace(",", "").split()[0])
    assert told(number, figure.unit) == value
    if number is not None and number != figure.most:  # as a figure is rounded on the page
        assert found.endswith("(short)") == (not figure.held(number))


def test_stories_are_the_same_at_every_run_and_read_like_the_corpus(tmp_path: Path) -> None:
    first, again = (synthetic.lines(200).read() for _ in range(2))
    assert first == again
    path = tmp_path / "made.jsonl.gz"
    path.write_bytes(gzip.compress(first))
    stories = list(corpus.stories(path))
    assert len({story.id for story in stories}) == 200
    assert all(story.title and story.paragraphs and story.tags for story in stories)
    assert [story.day for story in stories] == sorted(story.day for story in stories)
    assert not any("<" in text for story in stories for text in story.paragraphs)
