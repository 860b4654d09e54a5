"""Stamps of files and prints of values: where they are equal, so are the bytes and the values."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

Stamp = tuple[int, int, int, int]
"""Size in bytes, time of the last change of the bytes and of the entry (nanoseconds), inode."""

SETTLED = 20_000_000
"""Nanoseconds; a file that is changed again later than that after a change bears another time."""
SIZE = 16
"""Bytes of a print."""


def stamp(path: Path | str) -> Stamp | None:
    """The stamp of a file, or of the file that a link leads to; of anything else its own. None where there is nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116  # a path less to parse
    except OSError:
        found = None
    try:
        if found is None or not S_ISREG(found.st_mode):
            found = os.lstat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def tree(root: Path, *, linked: bool = False) -> dict[str, Stamp]:
    """The stamps of all that lies below a folder and is none, by paths in it, sorted folder by folder; empty where there is none.

    Where `linked`, what lies in folders that links lead to is there as well.
    """
    found: dict[str, Stamp] = {}
    _walk(str(root), "", (os.path.realpath(root),) if linked else (), found)
    return found


def settled(stamps: Iterable[Stamp]) -> None:
    """Wait until whatever is changed in these files from now on gives them another time."""
    wait = max((each[2] for each in stamps), default=0) + SETTLED - time.time_ns()
    if 0 < wait <= SETTLED:
        time.sleep(wait / 1e9)


def print_of(*parts: object) -> bytes:
    """The print of values that `repr` tells apart."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _walk(folder: str, below: str, above: tuple[str, ...], found: dict[str, Stamp]) -> None:
    """`above` are the folders on the way here, where links are followed: one that leads back to them is not."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            _walk(entry.path, f"{name}/", above, found)
        elif above and entry.is_dir() and (real := os.path.realpath(entry.path)) not in above:
            _walk(entry.path, f"{name}/", (*above, real), found)
        elif seen := stamp(entry.path):
            found[name] = seen
