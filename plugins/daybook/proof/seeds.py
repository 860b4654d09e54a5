"""Seeds' bytes against the SHA-256 that their articles bear."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from daybook.format import count
from daybook.proof.faults import GONE, fault
from daybook.read import files
from daybook.read.formats.jsonl import MAX_TOTAL
from daybook.values import Problem

_LINE = re.compile(r"(?P<file>.+\.jsonl(?:\.gz)?)(?:#.*|:\d+)", re.IGNORECASE | re.DOTALL)


def container(path: str) -> str:
    """The file of many articles that a seed's path is a line of; empty for a file of one."""
    found = _LINE.fullmatch(path)
    return found["file"] if found else ""


class Wanted(NamedTuple):
    """A line that a file of many has to hold."""

    article: str
    """Path of the article's file."""
    seed: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads a file of many articles; a class, so that it can be handed to another process."""

    seeds: Path

    def __call__(self, work: tuple[str, tuple[Wanted, ...]]) -> tuple[Problem, ...]:
        name, wanted = work
        try:
            held = frozenset(_hashes(self.seeds / name))
        except (OSError, EOFError, zlib.error) as error:
            found = f"{type(error).__name__}, and {count(len(wanted), 'article')} made of it"
            return (fault(name, GONE, "the seeds that were ingested", found, "put it back; its articles stay, unproven"),)  # fmt: skip
        return tuple(
            changed(each.seed, each.sha256, "no line of that hash")
            for each in wanted
            if each.sha256 not in held
        )


def one(seeds: Path, name: str, sha256: str) -> bytes | Problem:
    """The bytes of a file of one article, or why they are not what was ingested."""
    path = seeds / name
    if not path.resolve().is_relative_to(seeds.resolve()):
        return changed(name, sha256, "a path out of the folder of seeds")
    data = files.read(path, name)
    if isinstance(data, Problem):
        return gone(name, sha256, data.found)
    found = hashlib.sha256(data).hexdigest()
    return data if found == sha256 else changed(name, sha256, found)


def changed(name: str, sha256: str, found: str) -> Problem:
    return fault(name, "seed", f"the bytes that were ingested (SHA-256 {sha256})", found, "restore it from where it is kept, or run daybook ingest if the change is meant")  # fmt: skip


def gone(name: str, sha256: str, found: object) -> Problem:
    return fault(name, GONE, f"the seed that was ingested (SHA-256 {sha256})", str(found), "put it back; its article stays, unproven")  # fmt: skip


def _hashes(path: Path) -> Iterator[str]:
    files_of = gzip.open if path.name.lower().endswith(".gz") else open
    with files_of(path, "rb") as file:
        yield from (hashlib.sha256(line).hexdigest() for line in _lines(file))


def _lines(file: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    total = 0
    while total <= MAX_TOTAL and (line := file.readline(files.MAX_BYTES + 1)):
        total += len(line)
        yield line.rstrip(b"\r\n")
