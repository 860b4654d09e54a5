"""Roles read where they are stated: before the name, before it and a comma, or behind it.

`Ruritanian Foreign Minister Ann Sample` gives "Foreign Minister of Ruritania", `Sampletown's mayor, Ann Sample,`
"Mayor of Sampletown"; other roles keep their words: `ACME spokesman`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from daybook.actors.countries import Country, owner_at, owner_before
from daybook.actors.knowledge import body_nouns, demonyms, load, role_heads, role_modifiers
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene
from daybook.actors.shapes import is_unknown

LONGEST = 8
"""Words of a role at most."""
LONGEST_OWNER = 10
"""Words of the name of what a role belongs to, at most."""
DIVISIONS = frozenset(
    ["region", "oblast", "province", "district", "county", "city", "republic", "prefecture", "governorate"]
)
LONGEST_PORTFOLIO = 5
"""Words of a minister's portfolio at most."""
MOST_COMMON = 3
"""Common words around an owner's name at most."""
PREPOSITIONS = frozenset(["of", "for", "at", "in"])
_LINKS = PREPOSITIONS | {"to", "on", "from", "with", "by", "and", "or", "who", "that"}


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is, as the article says."""

    words: str
    country: str | None
    weight: int
    """2 for an office with its owner, 1 for a role with words beside its head, 0 for the head alone."""


@cache
def _kinds() -> frozenset[str]:
    """Common words that stand behind an owner's name and belong to it."""
    return DIVISIONS | body_nouns() | _wide() | {"bureau", "wing", "branch", "faction"}


@cache
def _wide() -> frozenset[str]:
    """Words that widen a role and are no body's noun: `regional`, `political`."""
    return role_modifiers() - body_nouns()


@cache
def _within() -> frozenset[str]:
    return role_heads() | role_modifiers() | {"-", "co"}


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
                or _before_owned(owners, first)
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
        name = self.scene.names.covering(start, end)
        if name and name.end == end and name.label in ("organisation", "other"):
            return " ".join(self.scene.layer[name.start : end].split())
        if is_unknown(words[stop - 1]) and not self.scene.toponym_at.get(start):
            return words[stop - 1]
        return next(
            (
                t.words
                for t in map(self.scene.toponym_at.get, _starts(self.line, stop))
                if t and t.end == end and t.start <= start
            ),
            None,
        )

    def at(self, number: int) -> Country | str | None:
        """The owner that begins at word `number`, with the article and the common words that stand around its name."""
        words, begin = self.line.words, number
        number += words[number : number + 1] == ("the",)
        while (
            number < len(words)
            and number - begin < MOST_COMMON
            and words[number].islower()
            and words[number].isalpha()
        ):
            number += 1
        if number >= len(words):
            return None
        state = owner_at(words, number)
        bodies = [self.by_start.get(self._start(at)) for at in (number, state[1] if state else number)]
        body = next(filter(None, bodies), None)
        before = "".join(f"{word} " for word in words[begin:number])
        if body:
            return (
                f"{before}{body.name}{self._common(body.end, number)}"
                if "The " not in body.name
                else body.name
            )
        if state:
            common = self._said_of(number, state[1])
            held = f"{before}{' '.join(words[number : state[1]])}{common}"
            return held if common or before.removeprefix("the ") else state[0]
        toponym = self.scene.toponym_at.get(self._start(number))
        if not toponym:
            return None
        behind = self._common(toponym.end, number)
        return f"{before if behind else ''}{toponym.words}{behind}"

    def ending(self, stop: int) -> tuple[Country | str | None, int]:
        """The owner that ends right before word `stop`, without a possessive, and where it begins, its article counted in."""
        last = stop - (stop > 1 and self.line.words[stop - 1] in DIVISIONS)
        for begin in range(max(0, last - LONGEST_OWNER), last):
            first = begin - (self.line.words[begin - 1 : begin] == ("the",) if begin else 0)
            if self._holds(begin, last):
                return self.at(first), first
        return None, stop

    def body_at(self, number: int) -> tuple[str, int] | None:
        """The body whose name begins at word `number`, and the word behind it."""
        body = self.by_start.get(self._start(number))
        if body is None:
            return None
        behind = number
        while behind < len(self.line.tokens) and self.line.tokens[behind][1] < body.end:
            behind += 1
        return body.name, behind

    def _holds(self, begin: int, stop: int) -> bool:
        start, end = self._start(begin), self.line.end(stop - 1)
        body, toponym = self.by_start.get(start), self.scene.toponym_at.get(start)
        state = owner_at(self.line.words, begin)
        return any(name and name.end == end for name in (body, toponym)) or bool(state and state[1] == stop)

    def _common(self, end: int, number: int) -> str:
        """The common words of its kind behind an owner's name: `the Sample region`, `the Acme political bureau`."""
        while number < len(self.line.tokens) and self.line.tokens[number][1] < end:
            number += 1
        stop = number
        while (
            stop < len(self.line.words) and stop - number < MOST_COMMON and self.line.words[stop] in _kinds()
        ):
            stop += 1
        kept = self.line.words[number:stop]
        return "".join(f" {word}" for word in kept) if kept and kept[-1] in _kinds() - _wide() else ""

    def _said_of(self, number: int, behind: int) -> str:
        """What a demonym is said of: `the Sample delegation` is no state. Up to the next stop, else one word."""
        words = self.line.words
        if behind != number + 1 or words[number].lower() not in demonyms():
            return ""
        stop = behind
        while stop < len(words) and stop - behind < MOST_COMMON and _is_common(words[stop]):
            stop += 1
        whole = stop == len(words) or words[stop] in _LINKS or not words[stop][0].isalnum()
        return "".join(f" {word}" for word in words[behind : stop if whole else min(stop, behind + 1)])

    def _start(self, number: int) -> int:
        return self.line.tokens[number][1] if number < len(self.line.tokens) else -1


