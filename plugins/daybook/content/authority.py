"""content/authority/*.yaml: what people know of this archive. Programs read it; they write it only on a person's word."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from daybook.errors import SettingError
from daybook.values import ActorKind, PlaceKind


@dataclass(frozen=True, slots=True)
class AuthorityActor:
    """An entry of actors.yaml."""

    id: str
    """ASCII slug; every actor with this id or one of the names is this one."""
    name: str
    """The preferred name."""
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    role: str = ""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorityPlace:
    """An entry of places.yaml."""

    id: str
    """`gn:703448`, or an id of one's own such as `my:checkpoint-4`."""
    name: str
    aliases: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    """Needed, as are the next three, only where the gazetteer lacks the id."""
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of events.yaml: something that articles count days from."""

    id: str
    name: str
    first: date
    """Its first day; "the fifth day" counts it as day 1."""
    words: tuple[str, ...]
    """Nouns by which articles call it, in lower case: `invasion`, `war`."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An entry of sources.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    home: str | None = None
    """Id of the place it writes from; settles ambiguous towns."""
    country: str | None = None
    drop: tuple[str, ...] = ()
    """Lines that are never article, compared without case and outer space."""
    date: tuple[str, ...] = ()
    """Where its day stands: lines as it prints them, `{date}` for the day in any written form (`Posted on {date}`),
    or `{day}`, `{month}` and `{year}` where only the order of numbers tells (`{day}/{month}/{year}`)."""


@dataclass(frozen=True, slots=True)
class Authority:
    """All of content/authority/; empty where the folder is."""

    actors: tuple[AuthorityActor, ...] = ()
    places: tuple[AuthorityPlace, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Outlet, ...] = ()
    never: frozenset[str] = frozenset()
    """Words that are no name, folded to lower case (never.yaml)."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs that are not the same (apart.yaml): two ids or names of actors, or a name and the id of a place that it
    never means. Names are folded to lower case."""


KINDS: dict[str, type] = {
    "actors": AuthorityActor,
    "places": AuthorityPlace,
    "events": Event,
    "sources": Outlet,
}
"""The files of entries, and what an entry of each is."""

LISTS = ("never", "apart")
"""The files of plain lists: of words, and of pairs of them."""


def load(folder: Path) -> Authority:
    """Read content/authority/. Raises SettingError: what a person decided is never passed over in silence."""
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        if path.stem not in (*KINDS, *LISTS) or path.suffix != ".yaml":
            raise SettingError(f"{path}: {_near(path.stem, [*KINDS, *LISTS], 'file')}")
    found = {kind: _entries(folder / f"{kind}.yaml", made) for kind, made in KINDS.items()}
    for kind in ("actors", "places", "events"):
        _once([entry.id for entry in found[kind]], folder / f"{kind}.yaml")
    never = _list(folder / "never.yaml")
    for word in never:
        if not isinstance(word, str):
            raise SettingError(f"{folder / 'never.yaml'}: expected words, found {word!r}; put it in quotes")
    return Authority(
        **found, never=frozenset(word.casefold() for word in never), apart=_pairs(folder / "apart.yaml")
    )


def _pairs(path: Path) -> frozenset[frozenset[str]]:
    """apart.yaml: `[one, other]` a line."""
    found = set()
    for number, pair in enumerate(_list(path), 1):
        words = (
            {each.casefold() for each in pair if isinstance(each, str)} if isinstance(pair, list) else set()
        )
        if len(words) != 2 or len(pair) != 2:
            raise SettingError(
                f"{path}, entry {number}: expected two names or ids, found {pair!r}; write - [one, other]"
            )
        found.add(frozenset(words))
    return frozenset(found)


def _entries(path: Path, made: type) -> tuple[Any, ...]:
    return tuple(_entry(each, made, f"{path}, entry {n}") for n, each in enumerate(_list(path), 1))


def _list(path: Path) -> list[Any]:
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = yaml.load(text, Loader=yaml.CSafeLoader)  # libyaml's safe loader
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise SettingError(
            f"{path}: expected YAML that can be read, found: {error}; mend that line"
        ) from None
    if found is None:
        return []
    if not isinstance(found, list):
        raise SettingError(
            f"{path}: expected a list, found {type(found).__name__}; begin each entry with `- `"
        )
    return found


def _entry(given: object, made: type, where: str) -> Any:
    if not isinstance(given, dict):
        raise SettingError(f"{where}: expected {{id: …, name: …}}, found {given!r}; write it as a mapping")
    hints, needed = get_type_hints(made), {f.name for f in fields(made) if f.default is MISSING}
    values = {}
    for key, value in given.items():
        if key not in hints:
            raise SettingError(f"{where}: {_near(str(key), list(hints), 'key')}")
        values[key] = _typed(value, hints[key], f"{where}, {key}")
    if missing := sorted(needed - values.keys()):
        raise SettingError(f"{where}: expected {', '.join(missing)}, found none; add it")
    return made(**values)


def _typed(value: object, hint: Any, where: str) -> object:
    """Check one value against its field's type."""
    if get_origin(hint) is tuple:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise SettingError(f"{where}: expected a list of words, found {value!r}; write [one, two]")
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    for option in options:
        if get_origin(option) is Literal:
            if value in get_args(option):
                return value
        elif option is float:
            if isinstance(value, int | float) and not isinstance(value, bool):
                return float(value)
        elif type(value) is option:
            return value
    raise SettingError(f"{where}: expected {_said(options)}, found {value!r}; mend it")


def _said(options: tuple[Any, ...]) -> str:
    names = {str: "text", float: "a number", date: "a day such as 2022-02-24", type(None): "null"}
    return " or ".join(
        ", ".join(get_args(option)) if get_origin(option) is Literal else names[option] for option in options
    )


def _near(given: str, known: list[str], what: str) -> str:
    near = difflib.get_close_matches(given, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"there is no {what} {given!r}; {hint}"


def _once(ids: list[str], path: Path) -> None:
    for id, count in Counter(ids).items():
        if count > 1:
            raise SettingError(
                f"{path}: expected each id once, found {id!r} {count} times; bring the entries together"
            )
