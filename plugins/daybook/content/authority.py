"""content/authority/*.yaml: what people know of this archive. Programs read it; they write it only on a person's word."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pycountry
import yaml

from daybook.content.article_file import COUNTRY, NAME_ID
from daybook.content.markdown import visible
from daybook.errors import SettingError
from daybook.values import ActorKind, PlaceKind

POINT = re.compile(r"[0-9a-f]{12}#s[0-9a-f]{6}(-\d+)?")
"""What names a key point: an article's id and a sentence's."""


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
    """Lines that are never article, or, ending in `…`, how they begin; compared without case and outer space."""
    date: tuple[str, ...] = ()
    """Where its day stands: lines as it prints them, `{date}` for the day in any written form (`Posted on {date}`),
    or `{day}`, `{month}` and `{year}` where only the order of numbers tells (`{day}/{month}/{year}`)."""


@dataclass(frozen=True, slots=True)
class AuthorityStory:
    """An entry of stories.yaml."""

    id: str
    """Of an article: the entry is about the story that holds it."""
    name: str = ""
    """What the story is called, in place of a title of one of its articles."""
    merged: tuple[str, ...] = ()
    """Ids of articles, any of each story that is brought into this one."""
    apart: tuple[str, ...] = ()
    """Ids of articles, this one among them, that are taken out of their story into one of their own."""


@dataclass(frozen=True, slots=True)
class AuthorityPoint:
    """An entry of briefings.yaml: what a person said of a sentence as a key point of a day."""

    day: date
    point: str
    """`<article id>#<sentence id>`."""
    state: Literal["pinned", "dropped"] | None = None
    """Pinned, it is a key point whatever the machine chooses; dropped, it never is."""
    place: int | None = None
    """Where among the day's points it stands, where it is one: 1 for the first. Those without a place come behind."""
    words: str = ""
    """What stands in its place; such a line is kept as one that is pinned."""


@dataclass(frozen=True, slots=True)
class Authority:
    """All of content/authority/; empty where the folder is."""

    actors: tuple[AuthorityActor, ...] = ()
    places: tuple[AuthorityPlace, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Outlet, ...] = ()
    stories: tuple[AuthorityStory, ...] = ()
    briefings: tuple[AuthorityPoint, ...] = ()
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
    "stories": AuthorityStory,
    "briefings": AuthorityPoint,
}
"""The files of entries, and what an entry of each is."""

FILES = (*KINDS, "never", "apart")
"""All files: those of entries, and those of plain lists of words and of pairs of them."""


def load(folder: Path, instead: Mapping[str, str] | None = None) -> Authority:
    """Read content/authority/. Raises SettingError: what a person decided is never passed over in silence.

    `instead` has the texts of files, by name, that are about to be written.
    """
    texts = _texts(folder) | dict(instead or {})
    found = {kind: _entries(texts, folder / f"{kind}.yaml", made) for kind, made in KINDS.items()}
    for kind in ("actors", "places", "events", "stories"):
        _once([entry.id for entry in found[kind]], folder / f"{kind}.yaml")
    _once([f"{entry.day} {entry.point}" for entry in found["briefings"]], folder / "briefings.yaml")
    known = Authority(
        **found,
        never=_words(texts, folder / "never.yaml"),
        apart=_pairs(texts, folder / "apart.yaml"),
    )
    _agree(known, folder)
    return known


def text(path: Path) -> str:
    """A file as a person's editor shows it; newlines stay as they are. Raises SettingError."""
    try:
        return path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise SettingError(
            f"{path}: expected text in UTF-8, found byte {error.object[error.start]:#04x} at offset {error.start}; "
            "save it as UTF-8"
        ) from None
    except OSError as error:
        raise SettingError(f"{path}: expected a file that can be read, found: {error.strerror}") from None


def _texts(folder: Path) -> dict[str, str]:
    """Every file of the folder by its name."""
    found = {}
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        if path.stem not in FILES or path.suffix != ".yaml":
            raise SettingError(f"{path}: {_near(path.stem, list(FILES), 'file')}")
        found[path.name] = text(path)
    return found


def _words(texts: Mapping[str, str], path: Path) -> frozenset[str]:
    """never.yaml: a word or phrase a line."""
    found = set()
    for word in _list(texts, path):
        if not isinstance(word, str) or not visible(word):
            raise SettingError(f"{path}: expected words, found {word!r}; put it in quotes")
        found.add(visible(word).casefold())
    return frozenset(found)


def _pairs(texts: Mapping[str, str], path: Path) -> frozenset[frozenset[str]]:
    """apart.yaml: `[one, other]` a line."""
    found = set()
    for number, pair in enumerate(_list(texts, path), 1):
        words = (
            {visible(each).casefold() for each in pair if isinstance(each, str)} - {""}
            if isinstance(pair, list)
            else set()
        )
        if len(words) != 2 or len(pair) != 2:
            raise SettingError(
                f"{path}, entry {number}: expected two names or ids, found {pair!r}; write - [one, other]"
            )
        found.add(frozenset(words))
    return frozenset(found)


