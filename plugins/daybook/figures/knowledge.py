"""Words of numbers, and of what they count, from `knowledge/figures.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(part: str) -> frozenset[str]:
    """One list of the file, or the keys of one of its tables."""
    return frozenset(_file()[part])


@cache
def table(part: str) -> dict[str, Any]:
    """One table of the file."""
    found: dict[str, Any] = _file()[part]
    return found


@cache
def inverted(part: str) -> dict[str, str]:
    """By each word of a table of lists, its key; the first one where several have it."""
    found: dict[str, str] = {}
    for key, listed in _file()[part].items():
        for word in listed:
            found.setdefault(word, key)
    return found


@cache
def unverified() -> re.Pattern[str]:
    """What says that nobody could prove a number."""
    return re.compile("|".join(rf"\b{each}\b" for each in _file()["unverified"]), re.IGNORECASE)


def alternatives(known: Iterable[str]) -> str:
    """A pattern of any of them, the longest first, with any white space between words."""
    ordered = sorted(known, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered)


@cache
def _file() -> dict[str, Any]:
    text = (files("daybook") / "knowledge" / "figures.yaml").read_text(encoding="utf-8")
    known: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return known
