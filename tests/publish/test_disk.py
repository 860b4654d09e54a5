"""A disk that is really full, read-only or out of inodes; where this process may mount one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from daybook.errors import WriteError
from daybook.publish import Tree, building


def mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=256k,nr_inodes=40", "tmpfs", str(folder)):
        pytest.skip("mounting needs root; test_building.py limits the size of files instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site(disk: Path) -> None:
    _refused(disk, {f"{n}.html": "x" * 40_000 for n in range(9)}, "the disk is full")


def test_a_disk_without_inodes_leaves_the_old_site(disk: Path) -> None:
    _refused(disk, {f"{n}.html": "x" for n in range(60)}, "the disk is full")


def test_a_read_only_disk_leaves_the_old_site(disk: Path) -> None:
    _build(disk / "output", {"index.html": "one"})
    assert mount("-o", "remount,ro", str(disk))
    with pytest.raises(WriteError, match="read-only") as caught:
        _build(disk / "output", {"index.html": "two"})
    assert caught.value.exitcode == 3
    assert (disk / "output" / "index.html").read_text("utf-8") == "one"


def _refused(disk: Path, files: dict[str, str], why: str) -> None:
    _build(disk / "output", {"index.html": "one"})
    with pytest.raises(WriteError, match=why):
        _build(disk / "output", files)
    assert (disk / "output" / "index.html").read_text("utf-8") == "one"
    assert sorted(p.name for p in disk.iterdir()) == [".output.lock", "output"]
    _build(disk / "output", {"index.html": "two"})


def _build(target: Path, files: dict[str, str]) -> None:
    with building(target) as folder:
        tree = Tree(folder)
        for name, text in files.items():
            tree.write(name, text)
