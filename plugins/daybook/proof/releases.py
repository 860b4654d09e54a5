"""content/register/releases.jsonl: what the archive was at each release, in one hash that rests on the release before.

The root of a release is the SHA-256 of lines: the SHA-256 of the release before it (64 zeros for the first), then `<SHA-256>  <path>`
for each file of an article and its evidence, and for the record of each day, sorted by path. Lines are only ever added; each bears the
SHA-256 of all that it says.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import msgspec

from daybook.content import files, records
from daybook.errors import SettingError, WriteError
from daybook.proof.canonical import seal, sha256
from daybook.site import addresses
from daybook.site.days import iso_day

NAME = "register/releases.jsonl"
FIRST = "0" * 64
"""Stands before the first release."""
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Release:
    """One line."""

    root: str
    before: str
    """The SHA-256 of the line before."""
    articles: int
    days: int
    until: str
    """The last day that the archive covers, or the newest that it has; ISO, empty for none."""
    changed: dict[str, str | None]
    """The SHA-256 of the record of each day that is new or another one since the release before; null for a day that is no more."""
    date: str = ""
    """Of the release, where a person gave it."""
    sha256: str = ""
    """Of the canonical JSON of all the rest of the line; empty in lines of before there was one."""

    @property
    def row(self) -> dict[str, object]:
        """As it is written, what is empty left out."""
        return {key: value for key, value in asdict(self).items() if value != ""}


@dataclass(frozen=True, slots=True)
class State:
    """An archive as it is."""

    files: Mapping[str, str] = field(repr=False)
    """SHA-256 by path below content/."""
    days: Mapping[str, str]
    """SHA-256 of each day's record, by ISO day."""
    articles: int
    until: str

    def root(self, before: str) -> str:
        """Its root behind another one."""
        rows = {addresses.record(day): hash for iso, hash in self.days.items() if (day := iso_day(iso))}
        lines = (f"{hash}  {path}\n" for path, hash in sorted({**self.files, **rows}.items()))
        return sha256(f"{before}\n{''.join(lines)}".encode())


def read(content: Path) -> tuple[Release, ...]:
    """All releases, oldest first. Raises SettingError for a file that holds anything else."""
    path = content / NAME
    try:
        return tuple(msgspec.convert(row, Release) for _, row in records.from_lines(path))
    except (ValueError, OSError) as error:
        raise SettingError(f"{path}: expected the releases as they were written, found {error}; restore it from git") from None  # fmt: skip


def broken(releases: Iterable[Release]) -> list[tuple[int, str, str]]:
    """Lines that do not follow from the one before: number, expected, found."""
    before, is_sealed, found = FIRST, False, list[tuple[int, str, str]]()
    for number, each in enumerate(releases, 1):
        is_sealed = is_sealed or bool(each.sha256)  # lines of before there were such hashes stay as they are
        if each.before != before:
            found.append((number, before, each.before))
        if not _HASH.fullmatch(each.root):
            found.append((number, "a SHA-256", each.root))
        if is_sealed and (own := seal(each.row)) != each.sha256:
            found.append(
                (number, f"what the line's own SHA-256 is of, {each.sha256 or 'which it lacks'}", own)
            )
        before = each.sha256 or each.root
    return found


def days(releases: Iterable[Release]) -> dict[str, str]:
    """The records of days as the last release had them."""
    held: dict[str, str] = {}
    for each in releases:
        for day, hash in each.changed.items():
            if hash is None:
                held.pop(day, None)
            else:
                held[day] = hash
    return held


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str | None]:
    """The days whose records differ, with what they are now."""
    return {
        day: now.get(day) for day in sorted(before.keys() | now.keys()) if before.get(day) != now.get(day)
    }


def is_new(releases: tuple[Release, ...], state: State) -> bool:
    """Whether the archive is not what the last release had."""
    return not releases or state.root(releases[-1].before) != releases[-1].root


def add(content: Path, state: State, date: str = "") -> Release | None:
    """Add a line for what the archive is; None where it is what the last release had. Raises WriteError."""
    held = read(content)
    if not is_new(held, state):
        return None
    before = (held[-1].sha256 or held[-1].root) if held else FIRST
    made = Release(state.root(before), before, state.articles, len(state.days), state.until, changed(days(held), state.days), date)  # fmt: skip
    made = replace(made, sha256=seal(made.row))
    _append(files.below(content, NAME), records.dumps(made.row).encode() + b"\n")
    return made


def _append(path: Path, line: bytes) -> None:
    """At the end; what is there is not touched."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise WriteError(f"{path}: expected to write here, found: {error.strerror}; free space or mend the permissions, then run again") from error  # fmt: skip