def _agree(known: Authority, folder: Path) -> None:
    """No pair says the opposite of an entry."""
    for file, entries in (("actors.yaml", known.actors), ("places.yaml", known.places)):
        for entry in entries if known.apart else ():
            own = {entry.id.casefold(), entry.name.casefold(), *(each.casefold() for each in entry.aliases)}
            for pair in known.apart:
                if pair <= own:
                    one, other = sorted(pair)
                    raise SettingError(
                        f"{folder / 'apart.yaml'}: expected two that are apart, found {one!r} and {other!r}, "
                        f"which entry {entry.id!r} of {file} has as one; take one of the two lines out"
                    )


def _entries(texts: Mapping[str, str], path: Path, made: type) -> tuple[Any, ...]:
    return tuple(_entry(each, made, f"{path}, entry {n}") for n, each in enumerate(_list(texts, path), 1))


class _Loader(yaml.CSafeLoader):
    """libyaml's safe loader; a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key, count in Counter(keys).items():
            if count > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} {count} times", node.start_mark
                )
        return super().construct_mapping(node, deep)


def _list(texts: Mapping[str, str], path: Path) -> list[Any]:
    try:
        found = yaml.load(texts.get(path.name, ""), Loader=_Loader)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise SettingError(
            f"{path}: expected YAML that can be read, found: {_told(error)}; mend that line"
        ) from None
    if found is None:
        return []
    if not isinstance(found, list):
        raise SettingError(
            f"{path}: expected a list, found {type(found).__name__}; begin each entry with `- `"
        )
    return found


def _told(error: Exception) -> str:
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    return (
        f"{problem}, line {mark.line + 1}, column {mark.column + 1}" if problem and mark else str(error)[:300]
    )


def _entry(given: object, made: type, where: str) -> Any:
    if not isinstance(given, dict):
        raise SettingError(f"{where}: expected {{id: …, name: …}}, found {given!r}; write it as a mapping")
    hints, needed = get_type_hints(made), {f.name for f in fields(made) if f.default is MISSING}
    values = {}
    for key, value in given.items():
        if key not in hints:
            raise SettingError(f"{where}: {_near(str(key), list(hints), 'key')}")
        values[key] = _checked(key, _typed(value, hints[key], f"{where}, {key}"), f"{where}, {key}")
    if missing := sorted(needed - values.keys()):
        raise SettingError(f"{where}: expected {', '.join(missing)}, found none; add it")
    return made(**values)


_AS_PRINTED = ("drop", "date")
"""Lists of lines that are compared with a page's own."""
_FORMS = {
    "id": (NAME_ID, "an id of letters, digits and `- : . _ /`, such as my:checkpoint-4"),
    "home": (NAME_ID, "the id of a place, such as gn:703448"),
    "country": (COUNTRY, "two capitals of ISO 3166-1, such as UA"),
    "point": (POINT, "an article's id and its sentence's, such as 33ec1506180f#s14f4f4"),
}
_BOUNDS = {"lat": 90.0, "lon": 180.0}
PLACES = 5
"""Of key points."""


def _checked(key: str, value: object, where: str) -> object:
    """Text on one line, an id and a country's code in their form, a point on the globe."""
    if isinstance(value, tuple) and key not in _AS_PRINTED:
        return tuple(_checked("alias", each, where) for each in value)
    if isinstance(value, float) and not -_BOUNDS[key] <= value <= _BOUNDS[key]:
        raise SettingError(
            f"{where}: expected a number of degrees up to {_BOUNDS[key]:g}, found {value:g}; mend it"
        )
    if isinstance(value, int) and not 1 <= value <= PLACES:
        raise SettingError(f"{where}: expected a number from 1 to {PLACES}, found {value}; mend it")
    if not isinstance(value, str):
        return value
    pattern, expected = _FORMS.get(key, (None, ""))
    if pattern and not pattern.fullmatch(value):
        raise SettingError(f"{where}: expected {expected}, found {value!r}; mend it")
    if key == "country" and not is_country(value):
        raise SettingError(
            f"{where}: expected a country's code of ISO 3166-1 (or XK), found {value!r}, which is none; mend it"
        )
    if not visible(value) and key != "role":
        raise SettingError(f"{where}: expected text, found none; write it, or take the key out")
    return visible(value)


@lru_cache(maxsize=512)
def is_country(code: str) -> bool:
    """Whether two capitals are a country's code; Kosovo has XK, by use and not by the standard."""
    return code == "XK" or pycountry.countries.get(alpha_2=code) is not None


def _typed(value: object, hint: Any, where: str) -> object:
    """Check one value against its field's type."""
    if get_origin(hint) is tuple:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        wrong = (
            next((each for each in value if not isinstance(each, str)), value)
            if isinstance(value, list)
            else value
        )
        raise SettingError(
            f"{where}: expected a list of words, found {wrong!r}; write [one, two], numbers in quotes"
        )
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
    quotes = "; put it in quotes" if str in options else "; mend it"
    raise SettingError(f"{where}: expected {_said(options)}, found {value!r}{quotes}")


def _said(options: tuple[Any, ...]) -> str:
    names = {
        str: "text",
        int: "a whole number",
        float: "a number",
        date: "a day such as 2022-02-24",
        type(None): "null",
    }
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
