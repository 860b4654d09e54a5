"""Words by which sentences lean on one another, from `knowledge/briefing.yaml`, by language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml


@cache
def words(lang: str, part: str) -> frozenset[str]:
    """One list of a language (BCP 47); none of a language that the file does not know."""
    return frozenset(_file().get(lang.partition("-")[0].lower(), {}).get(part, ()))


@cache
def begins(lang: str, part: str) -> re.Pattern[str]:
    """One of a list's words or phrases at the beginning of a text, in any case."""
    return re.compile(rf"(?:{_alternatives(words(lang, part))})\b", re.IGNORECASE)


@cache
def holds(lang: str, part: str) -> re.Pattern[str]:
    """One of a list's words or phrases anywhere."""
    return re.compile(rf"\b(?:{_alternatives(words(lang, part))})\b", re.IGNORECASE)


def _alternatives(known: frozenset[str]) -> str:
    ordered = sorted(known, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered) or r"(?!)"


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    text = (files("daybook") / "knowledge" / "briefing.yaml").read_text(encoding="utf-8")
    known: dict[str, dict[str, list[str]]] = yaml.load(
        text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return known
