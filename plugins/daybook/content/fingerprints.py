"""What the machine last wrote, entry by entry, so that a person's edit is told from it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date

_PART = re.compile(r"body(?: [0-9a-f]{8})+|(?:(?:place|actor) )?[^\s,]+ [0-9a-f]{8}")
_KEPT = 1 << 14
_known: dict[str, str] = {}
_ENCODER = json.JSONEncoder(sort_keys=True, default=str)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """First eight hex digits of the SHA-256 of each entry as the machine last wrote it."""

    entries: dict[str, str] = field(default_factory=dict)
    """By `title`, `date`, `source.outlet`, `place gn:703448`, `actor volodymyr-zelenskyy` and the like."""
    body: tuple[str, ...] = ()
    """One a paragraph."""
    whole: str = ""
    """Of the body as the machine had it last, whatever a person made of it."""


def fingerprint(entry: object) -> str:
    """Of any value of the front matter, or a paragraph. The order of an entry's keys makes no difference."""
    if entry is None:
        return _NULL
    return _repeated(repr(entry), entry) if isinstance(entry, dict | date) else _of(entry)


def _of(entry: object) -> str:
    return hashlib.sha256(_ENCODER.encode(entry).encode()).hexdigest()[:8]


_NULL = _of(None)


def _repeated(written: str, entry: object) -> str:
    """Of an entry that many articles have alike, such as a place or a day."""
    if written not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        _known[written] = _of(entry)
    return _known[written]


def to_line(prints: Fingerprints) -> str:
    """All on one line: `title 1f0c2a9b, place gn:703448 dd80e7c4, body 8c1d22e5 802077f9, whole 354c9799`."""
    parts = [f"{key} {value}" for key, value in prints.entries.items()]
    if prints.body:
        parts.append(" ".join(("body", *prints.body)))
    if prints.whole:
        parts.append(f"whole {prints.whole}")
    return ", ".join(parts)


def from_line(line: str) -> Fingerprints:
    """What `to_line` wrote. Raises ValueError, whose text is what was found instead."""
    entries: dict[str, str] = {}
    body: tuple[str, ...] = ()
    for part in line.split(", ") if line else ():
        if not _PART.fullmatch(part):
            raise ValueError(repr(part)[:60])
        key, _, value = part.rpartition(" ")
        if part.startswith("body "):
            key, *prints = part.split(" ")
            body = tuple(prints)
        if key in entries:
            raise ValueError(f"{key!r} twice")
        entries[key] = value
    entries.pop("body", None)
    return Fingerprints(entries, body, entries.pop("whole", ""))
