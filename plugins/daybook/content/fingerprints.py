"""What the machine last wrote, entry by entry, so that a person's edit is told from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field


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
    text = json.dumps(entry, ensure_ascii=True, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
