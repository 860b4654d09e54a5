"""Persons within one article: a surname alone is the last person who was named in full with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from daybook.actors.folding import fold
from daybook.actors.knowledge import load
from daybook.actors.scene import Found


@dataclass(slots=True)
class _Known:
    """Persons named in full so far."""

    by_tail: dict[str, str] = field(default_factory=dict)
    """The last person named in full, by each fold of the words behind the given name."""
    by_head: dict[str, set[str]] = field(default_factory=dict)
    """Persons by the fold of the first word."""
    by_ends: dict[tuple[str, str], str] = field(default_factory=dict)
    """Persons by first and last word: a middle name makes no other man."""


def resolve(found: Sequence[Found]) -> list[Found]:
    """Every person with the canonical name of the article: the name in full, as first met.

    Two passes: the first hears the whole article, so that a headline's surname finds the name in full below it.
    """
    everyone = _Known()
    for person in found:
        if person.kind == "person":
            _canonical(person.name, everyone)
    later, known = everyone, _Known()
    out = []
    for person in found:
        if person.kind == "person":
            name = _canonical(person.name, known)
            if len(name.split()) == 1:
                name = _canonical(name, later)
            person = replace(person, name=name)
        out.append(person)
    return out


def _canonical(name: str, known: _Known) -> str:
    words = bare(name).split()
    if not words:
        return name
    folded = [fold(word) for word in words]
    whole = " ".join(folded)
    if whole in known.by_tail:
        return known.by_tail[whole]
    if len(words) == 1:
        heads = known.by_head.get(whole, set())
        return next(iter(heads)) if len(heads) == 1 else words[0]
    full = known.by_ends.setdefault((folded[0], folded[-1]), " ".join(words))
    known.by_head.setdefault(folded[0], set()).add(full)
    for first in range(1, len(words)):
        known.by_tail[" ".join(folded[first:])] = full
    return full


def bare(name: str) -> str:
    """The name without courtesy titles before it and marks around it."""
    words = name.strip(" ,;:\"'“”‘’()").split()
    courtesy = load("titles")["courtesy"]
    while len(words) > 1 and words[0].lower() in courtesy:
        words = words[1:]
    return " ".join(words)
