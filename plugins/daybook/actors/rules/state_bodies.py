"""Ministries, general staffs, central banks: bodies that every state has, named by pattern."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from daybook.actors.countries import Country, owner_at, owner_before
from daybook.actors.knowledge import demonyms, load
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene

FORCES = frozenset({"military", "army", "forces"})
"""Between a state and its body: the Ruritanian military's General Staff."""


def find(scene: Scene) -> Iterator[Found]:
    """Each body of a state; one whose state is not said takes that of the last of its kind, that of the capital which
    the article is written in where it has no other of its kind, or none."""
    found = [(line, *body) for line in scene.lines for body in _bodies(line)]
    foreign = {pattern for _, _, _, pattern, state in found if state}
    last: dict[str, Country] = {}
    for line, first, end, pattern, state in found:
        if state:
            last[pattern] = state
        owner = state or last.get(pattern) or (None if pattern in foreign else scene.home)
        name = _named(pattern, owner)
        if name:
            start, stop = line.tokens[first][1], line.end(end - 1)
            tagged = scene.names.covering(start, stop)
            if state and tagged and tagged.label == "organisation" and tagged.end == stop:
                start = tagged.start  # the tagger counts the state into the name
            elif pattern.startswith("{adj}") and "Ministry" not in pattern:
                start = min(start, line.tokens[_with_demonym(line.words, first)][1])
            country = owner.iso if owner else None
            yield Found(start, stop, "organisation", name, "state-body", country)


def _bodies(line: Line) -> Iterator[tuple[int, int, str, Country | None]]:
    """First word, word behind the last, pattern of the canonical name, state where said."""
    for first, word in enumerate(line.words):
        if not word[0].isupper():
            continue
        for end, pattern in (_ministry(line.words, first), _organ(line.words, first)):
            if pattern:
                before = owner_before(line.words, _skip_forces(line.words, first))
                behind = _owner_behind(line.words, end)
                state = before or behind
                yield first, behind[1] if behind and not before else end, pattern, state[0] if state else None


def _with_demonym(words: tuple[str, ...], first: int) -> int:
    """Where the demonym before a body begins, which is part of its name: `Sampletonian Red Cross`."""
    before = owner_before(words, first)
    return before[1] if before and words[first - 1].lower() in demonyms() else first


def _owner_behind(words: tuple[str, ...], end: int) -> tuple[Country, int] | None:
    """The country behind `of` or `of the`, and the word behind it."""
    if words[end : end + 1] != ("of",):
        return None
    return owner_at(words, end + 2 if words[end + 1 : end + 2] == ("the",) else end + 1)


def _skip_forces(words: tuple[str, ...], first: int) -> int:
    if first > 2 and words[first - 1] == "'s" and words[first - 2] in FORCES:
        return first - 3 if words[first - 3] == "armed" else first - 2
    return first


def _ministry(words: tuple[str, ...], first: int) -> tuple[int, str]:
    """`Defence Ministry` or `Ministry of Defence` at `first`: the word behind it and the canonical pattern."""
    portfolios = load("state_bodies")["portfolios"]
    heads = words[first : first + 2]
    if heads == ("Ministry", "of") or heads == ("Ministry", "for"):
        for length in (2, 1):
            found = portfolios.get(" ".join(words[first + 2 : first + 2 + length]).lower())
            if found:
                return first + 2 + length, f"{{adj}} Ministry of {found}"
    for length in (2, 1):
        found = portfolios.get(" ".join(words[first : first + length]).lower())
        if found and words[first + length : first + length + 1] == ("Ministry",):
            return first + length + 1, f"{{adj}} Ministry of {found}"
    return first, ""


def _organ(words: tuple[str, ...], first: int) -> tuple[int, str]:
    if words[first : first + 2] in (("Central", "Bank"), ("National", "Bank")):
        return first + 2, "central bank" if words[first] == "Central" else ""
    for organ, pattern in _organs().get(words[first], ()):
        if words[first : first + len(organ)] == organ:
            return first + len(organ), pattern
    return first, ""


@cache
def _organs() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for organ, pattern in load("state_bodies")["organs"].items():
        words = tuple(organ.split())
        found.setdefault(words[0], []).append((words, pattern))
    return {first: sorted(known, key=lambda organ: -len(organ[0])) for first, known in found.items()}


def _named(pattern: str, owner: Country | None) -> str:
    """The canonical name; a ministry or office of an unknown state keeps its portfolio, any other body is not named."""
    if owner is None:
        if pattern.startswith("Office of"):
            return pattern.removesuffix(" of {of}")
        return pattern.removeprefix("{adj} ") if "Ministry" in pattern else ""
    if pattern == "central bank":
        banks: dict[str, str] = load("state_bodies")["central_banks"]
        return banks.get(owner.iso, f"Central Bank of {owner.of}")
    return pattern.format(adj=owner.adjective, of=owner.of)
