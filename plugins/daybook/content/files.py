"""Writing below content/: in whole files only, and only where bytes differ."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from daybook.errors import WriteError

LONGEST_PATH = 120
"""Bytes of a path below content/: leaves room for a checkout's own path where a system allows 260 in all."""


def below(root: Path, relative: str) -> Path:
    """The file at a path below `root`. ValueError where it would lie outside, is not ASCII or is too long."""
    parts = relative.split("/")
    if not relative.isascii() or len(relative) > LONGEST_PATH or any(p in ("", ".", "..") for p in parts):
        raise ValueError(f"not a path below {root.name}/: {relative!r}")
    return root.joinpath(*parts)


def write(path: Path, data: bytes) -> bool:
    """Put the bytes there in one step; a reader sees the old file or the new one. False where they already are.

    Raises WriteError.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name[:100]}.tmp")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refused(path, error) from error
    return True


def move(old: Path, new: Path) -> None:
    """Move a file in one step and leave no empty folder behind. Raises WriteError."""
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.replace(new)
    except OSError as error:
        raise _refused(new, error) from error
    _prune(old.parent)


def remove(path: Path) -> None:
    """Remove a file and the folders that it leaves empty. Raises WriteError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error) from error
    _prune(path.parent)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other ingest and correction out of a folder meanwhile; makes it where it is missing. Raises WriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(folder, error) from error
    if sys.platform == "win32":  # no flock there
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise WriteError(
                f"{folder}: expected no other ingest or correction at work there, found one that holds the lock; wait until it ends"
            ) from error
        yield
    finally:
        os.close(handle)


def _prune(folder: Path) -> None:
    """Remove empty folders of days, months and years, up to `articles/`."""
    while folder.name.isdigit():
        try:
            folder.rmdir()
        except OSError:  # holds something still
            return
        folder = folder.parent


def _refused(path: Path, error: OSError) -> WriteError:
    what = error.strerror or type(error).__name__
    return WriteError(
        f"{path}: expected to write here, found: {what}; free space or mend the permissions, then run again"
    )
