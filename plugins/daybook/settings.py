"""The site's settings for Daybook: one typed object, read from the literal `DAYBOOK` in pelican.conf.py.

The archive's name, language and address are Pelican's settings (SITENAME, DEFAULT_LANG, SITEURL), and no others.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from daybook import colours
from daybook.colours import Colours
from daybook.errors import SettingError
from daybook.web import is_web

Shown = Literal["full", "excerpt", "metadata"]
"""How much of an article's text the site shows."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days that the archive covers, both included; None leaves a side open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    @classmethod
    def parse(cls, text: str) -> Coverage:
        """Read `2022-02-24..2022-03-31`; either side may be empty. Raises SettingError."""
        match = re.fullmatch(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?", text.strip())
        try:
            if match is None:
                raise ValueError(text)
            first, last = (date.fromisoformat(part) if part else None for part in match.groups())
        except ValueError:
            raise SettingError(
                f"coverage: expected FROM..TO such as 2022-02-24..2022-03-31, found {text!r}; write two ISO days"
            ) from None
        if first and last and first > last:
            raise SettingError(f"coverage: expected the first day before the last, found {text!r}; swap them")
        return cls(first, last)


Borders = Literal["un", "natural-earth"]
"""Whose borders maps show: those that the United Nations recognise, or those of Natural Earth."""


@dataclass(frozen=True, slots=True)
class Sections:
    """What the site has. Pages of places, actors, sources and undated articles are always made, as articles lead to them."""

    places: bool = True
    """Whether the navigation names the list of places."""
    actors: bool = True
    """Whether the navigation names the list of actors."""
    sources: bool = True
    """Whether the navigation names the list of sources."""
    undated: bool = True
    """Whether the navigation names the list of undated articles."""
    map: bool = True
    """Whether the map of all places is made."""
    review: bool = True
    """Whether the page of what deserves a look is made."""
    search: bool = True
    """Whether the site has a search."""
    downloads: bool = True
    """Whether the files of data/ are made."""
    feeds: bool = True
    """Whether feeds are made."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What may be shown of the articles, by whom they were published."""

    default: Shown = "full"
    """How much of a text is shown."""
    sources: dict[str, Shown] = field(default_factory=dict)
    """The same by the name of an outlet or agency; where both are named, the less of the two."""
    noindex: bool | tuple[str, ...] = False
    """Whether search engines are asked to keep out: of the whole site, or of the articles of these outlets and agencies."""
    statement: str = ""
    """What the site says of the rights, in a sentence or two."""
    licence: str = ""
    """Address of the licence under which the site may be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who runs the archive decides. Every key of `DAYBOOK` is a field here."""

    coverage: str = ".."
    """FROM..TO, ISO days."""
    seeds: str = "seeds"
    """Folder of raw articles, from the settings file's folder."""
    ingest: bool = True
    """Whether a build ingests seeds/ first."""
    strict: bool = False
    """Whether a problem with an article makes the exit status 1."""
    description: str = ""
    """One sentence about the archive, for the home page, feeds and previews."""
    borders: Borders = "un"
    """Whose borders maps show."""
    sections: Sections = field(default_factory=Sections)
    """What the site has."""
    rights: Rights = field(default_factory=Rights)
    """What may be shown of the articles."""
    colours: Colours = field(default_factory=Colours)
    """Colours other than Daybook's."""

    @property
    def days(self) -> Coverage:
        return Coverage.parse(self.coverage)

    @classmethod
    def from_mapping(cls, given: object, where: str) -> Settings:
        """Check each key and type; an unknown key names the nearest right one. Raises SettingError."""
        if not isinstance(given, dict):
            raise SettingError(f"{where}: expected DAYBOOK to be a dict, found {type(given).__name__}")
        for told in _unknown(cls, given, ""):
            raise SettingError(f"{where}: DAYBOOK{told}")
        try:
            settings = msgspec.convert(given, cls)
        except msgspec.ValidationError as error:
            raise SettingError(f"{where}: DAYBOOK{_told(error, cls, given)}") from error
        Coverage.parse(settings.coverage)
        if settings.rights.licence and not is_web(settings.rights.licence):
            raise SettingError(
                f"{where}: DAYBOOK['rights']['licence']: expected an address that begins with https://, "
                f"found {settings.rights.licence!r}; mend it"
            )
        colours.check(settings.colours, where)
        return settings

    @classmethod
    def from_file(cls, path: Path) -> Settings:
        """Read `DAYBOOK` out of a Pelican settings file without running it. Raises SettingError."""
        given = plain_value(path, "DAYBOOK")
        return cls() if given is None else cls.from_mapping(given, str(path))


def plain_value(path: Path, name: str) -> object:
    """A setting of a Pelican settings file, without running it; None where it has none. Raises SettingError."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, SyntaxError, ValueError) as error:
        raise SettingError(f"{path}: expected a Python settings file, found {error}") from error
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id == name for t in node.targets
        ):
            try:
                found: object = ast.literal_eval(node.value)
            except ValueError as error:
                raise SettingError(f"{path}: expected {name} to be plain values, found {error}") from error
            return found
    return None


def _unknown(kind: type, given: dict[Any, Any], where: str) -> Iterator[str]:
    """What to say of each key that is no setting, at every level."""
    hints = get_type_hints(kind)
    known = [each.name for each in fields(kind)]
    for key, value in given.items():
        if key not in known:
            near = difflib.get_close_matches(str(key), known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            yield f"{where} has no setting {key!r}; {hint}"
        elif is_dataclass(hints[key]) and isinstance(value, dict):
            yield from _unknown(hints[key], value, f"{where}[{key!r}]")


_NAMES = {"array": "list", "object": "dict"}
"""What msgspec calls otherwise than Python."""


def _told(error: msgspec.ValidationError, kind: Any, given: Any) -> str:
    """Where `Expected `bool`, got `int` - at `$.rights.noindex`` is, as Python writes it, with what is found there."""
    said, _, path = str(error).partition(" - at `$")
    where = ""
    for step in re.findall(r"\.(\w+)", path):
        kind, given = get_type_hints(kind)[step], given[step]
        where += f"[{step!r}]"
    if get_origin(kind) is dict and isinstance(given, dict):
        kind = get_args(kind)[1]
        key = next((key for key, value in given.items() if value not in get_args(kind)), "")
        where, given = f"{where}[{key!r}]", given.get(key)
    if get_origin(kind) is Literal:
        return (
            f"{where}: expected {' or '.join(map(repr, get_args(kind)))}, found {given!r}; write one of them"
        )
    expected = " or ".join(
        _NAMES.get(each, each) for each in re.findall(r"\w+", said.partition(", got ")[0])[1:]
    )
    return f"{where}: expected {expected}, found {given!r}; mend its value"
