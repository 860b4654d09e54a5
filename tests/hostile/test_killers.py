"""One poisoned article among good ones costs none of them anything, and takes bounded time and memory."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from helpers.archive import BINARIES, Archive
from hostile import documents, killers, titles
from hostile.case import Case, good
from hostile.conftest import lay

CHECKED, SOAKED = 20_000, 10_000_000
"""Bytes of a bomb in every check, and in the long run."""


def measured(archive: Archive, seconds: float, megabytes: int) -> None:
    """Ingest within bounds of processor time and memory (of any one process)."""
    limits = f"ulimit -t {int(seconds)} -v {megabytes * 1024}; exec {BINARIES / 'daybook'} ingest"
    done = archive.run("/bin/sh", "-c", limits, timeout=seconds * 3)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def ids(case: Case) -> str:
    """A case's name in the tests' list."""
    return case.name


def survivors(archive: Archive, poison: Case, count: int) -> None:
    """All good ones are published, and the poison is published or reported."""
    articles, told = (
        archive.articles(),
        {p["file"].split("#")[0].split(":")[0] for p in archive.register("problems")},
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
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    archive.ingest(timeout=60)
    survivors(archive, bomb, 3)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 60


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
