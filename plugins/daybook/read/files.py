"""Bytes of ordinary files, and of nothing else: a FIFO is never opened, a link never followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from daybook.read.refuse import set_aside
from daybook.values import Problem

MAX_BYTES = 20_000_000
"""Of one article. A news article is a few kilobytes; anything near this is something else."""

_KINDS = (
    (stat.S_ISLNK, "symlink", "a symbolic link"),
    (stat.S_ISFIFO, "fifo", "a named pipe"),
    (stat.S_ISSOCK, "socket", "a socket"),
    (stat.S_ISCHR, "device", "a device"),
    (stat.S_ISBLK, "device", "a device"),
)


def check(path: Path, name: str, limit: int | None = MAX_BYTES) -> Problem | None:
    """Why the file at `path`, reported as `name`, must not be opened; None where it may."""
    try:
        found = path.lstat()
    except OSError as error:
        return unreadable(name, error)
    for test, code, words in _KINDS:
        if test(found.st_mode):
            return set_aside(name, code, "an ordinary file", words, "put a copy of the file itself here")
    if not stat.S_ISREG(found.st_mode):
        return set_aside(name, "not-a-file", "an ordinary file", "something else", "remove it")
    if found.st_size == 0:
        return set_aside(name, "empty", "an article", "an empty file", "fill it, or remove it")
    if limit is not None and found.st_size > limit:
        return _too_big(name, found.st_size)
    return None


def read(path: Path, name: str) -> bytes | Problem:
    """All of an ordinary file of at most MAX_BYTES."""
    problem = check(path, name)
    if problem is not None:
        return problem
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return unreadable(name, error)
    return data if len(data) <= MAX_BYTES else _too_big(name, len(data))


def unreadable(name: str, error: OSError) -> Problem:
    """For a file that the system does not let us read."""
    reason = error.strerror or type(error).__name__
    return set_aside(
        name, "unreadable", "a file that may be read", reason, "mend its permissions, or remove it"
    )


def _too_big(name: str, size: int) -> Problem:
    return set_aside(
        name,
        "too-big",
        f"at most {MAX_BYTES:,} bytes",
        f"{size:,} bytes",
        "split it: one article a file, or .jsonl",
    )
