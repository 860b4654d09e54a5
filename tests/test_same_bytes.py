"""The same seeds give the same content and the same site: whatever the machine, its clock, its settings and its folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.archive import BINARIES, ROOT, Archive, new_archive

HOSTS = {
    "east": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "west": {
        "PYTHONHASHSEED": "2",
        "TZ": "America/Anchorage",
        "LC_ALL": "uk_UA.UTF-8",
        "LANG": "uk_UA.UTF-8",
    },
}
CLOCKS = ("1999-12-31 23:59:58", "2037-02-28 00:00:00")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def backwards(root: Path) -> Archive:
    """The archive in another folder, its seeds laid down last first."""
    archive = new_archive(root)
    for seed in sorted((ROOT / "seeds").rglob("*"), reverse=True):
        if seed.is_file():
            copy = archive.seeds / seed.relative_to(ROOT / "seeds")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(seed.read_bytes())
    return archive


def assert_same(archive: Archive, first: Archive) -> None:
    """Both made the same files with the same bytes."""
    for name in ("content", "output"):
        there, here = tree(archive.root / name), tree(first.root / name)
        assert here
        assert [path for path in here.keys() | there.keys() if here.get(path) != there.get(path)] == []


@pytest.mark.parametrize("host", HOSTS)
def test_other_hash_seed_zone_locale_path_and_order(five: Archive, tmp_path: Path, host: str) -> None:
    archive = backwards(tmp_path / f"a folder of the {host}")
    archive.build(env=HOSTS[host])
    assert_same(archive, five)


@pytest.mark.skipif(shutil.which("faketime") is None, reason="no faketime on the path")
@pytest.mark.parametrize("clock", CLOCKS)
def test_another_clock(five: Archive, tmp_path: Path, clock: str) -> None:
    """Both halves, each beside a clock that is wrong by decades."""
    archive = backwards(tmp_path / "archive")
    for half in ("ingest", "build"):
        done = archive.run("/usr/bin/env", "faketime", "-f", f"@{clock}", str(BINARIES / "daybook"), half)
        assert done.returncode == 0, done.stderr
    assert_same(archive, five)
