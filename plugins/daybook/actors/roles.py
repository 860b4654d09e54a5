"""Roles read where they are stated: before the name, before it and a comma, or behind it.

`Ruritanian Foreign Minister Ann Sample` gives "Foreign Minister of Ruritania", `Sampletown's mayor, Ann Sample,`
"Mayor of Sampletown"; other roles keep their words: `ACME spokesman`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from daybook.actors.countries import Country, owner_at, owner_before
from daybook.actors.knowledge import body_nouns, load, role_heads
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene

LONGEST = 8
"""Words of a role at most."""


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is, as the article says."""

    words: str
    country: str | None
    weight: int
    """2 for an office with its owner, 1 for a role with words beside its head, 0 for the head alone."""


@cache
def _within() -> frozenset[str]:
    return role_heads() | frozenset(load("titles")["modifiers"]) | {"-", "co"}


def read_roles(scene: Scene, found: Sequence[Found]) -> dict[int, Role]:
    """Roles by the offset of the mention of a person beside which they stand."""
    bodies = {body.end: body for body in found if body.kind == "organisation"}
    starts = {body.start: body for body in found if body.kind == "organisation"}
    out = {}
    for person in found:
        line, first = scene.at.get(person.start, (None, 0)) if person.kind == "person" else (None, 0)
        if line:
            owners = _Owners(scene, line, bodies, starts)
            role = (
                _before(owners, first)
                or _before_comma(owners, first)
                or _behind(owners, _index_behind(line, first, person.end))
            )
            if role:
                out[person.start] = role
    return out


@dataclass(frozen=True, slots=True)
class _Owners:
    """Finds what a role belongs to: a state, a body, a town."""

    scene: Scene
    line: Line
    by_end: dict[int, Found]
    by_start: dict[int, Found]

    def before(self, number: int) -> Country | str | None:
        """The owner that ends right before word `number`."""
        words = self.line.words
        state = owner_before(words, number)
        if state:
            return state[0]
        stop = number - 1 if number and words[number - 1] == "'s" else number
        if not stop:
            return None
        end = self.line.end(stop - 1)
        body = self.by_end.get(end)
        if body:
            return _with_article(body.name)
        start = self.line.tokens[stop - 1][1]
        return next(
            (
                t.words
                for t in map(self.scene.toponym_at.get, _starts(self.line, stop))
                if t and t.end == end and t.start <= start
            ),
            None,
        )

    def at(self, number: int) -> Country | str | None:
        """The owner that begins at word `number`, `the` left out."""
        words = self.line.words
        number += words[number : number + 1] == ("the",)
        state = owner_at(words, number)
        if state:
            return state[0]
        if number >= len(words):
            return None
        start = self.line.tokens[number][1]
        body, toponym = self.by_start.get(start), self.scene.toponym_at.get(start)
        return _with_article(body.name) if body else toponym.words if toponym else None


def _with_article(body: str) -> str:
    """`the European Commission`, `NATO`, `The Guardian`."""
    words = body.split()
    return f"the {body}" if len(words) > 1 and words[-1].lower() in body_nouns() else body


def _starts(line: Line, stop: int) -> list[int]:
    return [start for _, start in line.tokens[max(0, stop - 4) : stop]]


def _index_behind(line: Line, first: int, offset: int) -> int:
    """The first word from `first` on that begins at or behind an offset."""
    while first < len(line.tokens) and line.tokens[first][1] < offset:
        first += 1
    return first


def _before(owners: _Owners, first: int) -> Role | None:
    """`[owner] head` right before the name."""
    begin = _run_back(owners, first)
    return _role(owners, begin, first, owners.before(begin)) if begin < first else None


def _before_comma(owners: _Owners, first: int) -> Role | None:
    """`owner's head, Name` and `the head of owner, Name`."""
    words = owners.line.words
    if first < 2 or words[first - 1] != ",":
        return None
    stop = first - 1
    begin = _run_back(owners, stop)
    if begin < stop:
        return _role(owners, begin, stop, owners.before(begin))
    for number in range(stop - 1, max(0, stop - LONGEST), -1):
        if words[number] == "of":
            begin = _run_back(owners, number)
            return _role(owners, begin, number, owners.at(number + 1)) if begin < number else None
    return None


def _behind(owners: _Owners, behind: int) -> Role | None:
    """`Name, head of owner` and `Name, the owner head`."""
    words = owners.line.words
    if words[behind : behind + 1] != (",",):
        return None
    first = behind + 1 + (words[behind + 1 : behind + 2] in (("the",), ("a",), ("an",)))
    owned = owner_at(words, first)
    begin = owned[1] if owned else first
    stop = begin
    while stop < len(words) and stop - begin < LONGEST and words[stop].lower() in _within():
        stop += 1
    if stop == begin:
        return None
    owner = (
        owned[0]
        if owned
        else owners.at(stop + 1)
        if words[stop : stop + 1] in (("of",), ("for",), ("at",))
        else None
    )
    return _role(owners, begin, stop, owner)


def _run_back(owners: _Owners, stop: int) -> int:
    """Where the run of role words that ends before `stop` begins; a body's name is none of it."""
    begin, line = stop, owners.line
    while begin and stop - begin < LONGEST and line.words[begin - 1].lower() in _within():
        if line.end(begin - 1) in owners.by_end:
            break
        begin -= 1
    return begin


def _role(owners: _Owners, begin: int, stop: int, owner: Country | str | None) -> Role | None:
    words = owners.line.words[begin:stop]
    if not words or words[-1].lower() not in role_heads():
        return None
    head = " ".join(words).replace(" - ", "-")
    country = owner.iso if isinstance(owner, Country) else None
    if words[-1].lower() in load("titles")["offices"]:
        name = head if any(word[0].isupper() for word in words[-1:]) else head.title()
        of = owner.of if isinstance(owner, Country) else owner
        return Role(f"{name} of {of}" if of else name, country, 2 if of else int(len(words) > 1))
    adjective = owner.adjective if isinstance(owner, Country) else (owner or "").removeprefix("the ")
    return Role(f"{adjective} {head}" if adjective else head, country, int(len(words) > 1 or bool(adjective)))
