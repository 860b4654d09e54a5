"""Verbs of saying and the words around them, from `knowledge/saying.yaml`, as sets and patterns."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

import yaml


@cache
def words(part: str) -> frozenset[str]:
    """One list of the file."""
    return frozenset(_file()[part])


@cache
def verbs() -> re.Pattern[str]:
    """Every verb of saying, and `according to`."""
    known = sorted(words("strong") | words("weak"), key=lambda word: (word[0], -len(word), word))
    letters = (
        f"{letter}(?:{'|'.join(word[1:] for word in group)})"
        for letter, group in groupby(known, itemgetter(0))
    )
    return re.compile(rf"\b(?:{'|'.join(letters)}|[Aa]ccording\s+to)\b")


@cache
def needs_that() -> frozenset[str]:
    """Verbs that no clause before them makes one of saying."""
    return words("participles") | words("quoting")


@cache
def hearers() -> re.Pattern[str]:
    """What those who are told go on with: ` radio station`, of `a Lastova radio station`."""
    nouns = "|".join(sorted(words("hearers")))
    clause = "that|the|an?|his|her|its|their|this|these|he|she|it|they|we|i|there|no|all|some"
    return re.compile(rf"(?:\s+(?!(?:{clause})\b)[\w’'.-]+){{0,3}}?\s+(?:{nouns})s?\b(?!['’])", re.IGNORECASE)


@cache
def occasion() -> re.Pattern[str]:
    """When, where and by what means something was said: ` on Monday`, ` in a statement`."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    parts = (
        rf"(?:(?:late|early|on|last)\s+)*{day}(?:\s+(?:morning|afternoon|evening|night))?",
        r"(?:earlier\s+|late\s+|early\s+)?(?:today|yesterday|tonight)",
        r"(?:earlier|later|afterwards)(?:\s+(?:this|that|in the)\s+\w+)?",
        r"(?:last|this)\s+(?:week|month|year|night|morning)",
        rf"(?:in|at|during|on|by|from|via|through|after)\s+(?:\S+\s+){{0,3}}?(?:{'|'.join(sorted(words('occasions')))})\b(?:\s+here)?",
        r"here|in\s+(?:19|20)\d\d",
    )
    return re.compile(rf"\s*,?\s+(?:{'|'.join(parts)})\b(?!['’]s)")


@cache
def _file() -> dict[str, list[str]]:
    text = (files("daybook") / "knowledge" / "saying.yaml").read_text(encoding="utf-8")
    known: dict[str, list[str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return known
