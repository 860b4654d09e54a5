"""One poisoned article among good ones costs none of them anything, and takes bounded time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.archive import BINARIES, Archive
from hostile import documents, killers, titles
from hostile.case import Case, good, whole
from hostile.conftest import lay

CHECKED, SOAKED = 6_000, 10_000_000
"""Bytes of a bomb in every check, and in the long run."""
SECONDS, MEGABYTES = 10 + 5, 512
"""What a bomb may take; five seconds are the start of the programs and the good articles."""
METER = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}))
sys.exit(code)
"""


def measured(archive: Archive, seconds: float, megabytes: int) -> None:
    """Ingest within bounds of processor time (all processes) and memory (the largest)."""
    command = [sys.executable, "-c", METER, BINARIES / "daybook", "ingest"]
    done = subprocess.run(command, cwd=archive.root, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    used = json.loads(done.stdout.splitlines()[-1])
    assert used["seconds"] < seconds, used
    assert used["megabytes"] < megabytes, used


def ids(case: Case) -> str:
    """A case's name in the tests' list."""
    return case.name


def survivors(archive: Archive, poison: Case, count: int) -> None:
    """All good ones are published, and the poison is published or reported."""
    articles, told = (
        archive.articles(),
        {whole(p["file"]).split(":")[0] for p in archive.register("problems")},
    )
    assert sum(name.startswith("good/") for name in articles) == count
    assert poison.name in told or any(name.split("#")[0].split(":")[0] == poison.name for name in articles)


def test_bombs_among_good_ones(tmp_path: Path) -> None:
    bombs = killers.bombs(CHECKED)
    archive = lay(tmp_path / "archive", [*map(good, range(5)), *bombs])
    archive.build(timeout=400)
    for bomb in bombs:
        survivors(archive, bomb, 5)


@pytest.mark.soak
@pytest.mark.parametrize("bomb", killers.bombs(SOAKED), ids=ids)
def test_ten_megabytes(tmp_path: Path, bomb: Case) -> None:
    archive = lay(tmp_path / "archive", [*map(good, range(3)), bomb])
    measured(archive, seconds=SECONDS, megabytes=MEGABYTES)
    survivors(archive, bomb, 3)


@pytest.mark.soak
@pytest.mark.parametrize(
    "poison",
    [*documents.cases(), *killers.aliases(), *killers.controls(), *killers.titles(), *killers.bombs(20_000)],
    ids=ids,
)
def test_one_poisoned_among_a_hundred(tmp_path: Path, poison: Case) -> None:
    archive = lay(tmp_path / "archive", [*map(good, range(100)), poison])
    archive.build()
    if not poison.name.endswith(".yaml"):
        survivors(archive, poison, 100)


@pytest.mark.soak
def test_five_thousand_of_one_title(tmp_path: Path) -> None:
    archive = lay(tmp_path / "archive", titles.cases(extra=5000))
    archive.build(timeout=1200)
    slugs = [meta["slug"] for meta, _ in archive.articles().values()]
    assert len(set(slugs)) == len(slugs) >= 5000
