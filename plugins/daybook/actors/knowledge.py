"""The actors' knowledge files, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from daybook.actors.folding import plain_fold


@cache
def load(name: str) -> Any:
    """A YAML file of knowledge/, by name without suffix."""
    text = (files("daybook") / "knowledge" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def role_words() -> frozenset[str]:
    """Words that stand in a stated role, and tell of one (`titles.yaml`)."""
    return frozenset(
        word
        for part, words in load("titles").items()
        if part not in ("within", "untrained")
        for word in words
    )


@cache
def role_modifiers() -> frozenset[str]:
    """Words that widen a stated role and are none alone."""
    return frozenset([*load("titles")["modifiers"], *load("titles")["within"]])


@cache
def role_heads() -> frozenset[str]:
    """Words that say what a person is, alone or at the end of a role: `minister`, `colonel`, `painter`."""
    return frozenset(
        word for part in ("head", "military", "royal", "work", "untrained") for word in load("titles")[part]
    )


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that end or head a body's name (`names.yaml`)."""
    return frozenset(word for words in load("names")["body_nouns"].values() for word in words)


@cache
def company_suffixes() -> frozenset[str]:
    """Forms of companies behind their names: `Inc`, `GmbH`, `S.p.A.`."""
    return frozenset(load("names")["company_suffixes"])


@cache
def legal_forms() -> frozenset[str]:
    """The same, folded as names are compared."""
    return frozenset(plain_fold(form) for form in company_suffixes()) - {""}


@cache
def calendar(part: str) -> frozenset[str]:
    """English `months` or `weekdays` with their short forms, capitalised (`calendar.yaml`)."""
    return frozenset(word.capitalize() for names in load("calendar")["en"][part] for word in names.split())


@cache
def demonyms() -> dict[str, str]:
    """Country code by demonym in lower case (`countries.yaml`); a demonym of two countries is left out."""
    found: dict[str, str | None] = {}
    for country in load("countries"):
        for word in country["demonyms"]:
            found[word.lower()] = country["iso"] if word.lower() not in found else None
    return {word: code for word, code in found.items() if code}
