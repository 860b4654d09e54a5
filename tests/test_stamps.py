"""Stamps: they change with what is read, through links to files, and no link leads them round in circles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from daybook import stamps


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with files in it and beside it, a link to one of these, one to a folder, one to nothing, one to itself."""
    (tmp_path / "beside/inner").mkdir(parents=True)
    (tmp_path / "beside/inner/e.md").write_text("five")
    (tmp_path / "beside/d.md").write_text("four")
    root = tmp_path / "root"
    (root / "a").mkdir(parents=True)
    (root / "a/b.md").write_text("one")
    (root / "c.md").write_text("two")
    (root / "file").symlink_to(tmp_path / "beside/d.md")
    (root / "folder").symlink_to(tmp_path / "beside/inner")
    (root / "nothing").symlink_to(tmp_path / "nothing")
    (root / "a/self").symlink_to(root)
    return root


ALL = ["a/b.md", "a/self", "c.md", "file", "folder", "nothing"]


def test_a_tree_has_each_file_and_each_link_once(root: Path) -> None:
    assert list(stamps.tree(root)) == ALL
    assert stamps.tree(root / "none") == {}
    assert stamps.stamp(root / "none") is None
    assert all(stamps.stamp(root / name) == held for name, held in stamps.tree(root).items())


def test_folders_that_links_lead_to_are_walked_where_asked_for(root: Path) -> None:
    (root / "folder/back").symlink_to(root)
    expected = ["a/b.md", "a/self", "c.md", "file", "folder/back", "folder/e.md", "nothing"]
    assert list(stamps.tree(root, linked=True)) == expected


def _touched(path: Path) -> None:
    """Other bytes of the same length, and the same time of change as before."""
    was = path.stat()
    path.write_text(path.read_text().upper())
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def _replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_text("oNe")
    other.replace(path)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a/b.md", lambda root: (root / "a/b.md").write_text("one!")),
        ("a/b.md", lambda root: _touched(root / "a/b.md")),
        ("a/b.md", lambda root: _replaced(root / "a/b.md")),
        ("file", lambda root: (root.parent / "beside/d.md").write_text("4")),
        ("nothing", lambda root: (root.parent / "nothing").write_text("there")),
    ],
)
def test_a_stamp_changes_with_what_is_read(root: Path, name: str, change: Callable[[Path], object]) -> None:
    before = stamps.tree(root)
    stamps.settled(before.values())
    change(root)
    after = stamps.tree(root)
    assert {name for name in ALL if before[name] != after[name]} == {name}