def _is_common(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in _LINKS


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
    role = _of_portfolio(owners, begin, first)
    return role or (_role(owners, begin, first, owners.before(begin)) if begin < first else None)


def _of_portfolio(owners: _Owners, begin: int, first: int) -> Role | None:
    """`[owner] Secretary of Sample` right before the name."""
    words = owners.line.words
    if begin == first or begin < 2 or words[begin - 1] != "of" or not words[begin][0].isupper():
        return None
    head = _run_back(owners, begin - 1)
    if head == begin - 1 or words[begin - 2].lower() not in role_heads():
        return None
    owner = owners.before(head)
    adjective = owner.adjective if isinstance(owner, Country) else (owner or "").removeprefix("the ")
    name = " ".join((*((adjective,) if adjective else ()), *words[head:first]))
    return Role(name, owner.iso if isinstance(owner, Country) else None, 2 if owner else 1)


def _before_owned(owners: _Owners, first: int) -> Role | None:
    """`the head of owner Name`, without a comma."""
    owner, begin = owners.ending(first)
    return _owned(owners, begin - 1, owner) if owner and begin > 1 else None


def _before_comma(owners: _Owners, first: int) -> Role | None:
    """`owner's head, Name` and `the head of owner, Name`."""
    words = owners.line.words
    if first < 2 or words[first - 1] != ",":
        return None
    stop = first - 1
    begin = _run_back(owners, stop)
    role = _role(owners, begin, stop, owners.before(begin)) if begin < stop else None
    if role:
        return role
    for number in range(stop - 1, max(0, stop - LONGEST_OWNER), -1):
        if words[number] not in PREPOSITIONS:
            continue
        owner = owners.at(number + 1) or _common_owner(words[number + 1 : stop])
        role = _owned(owners, number, owner)
        if role:
            return role
    return None


def _common_owner(words: tuple[str, ...]) -> str | None:
    """An owner without a name of its own: `the regional administration`."""
    return " ".join(words) if words and all(word.isalpha() and word.islower() for word in words) else None


def _owned(owners: _Owners, number: int, owner: Country | str | None) -> Role | None:
    """The role whose head ends before the preposition `number`; and whom it serves: `adviser to the head of owner`."""
    words = owners.line.words
    if words[number] not in PREPOSITIONS:
        return None
    begin = _run_back(owners, number)
    role = _role(owners, begin, number, owner, words[number])
    if role is None:
        begin, role = _with_portfolio(owners, number, owner)
    link = begin - 1 - (words[begin - 1 : begin] == ("the",)) if begin else -1
    outer = _run_back(owners, link) if link > 0 and words[link] in ("to", "of") else link
    if role and 0 <= outer < link and words[link - 1].lower() in role_heads():
        return Role(" ".join((*words[outer:begin], role.words)), role.country, role.weight)
    return role


def _with_portfolio(owners: _Owners, number: int, owner: Country | str | None) -> tuple[int, Role | None]:
    """`Minister of Sample Affairs of owner`: where the role begins, and the role."""
    words, first = owners.line.words, number
    while (
        first > 1
        and number - first < LONGEST_PORTFOLIO
        and (words[first - 1][0].isupper() or words[first - 1] == "and")
    ):
        first -= 1
    if first == number or words[first - 1] != "of":
        return number, None
    begin = _run_back(owners, first - 1)
    role = _role(owners, begin, first - 1, owner)
    if role is None or owner is None:
        return number, None
    of = owner.of if isinstance(owner, Country) else owner
    return begin, Role(f"{' '.join(words[begin:number])} of {of}", role.country, 2)


def _behind(owners: _Owners, behind: int) -> Role | None:
    """`Name, head of owner` and `Name, the owner head`."""
    words = owners.line.words
    if words[behind : behind + 1] not in ((",",), ("to",)):
        return None
    first = behind + 1 + (words[behind + 1 : behind + 2] in (("the",), ("a",), ("an",)))
    owned: tuple[Country | str, int] | None = owner_at(words, first) or owners.body_at(first)
    begin = owned[1] if owned else first
    stop = begin
    while stop < len(words) and stop - begin < LONGEST and words[stop].lower() in _within():
        stop += 1
    if stop == begin:
        return None
    if owned:
        return _role(owners, begin, stop, owned[0])
    if words[stop : stop + 1] == ("to",) and (inner := _behind(owners, stop)):
        return Role(" ".join((*words[begin:stop], "to the", inner.words)), inner.country, inner.weight)
    preposition = words[stop] if stop < len(words) and words[stop] in PREPOSITIONS else ""
    if preposition == "of":
        last = stop + 1
        while (
            last < len(words)
            and last - stop <= LONGEST_PORTFOLIO
            and (words[last][0].isupper() or words[last] == "and")
        ):
            last += 1
        if last > stop + 1 and words[last : last + 1] == ("of",):
            found = _with_portfolio(owners, last, owners.at(last + 1))[1]
            if found:
                return found
    return _role(owners, begin, stop, owners.at(stop + 1) if preposition else None, preposition)


def _run_back(owners: _Owners, stop: int) -> int:
    """Where the run of role words that ends before `stop` begins; a body's name is none of it."""
    begin, line = stop, owners.line
    while begin and stop - begin < LONGEST and _widens(line.words, begin - 1):
        if line.end(begin - 1) in owners.by_end:
            break
        begin -= 1
    return begin


def _widens(words: tuple[str, ...], at: int) -> bool:
    """Whether a word can stand within a role; `in` between hyphens alone: `Commander-in-Chief`."""
    return words[at].lower() in _within() or (words[at] == "in" and words[at - 1 : at] == ("-",))


def _role(
    owners: _Owners, begin: int, stop: int, owner: Country | str | None, preposition: str = ""
) -> Role | None:
    words = owners.line.words[begin:stop]
    if not words or words[-1].lower() not in role_heads():
        return None
    head = " ".join(words).replace(" - ", "-")
    country = owner.iso if isinstance(owner, Country) else None
    of = owner.of if isinstance(owner, Country) else owner
    if words[-1].lower() in load("titles")["offices"] and words[-2:-1] not in (("press",), ("Press",)):
        name = head if any(word[0].isupper() for word in words[-1:]) else head.title()
        return Role(f"{name} of {of}" if of else name, country, 2 if of else int(len(words) > 1))
    weight = int(len(words) > 1 or bool(owner))
    if preposition and of:
        return Role(f"{head} {preposition} {of}", country, weight)
    adjective = owner.adjective if isinstance(owner, Country) else (owner or "").removeprefix("the ")
    return Role(f"{adjective} {head}" if adjective else head, country, weight)
