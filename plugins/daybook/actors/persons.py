"""Persons within one article: a surname alone is the last person who was named in full with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from daybook.actors.folding import fold
from daybook.actors.forms import alike, proper
from daybook.actors.knowledge import load
from daybook.actors.scene import Found, Scene
from daybook.content.apart import Apart


@dataclass(slots=True)
class _Known:
    """Persons named in full so far."""

    by_tail: dict[str, list[str]] = field(default_factory=dict)
    """Persons named in full, by each fold of the words behind the given name."""
    by_head: dict[str, set[str]] = field(default_factory=dict)
    """Persons by the fold of the first word."""
    by_ends: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Persons by first and last word: a middle name makes no other man, but two that differ do."""


def resolve(scene: Scene, found: Sequence[Found], apart: Apart) -> list[Found]:
    """Every person with the canonical name of the article: the name in full, as first met.

    A person of the archive's own list goes by the name that the list has, whatever the article's surname is read by.
    No name becomes one that people keep apart from it. Two passes: the first hears the whole article, so that a headline's surname finds the name in full below it.
    """
    later, known = _Known(), _Known()
    listed: dict[str, Found] = {}
    for person in found:
        if person.kind == "person":
            here = _here(scene, person)
            name = _canonical(here, later, apart)
            if person.id and (" " in here or name == here):
                listed.setdefault(name, person)
    out = []
    for person in found:
        if person.kind == "person":
            name = _canonical(_here(scene, person), known, apart)
            if len(name.split()) == 1:
                name = _canonical(name, later, apart)
            if not person.id:
                entry = listed.get(name)
                person = (
                    replace(person, name=entry.name, id=entry.id) if entry else replace(person, name=name)
                )
        out.append(person)
    return out


def _here(scene: Scene, person: Found) -> str:
    """The name as the article has it."""
    return bare(" ".join(scene.layer[person.start : person.end].split())) if person.id else person.name


def _canonical(name: str, known: _Known, apart: Apart) -> str:
    words = bare(name).split()
    if not words:
        return name
    own = " ".join(words)
    folded = [fold(word) for word in proper(own).split()]
    whole = " ".join(folded)
    named = _free(own, reversed(known.by_tail.get(whole, ())), apart)
    if named:
        return named
    if len(words) == 1:
        heads = known.by_head.get(whole, set())
        return _free(own, heads, apart) or own if len(heads) == 1 else own
    same = known.by_ends.setdefault((folded[0], folded[-1]), [])
    full = _free(own, (person for person in same if alike(own, person)), apart)
    if full is None:
        full = own
        same.append(own)
    known.by_head.setdefault(folded[0], set()).add(full)
    for first in range(1, len(words)):
        tail = known.by_tail.setdefault(" ".join(folded[first:]), [])
        if tail[-1:] != [full]:
            tail.append(full)
    return full


def _free(name: str, persons: Iterable[str], apart: Apart) -> str | None:
    """The first person whom people do not keep apart from the name."""
    return next((person for person in persons if not apart.keeps_names(name, person)), None)


def bare(name: str) -> str:
    """The name without courtesy titles before it and marks around it."""
    words = name.strip(" ,;:\"'“”‘’()").split()
    courtesy = load("titles")["courtesy"]
    while len(words) > 1 and words[0].lower() in courtesy:
        words = words[1:]
    return " ".join(words)
