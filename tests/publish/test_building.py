"""The output is there whole, the old or the new, whatever happens to a build."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from daybook.errors import SettingError, WriteError
from daybook.publish import Tree, building
from daybook.publish.building import MARKER
from daybook.publish.exchange import exchange
from daybook.publish.tree import AddressError


def cannot(one: Path, other: Path) -> bool:
    """A system that cannot exchange two folders."""
    return False


def build(target: Path, text: str, swap: Callable[[Path, Path], bool] = exchange) -> None:
    with building(target, swap=swap) as folder:
        tree = Tree(folder)
        for name in ("index.html", "a/b.html"):
            tree.write(name, text)


def read(target: Path) -> dict[str, str]:
    return {p.relative_to(target).as_posix(): p.read_text("utf-8") for p in target.rglob("*.html")}


def site(text: str) -> dict[str, str]:
    return {"index.html": text, "a/b.html": text}


def beside(target: Path) -> list[str]:
    """What lies beside the output, but for the lock."""
    return sorted(
        p.name for p in target.parent.iterdir() if p.name not in (target.name, f".{target.name}.lock")
    )


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture(params=[exchange, cannot], ids=["exchange", "two renames"])
def swap(request: pytest.FixtureRequest) -> Callable[[Path, Path], bool]:
    return request.param


def test_a_build_replaces_all_of_the_last(target: Path, swap: Callable[[Path, Path], bool]) -> None:
    build(target, "one", swap)
    (target / "left.html").write_text("left", "utf-8")
    build(target, "two", swap)
    assert read(target) == site("two")
    assert beside(target) == []


def test_the_output_may_lie_behind_a_link_and_in_folders_that_are_not_there(tmp_path: Path) -> None:
    build(tmp_path / "x" / "y" / "output", "one")
    (tmp_path / "link").symlink_to(tmp_path / "x" / "y" / "output")
    build(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink()
    assert read(tmp_path / "x" / "y" / "output") == site("two")


def test_the_mode_of_the_output_is_kept(target: Path) -> None:
    build(target, "one")
    target.chmod(0o750)
    build(target, "two")
    assert target.stat().st_mode & 0o777 == 0o750


def test_an_error_within_leaves_the_old_site(target: Path, swap: Callable[[Path, Path], bool]) -> None:
    build(target, "one", swap)
    with pytest.raises(AddressError), building(target, swap=swap) as folder:
        _ = Tree(folder).write("index.html", "two"), Tree(folder).write("../x", "two")
    assert read(target) == site("one")
    assert beside(target) == []


@pytest.mark.parametrize("what", ["new", "old"])
def test_what_a_killed_build_left_is_removed(target: Path, what: str) -> None:
    build(target, "one")
    shutil.copytree(target, target.with_name(f".output.{what}-1"))
    build(target, "two")
    assert read(target) == site("two")
    assert beside(target) == []


def test_a_kill_between_two_renames_is_mended_by_the_next_build(target: Path) -> None:
    build(target, "one")
    target.rename(target.with_name(".output.old-1"))
    with pytest.raises(ZeroDivisionError), building(target):
        raise ZeroDivisionError
    assert read(target) == site("one")


def test_a_second_rename_that_fails_brings_the_old_site_back(target: Path) -> None:
    build(target, "one")

    def gone(fresh: Path, target: Path) -> bool:
        shutil.rmtree(fresh)
        return False

    with pytest.raises(WriteError), building(target, swap=gone) as folder:
        Tree(folder).write("index.html", "two")
    assert read(target) == site("one")


def test_a_folder_of_something_else_is_never_replaced(target: Path) -> None:
    target.mkdir()
    (target / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(SettingError, match=r"output to be empty or made by Daybook"):
        build(target, "one")
    assert (target / "thesis.txt").read_text("utf-8") == "years of work"


def test_an_empty_folder_is_taken(target: Path) -> None:
    target.mkdir()
    build(target, "one")
    assert (target / MARKER).is_file()


def test_a_file_in_the_place_of_the_output_is_refused(target: Path) -> None:
    target.write_text("a file", "utf-8")
    with pytest.raises(SettingError, match="found the file"):
        build(target, "one")


def test_an_error_of_reading_stays_what_it_is(target: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), building(target):
        (tmp_path / "seeds" / "missing").read_bytes()


def start(target: Path, text: str, how: str = "") -> subprocess.Popen[str]:
    """A build in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("build_once.py")), str(target), text, how]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str], line: str = "") -> tuple[int, str]:
    """Its exit status and what it printed."""
    out, _ = process.communicate(line, timeout=60)
    return process.returncode, out


def test_a_file_that_cannot_be_written_leaves_the_old_site(target: Path) -> None:
    build(target, "one")
    code, text = finish(start(target, "two" * 1000, "limited"))
    assert code == 3
    assert "ulimit -f" in text
    assert "unchanged" in text
    assert read(target) == site("one")
    assert beside(target) == []


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir()
    for parent in (*tmp_path.parents[:3], tmp_path):
        # pytest's folders are for their owner alone
        parent.chmod(parent.stat().st_mode | 0o055)
    yield folder
    folder.chmod(0o755)


def test_a_folder_without_permission_leaves_the_old_site(locked_folder: Path) -> None:
    target = locked_folder / "output"
    build(target, "one")
    locked_folder.chmod(0o555)
    code, text = finish(start(target, "two", "nobody"))
    assert code == 3
    assert "no permission" in text
    assert read(target) == site("one")


def test_of_two_builds_the_second_says_why_it_waits(target: Path) -> None:
    first = start(target, "first", "slow")
    assert first.stdout
    assert first.stdout.readline() == "within\n"
    second = start(target, "second")
    assert second.stdout
    assert "Another build is at work" in second.stdout.readline()
    assert not target.exists()
    assert finish(first, "on\n") == (0, "")
    assert finish(second) == (0, "within\n")
    assert read(target) == site("second")
    assert beside(target) == []


def test_a_killed_build_holds_no_lock(target: Path) -> None:
    build(target, "one")
    first = start(target, "two", "slow")
    assert first.stdout
    assert first.stdout.readline() == "within\n"
    first.kill()
    finish(first)
    assert read(target) == site("one")
    assert finish(start(target, "three")) == (0, "within\n")
    assert read(target) == site("three")
    assert beside(target) == []
