"""What lies in seeds/, each file read again only where its entry in the folder has changed, or what it says is not kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from daybook import read
from daybook.memory import code
from daybook.read import sidecar
from daybook.shelf import Shelf, key
from daybook.stamps import SETTLED, Stamp, stamp
from daybook.values import Problem, RawArticle


@dataclass(frozen=True, slots=True)
class Seed:
    """One article in seeds/, by what tells it from others."""

    path: str
    """As in `RawArticle`, and the next."""
    sha256: str
    key: bytes
    """Of all that was read of it, what a sidecar states included."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that lies in seeds/."""

    seeds: list[Seed]
    """In the order of their files."""
    raws: dict[bytes, RawArticle]
    """By key, those whose words are needed."""
    problems: list[Problem]
    """Why others are none."""


@dataclass(frozen=True, slots=True)
class _File:
    """One file of seeds/, as it was read."""

    stamps: tuple[Stamp | None, ...]
    """Its own, and its sidecars'."""
    seeds: tuple[Seed, ...]
    problems: tuple[Problem, ...]


_PACK = msgspec.msgpack.Encoder()
_FILE = msgspec.msgpack.Decoder(_File)


def seed(raw: RawArticle) -> Seed:
    """A raw article by what tells it from others."""
    return Seed(raw.path, raw.sha256, key(_PACK.encode(raw)))


def gather(seeds: Path, files: Shelf, kept: Callable[[bytes], bool]) -> Gathered:
    """All articles of a folder. `kept` says of a key whether the words are not needed any more."""
    held, program = dict(files.read()), code().encode()
    all_ = Gathered([], {}, [])
    wanted, new = set[bytes](), list[tuple[bytes, bytes]]()

    def look(path: Path, name: str) -> Iterator[_File]:
        at = key(program, name.encode("utf-8", "replace"))
        stamps = tuple(stamp(each) for each in (path, *sidecar.paths_beside(path)))
        wanted.add(at)
        known = _unpacked(held.get(at))
        if known and known.stamps == stamps and all(kept(each.key) for each in known.seeds):
            yield known
            return
        file = _read(path, name, stamps, kept, all_.raws)
        if max((each[2] for each in stamps if each), default=0) < time.time_ns() - SETTLED:
            new.append((at, _PACK.encode(file)))
        yield file

    for each in read.each(seeds, look):
        if isinstance(each, Problem):
            all_.problems.append(each)
        else:
            all_.seeds.extend(each.seeds)
            all_.problems.extend(each.problems)
    files.add(new)
    files.tidy(wanted)
    return all_


def _unpacked(value: bytes | None) -> _File | None:
    """None of what is none."""
    if value is None:
        return None
    try:
        return _FILE.decode(value)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _read(
    path: Path,
    name: str,
    stamps: tuple[Stamp | None, ...],
    kept: Callable[[bytes], bool],
    raws: dict[bytes, RawArticle],
) -> _File:
    """A file read from its beginning to its end; what is kept of it leaves its words behind at once."""
    found, problems = list[Seed](), list[Problem]()
    for each in read.one(path, name):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        found.append(seed(each))
        if not kept(found[-1].key):
            raws[found[-1].key] = each
    return _File(stamps, tuple(found), tuple(problems))
