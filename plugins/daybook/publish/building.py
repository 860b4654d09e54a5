"""The transaction around a build: a lock, a folder beside the output, and the swap."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from daybook.errors import SettingError
from daybook.publish.exchange import exchange
from daybook.publish.faults import told_as_write_errors
from daybook.publish.lock import locked

MARKER = ".made-by-daybook"
"""A file in every output folder, by which the next build knows that it may replace all of it."""

MARKED = "Daybook made this folder and replaces all of it at every build.\n"


@contextmanager
def turn(target: Path, say: Callable[[str], None] = print) -> Iterator[None]:
    """Be the only build of `target` meanwhile. Another one is waited for, and `say` tells so.

    What a killed build left behind is removed. Raises WriteError where nothing can be written, SettingError where
    `target` is not Daybook's to replace.
    """
    target = Path(os.path.realpath(target))
    with told_as_write_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target.with_name(f".{target.name}.lock"), say), told_as_write_errors(target):
        _recover(target)
        _check(target)
        yield


@contextmanager
def replacing(target: Path, swap: Callable[[Path, Path], bool] = exchange) -> Iterator[Path]:
    """Give an empty folder beside `target`, and put it in the place of `target` at the end; within a `turn`.

    An exception within leaves `target` as it was. `swap` lets two folders change places, or answers False.
    Raises WriteError.
    """
    target = Path(os.path.realpath(target))
    fresh = _beside(target, "new")
    with told_as_write_errors(fresh, target):
        fresh.mkdir()
        try:
            yield fresh
            _finish(fresh, target)
            _put(fresh, target, swap)
        finally:
            # What cannot be removed now is tried again when the next build starts.
            shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def building(
    target: Path,
    say: Callable[[str], None] = print,
    swap: Callable[[Path, Path], bool] = exchange,
) -> Iterator[Path]:
    """A `turn` that builds in any case: gives an empty folder, which is in the place of `target` at the end."""
    with turn(target, say), replacing(target, swap) as fresh:
        yield fresh


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}-{os.getpid()}")


def _left(target: Path, what: str) -> list[Path]:
    return sorted(target.parent.glob(f".{target.name}.{what}-*"))


def _recover(target: Path) -> None:
    """Undo what a killed build left: half of a fallback's two renames, and folders beside the output."""
    old = _left(target, "old")
    if old and not target.exists():
        old.pop().rename(target)
    for folder in (*old, *_left(target, "new")):
        shutil.rmtree(folder, ignore_errors=True)


def _check(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise SettingError(
            f"OUTPUT_PATH: expected a folder, found the file {target}; remove it or choose another"
        )
    if not (target / MARKER).is_file() and any(target.iterdir()):
        raise SettingError(
            f"OUTPUT_PATH: expected {target} to be empty or made by Daybook, found files of something else, "
            "which a build would remove; empty it or choose another folder"
        )


def _finish(fresh: Path, target: Path) -> None:
    (fresh / MARKER).write_text(MARKED, encoding="utf-8")
    if target.exists():
        shutil.copymode(target, fresh)


def _put(fresh: Path, target: Path, swap: Callable[[Path, Path], bool]) -> None:
    if not target.exists():
        fresh.rename(target)
    elif not swap(fresh, target):
        _two_renames(fresh, target)


def _two_renames(fresh: Path, target: Path) -> None:
    """For a system that cannot exchange: a kill between the two is mended by `_recover` of the next build."""
    old = _beside(target, "old")
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
