"""What an archive speaks of: every actor and place of its articles and of its authority files, found by id or name."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slugify import slugify

from daybook.content import apart, front_matter, schema
from daybook.content.article_file import ArticleFile
from daybook.content.authority import Authority, AuthorityActor, AuthorityPlace
from daybook.content.front_matter import FrontMatterError
from daybook.content.markdown import visible
from daybook.errors import SettingError

NEAREST = 5
AT_ONCE = 500
"""Entries parsed in one go."""


@dataclass(slots=True)
class Met:
    """An actor or place, with every name it goes by."""

    id: str
    name: str
    kind: str
    country: str | None = None
    names: set[str] = field(default_factory=set)
    """Other names, those of single articles too."""
    articles: int = 0
    entry: dict[str, Any] = field(default_factory=dict)
    """As one article has it."""

    @property
    def labels(self) -> set[str]:
        """By which a pair of apart.yaml may speak of it."""
        return {apart.label(self.id), apart.label(self.name)}

    def __str__(self) -> str:
        return f"{self.id} ({self.name}, {self.articles} article{'' if self.articles == 1 else 's'})"


class Known:
    """All actors, or all places, by id."""

    def __init__(self, actors: dict[str, Met], places: dict[str, Met]) -> None:
        self.actors, self.places = actors, places

    @classmethod
    def of(cls, content: Path, authority: Authority) -> Known:
        """From the articles' files and the authority's."""
        rows = _rows(content)
        actors, places = _met(rows["actors"]), _met(rows["places"])
        for actor in authority.actors:
            _told_of(actors, actor, actor.kind)
        for place in authority.places:
            met = _told_of(places, place, place.kind or "site")
            met.entry |= {key: value for key in ("lat", "lon") if (value := getattr(place, key)) is not None}
        return cls(actors, places)

    def actor(self, given: str, unseen: bool = False) -> Met:
        """By id, else by name; with `unseen` a name that no article has as well. Raises SettingError, with the nearest."""
        return _one(self.actors, given, "an actor", unseen)

    def bearer(self, given: str, unseen: bool = False) -> Met | None:
        """The actor of this id or chief name; None for a name that articles have for one or several. Raises SettingError."""
        if given not in self.actors and not _called(self.actors, apart.label(given)):
            if not self.named("actor", given) and not (unseen and apart.label(given)):
                _one(self.actors, given, "an actor")
            return None
        return _one(self.actors, given, "an actor")

    def place(self, given: str) -> Met:
        """By id, else by name. Raises SettingError, with the nearest."""
        return _one(self.places, given, "a place")

    def named(self, kind: str, name: str) -> list[Met]:
        """All that go by a name."""
        held, wanted = self.places if kind == "place" else self.actors, apart.label(name)
        return (_called(held, wanted) or _also_called(held, wanted)) if wanted else []


def _one(held: dict[str, Met], given: str, what: str, unseen: bool = False) -> Met:
    if given in held:
        return held[given]
    wanted = apart.label(given)
    if not wanted:
        raise SettingError(f"{given!r}: expected an id or a name, found nothing that could be one")
    for found in (_called(held, wanted), _also_called(held, wanted)):
        exact = [met for met in found if given in (met.name, *met.names)] if len(found) > 1 else found
        if len(exact) == 1:
            return exact[0]
        if found:
            raise SettingError(
                f"{given}: expected the name of one alone, found {_told(found)}; name it by its id"
            )
    if unseen:
        return Met(slugify(given, max_length=80), visible(given), "person")
    raise SettingError(
        f"{given}: expected {what} of this archive, found none; {_nearest(held.values(), wanted)}"
    )


def _called(held: dict[str, Met], wanted: str) -> list[Met]:
    return [met for met in held.values() if apart.label(met.name) == wanted]


def _also_called(held: dict[str, Met], wanted: str) -> list[Met]:
    return [met for met in held.values() if any(apart.label(name) == wanted for name in met.names)]


def _nearest(held: Iterable[Met], wanted: str) -> str:
    """Those that share a word, else those whose letters are nearest."""
    words = set(wanted.split("-"))
    forms: defaultdict[str, list[Met]] = defaultdict(list)
    for met in held:
        for name in {met.id, met.name, *met.names}:
            forms[apart.label(name)].append(met)
    shared = [form for form in forms if not words.isdisjoint(form.split("-"))]
    near = difflib.get_close_matches(wanted, shared or list(forms), NEAREST, 0.5)
    found = list({met.id: met for form in near for met in forms[form]}.values())[:NEAREST]
    return f"nearest are {_told(found)}" if found else "none is near it"


def _told_of(held: dict[str, Met], entry: AuthorityActor | AuthorityPlace, kind: str) -> Met:
    """What an authority file says stands above what articles have."""
    met = held.setdefault(entry.id, Met(entry.id, entry.name, kind))
    met.names |= {met.name, *entry.aliases}
    met.name, met.country = entry.name, entry.country or met.country
    return met


def _told(found: Iterable[Met]) -> str:
    ordered = sorted(found, key=lambda met: (-met.articles, met.id))
    return ", ".join(map(str, ordered[:NEAREST])) + (
        f" and {len(ordered) - NEAREST} more" if len(ordered) > NEAREST else ""
    )


def _met(rows: Counter[str]) -> dict[str, Met]:
    found: dict[str, Met] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lines = sorted(rows)
    for start in range(0, len(lines), AT_ONCE):
        part = lines[start : start + AT_ONCE]
        for line, entry in zip(part, _parsed(part), strict=True):
            if not isinstance(entry, dict):
                continue
            id = str(entry.get("id"))
            met = found.setdefault(
                id, Met(id, str(entry.get("name")), str(entry.get("kind")), entry.get("country"))
            )
            met.names |= {str(entry.get("name")), *(entry.get("aliases") or ())}
            names[id][str(entry.get("name"))] += rows[line]
            met.articles += rows[line]
            met.country = met.country or entry.get("country")
            met.entry = met.entry or entry
    for id, met in found.items():  # not the one that a person wrote into a single article
        met.name = min(names[id], key=lambda name: (-names[id][name], apart.label(name) != id, name))
    return found


def _parsed(lines: list[str]) -> list[Any]:
    """Each line's entry; None for one that cannot be read."""
    try:
        found = front_matter.read("rows:\n" + "\n".join(lines) + "\n")["rows"]
    except FrontMatterError:
        return [None] if len(lines) == 1 else [each for line in lines for each in _parsed([line])]
    return found if isinstance(found, list) and len(found) == len(lines) else [None] * len(lines)


