"""Stamps of files: equal stamps mean the same bytes, without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change of the bytes, and of the entry (nanoseconds)."""


def stamp(path: Path | str) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  # a path less to parse
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def tree(root: Path) -> dict[str, Stamp]:
    """The stamps of all files below a folder, by their paths in it; empty where there is none. Python's own caches are left out."""
    return dict(_walk(str(root), ""))


def _walk(folder: str, below: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.is_dir():
            if entry.name == "__pycache__":
                continue
            yield from _walk(entry.path, f"{name}/")
        elif found := stamp(entry.path):
            yield name, found


def print_of(parts: Iterable[object]) -> str:
    """A short text that stands for values which `repr` tells apart."""
    made = blake2b(digest_size=20)
    for part in parts:
        made.update(repr(part).encode("utf-8", "surrogatepass"))
        made.update(b"\0")
    return made.hexdigest()
