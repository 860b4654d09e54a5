"""Capitals, whose names stand for their governments as well."""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parent.parent / "knowledge" / "capitals.yaml"


@functools.cache
def capitals() -> frozenset[str]:
    """Ids of the towns."""
    return frozenset(
        f"gn:{number}"
        for number in yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).values()
    )