def _rows(content: Path) -> dict[str, Counter[str]]:
    """Each distinct line of `places` and `actors`, and how many articles have it: far fewer than articles' lines."""
    found: dict[str, Counter[str]] = {"places": Counter(), "actors": Counter()}
    for path in sorted((content / "articles").rglob("*.md")):
        try:
            text = path.read_bytes().decode("utf-8")
            header, _ = front_matter.split(text)
        except (OSError, ValueError, FrontMatterError):
            continue
        plain = _sections(header)
        if plain is None:
            file = schema.parse(text, path.name)
            plain = _written(file) if isinstance(file, ArticleFile) else {}
        for kind, lines in plain.items():
            found[kind].update(lines)
    return found


def _sections(header: str) -> dict[str, list[str]] | None:
    """The lines of both lists as ingest writes them; None where a person wrote them otherwise."""
    found: dict[str, list[str]] = {}
    kind = ""
    for line in header.split("\n"):
        if not line.startswith(("-", " ", "#")):
            kind = line.partition(":")[0]
            if kind in ("places", "actors"):
                if line not in (f"{kind}:", f"{kind}: []"):
                    return None
                found[kind] = []
        elif kind in found:
            if not (line.startswith("- {id: ") and line.endswith("}")):
                return None
            found[kind].append(line)
    return found


def _written(file: ArticleFile) -> dict[str, list[str]]:
    """The lines of an article as ingest would write them."""
    lists = {"places": list(file.places.values()), "actors": list(file.actors.values())}
    return _sections(front_matter.write(lists).removeprefix("---\n").removesuffix("---\n")) or {}
