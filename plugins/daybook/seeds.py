"""What lies in seeds/, each file read again only where its entry in the folder has changed, or what it says is not kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from daybook import read
from daybook.memory import SETTLED, Marks, mark
from daybook.read import sidecar
from daybook.shelf import Shelf, key
from daybook.values import Problem, RawArticle


@dataclass(frozen=True, slots=True)
class Seed:
    """One article in seeds/, by what tells it from others."""

    path: str
    """As in `RawArticle`, and the next."""
    sha256: str
    key: bytes
    """Of all that was read of it, what a sidecar states included."""
    raw: RawArticle | None = None
    """None where what it says is kept."""


@dataclass(frozen=True, slots=True)
class _File:
    """One file of seeds/, as it was read."""

    marks: tuple[Marks | None, ...]
    """Its own, and its sidecars'."""
    found: tuple[Seed, ...]
    problems: tuple[Problem, ...]


_PACK = msgspec.msgpack.Encoder()
_FILE = msgspec.msgpack.Decoder(_File)


def seed(raw: RawArticle) -> Seed:
    """A raw article with its key."""
    return Seed(raw.path, raw.sha256, key(_PACK.encode(raw)), raw)


def gather(
    seeds: Path, files: Shelf, kept: Callable[[bytes], bool], program: str
) -> tuple[list[Seed], list[Problem]]:
    """All articles of a folder, sorted by file, and why others are none. Of a key that is `kept` the words are not needed."""
    held = dict(files.read())
    wanted, new = set[bytes](), list[tuple[bytes, bytes]]()

    def look(path: Path, name: str) -> Iterator[_File]:
        at = key(program.encode(), name.encode("utf-8", "replace"))
        marks = tuple(mark(each) for each in (path, *sidecar.paths_beside(path)))
        wanted.add(at)
        known = _decoded(held.get(at))
        if known and known.marks == marks and all(kept(each.key) for each in known.found):
            yield known
            return
        read = _read(path, name, marks, kept)
        if max(each[1] for each in marks if each) < time.time_ns() - SETTLED:
            new.append((at, _PACK.encode(replace(read, found=tuple(replace(s, raw=None) for s in read.found)))))
        yield read

    found, problems = list[Seed](), list[Problem]()
    for each in read.each(seeds, look):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            found += each.found
            problems += each.problems
    files.add(new)
    files.tidy(wanted)
    return found, problems


def _decoded(value: bytes | None) -> _File | None:
    if value is None:
        return None
    try:
        return _FILE.decode(value)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _read(
    path: Path, name: str, marks: tuple[Marks | None, ...], kept: Callable[[bytes], bool]
) -> _File:
    """A file read from its beginning to its end; what is kept of it leaves its words behind at once."""
    found, problems = list[Seed](), list[Problem]()
    for each in read.one(path, name):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            made = seed(each)
            found.append(replace(made, raw=None) if kept(made.key) else made)
    return _File(marks, tuple(found), tuple(problems))
