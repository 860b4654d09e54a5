"""The bodies of the world (`knowledge/bodies.yaml`), by the words of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from daybook.actors.folding import plain_fold
from daybook.actors.knowledge import load
from daybook.actors.tokens import words_of


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that news of any year speaks of."""

    name: str
    country: str | None
    near: frozenset[str]
    """Words that support a weak name in the same sentence."""
    unless: frozenset[str]
    """Words that deny a weak name when they stand right beside it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a body."""

    words: tuple[str, ...]
    body: Body
    weak: bool


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Forms by first word, longest first."""
    found: dict[str, dict[tuple[str, ...], Form]] = {}
    for form in _forms():
        found.setdefault(form.words[0], {}).setdefault(form.words, form)
    return {
        first: tuple(sorted(by.values(), key=lambda form: -len(form.words))) for first, by in found.items()
    }


@cache
def shouted_forms() -> dict[str, tuple[Form, ...]]:
    """Forms as a headline in capitals prints them: of two words or more, or decisive and of four letters or more."""
    found: dict[str, list[Form]] = {}
    for form in (form for by in forms().values() for form in by):
        if len(form.words) > 1 or (not form.weak and len(form.words[0]) > 3):
            words = tuple(word.upper() for word in form.words)
            found.setdefault(words[0], []).append(Form(words, form.body, form.weak))
    return {first: tuple(sorted(by, key=lambda form: -len(form.words))) for first, by in found.items()}


def is_of_many(name: str) -> bool:
    """Whether a name that says no state is borne by bodies of many: `Ministry of Finance`, `Central Bank`, `Commission`."""
    words = plain_fold(name).split()
    return words[:2] == ["ministry", "of"] or all(word in _common_words() for word in words)


@cache
def _common_words() -> frozenset[str]:
    names = load("names")
    return frozenset([*names["body_nouns"]["government"], *names["common_bodies"]])


@cache
def world_names() -> frozenset[tuple[str, ...]]:
    """Every decisive name of a body, its words in capitals."""
    return frozenset(
        tuple(map(str.upper, form.words)) for by in forms().values() for form in by if not form.weak
    )


@cache
def full_forms() -> dict[str, tuple[frozenset[str], ...]]:
    """The words, folded, of each known body's names of two words or more, by every name of it that is one word."""
    bodies: dict[str, tuple[set[str], set[frozenset[str]]]] = {}
    for form in _forms():
        short, full = bodies.setdefault(form.body.name, (set(), set()))
        if len(form.words) == 1:
            short.add(form.words[0])
        else:
            full.add(frozenset(plain_fold(" ".join(form.words)).split()))
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for short, full in bodies.values():
        for each in sorted(short):
            found[each] = (*found.get(each, ()), *sorted(full, key=sorted))
    return found


def _forms() -> Iterator[Form]:
    for entry in load("bodies"):
        body = Body(
            entry["name"],
            entry.get("country"),
            frozenset(entry.get("near", ())),
            frozenset(entry.get("unless", ())),
        )
        weak = entry.get("weak", [])
        for name in (entry["name"], *entry.get("also", ()), *weak):
            words = words_of(name)
            if len(words) > 1 and words[0] == "The":
                yield Form(words[1:], body, name in weak)
            yield Form(words, body, name in weak)
