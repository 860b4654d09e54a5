"""Canonical JSON and its hash: equal values give equal bytes, in any program (RFC 8785 for text and whole numbers)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

HASH = "sha256"
"""The member of an object that holds the object's own hash."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(value: object) -> bytes:
    """Sorted keys, UTF-8, no white space. Half a surrogate pair, which UTF-8 cannot hold, is a question mark."""
    return _encode(value).encode("utf-8", "replace")


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def seal(row: Mapping[str, Any]) -> str:
    """The hash of an object over all of it but the hash itself."""
    return sha256(canonical({key: value for key, value in row.items() if key != HASH}))


def sealed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The object with its hash in it."""
    return {**row, HASH: seal(row)}
