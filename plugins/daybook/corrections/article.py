"""One article's file: an entry set, dropped or added, as a person would do it by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from daybook.content import files, find, front_matter, schema, store
from daybook.content.article_file import KEYS, ArticleFile, Entry
from daybook.content.convert import FIGURE, SAID, named
from daybook.content.evidence import Evidence
from daybook.content.fingerprints import Fingerprints
from daybook.content.markdown import visible
from daybook.content.merge import BY_HAND
from daybook.content.store import Held
from daybook.corrections.known import Known
from daybook.corrections.which import which
from daybook.errors import SettingError
from daybook.settings import Settings
from daybook.values import Problem, Withdrawn

_SENTENCE = re.compile(r"s[0-9a-f]{6}(-\d+)?")
_FIGURE = re.compile(r"(?:s[0-9a-f]{6}(?:-\d+)?|title):\d{1,30}(?:\.\d{1,6})?(?:@\d{1,4})?")
_VALUE = re.compile(r"\d{1,30}(?:\.\d{1,6})?")
_TOLD = 12
"""What there is, told where something was not found: so many of it."""
NOTHING = ("", "none", "null", "~")
"""Written for a value that is to be empty."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An article's file before and after."""

    held: Held
    file: ArticleFile

    def save(self, content: Path) -> list[str]:
        """Write it where it lies; what to tell. Raises SettingError where it could not be read again, and WriteError."""
        text = schema.write(self.file)
        again = schema.parse(text, self.held.path)
        if not isinstance(again, ArticleFile):
            raise SettingError(
                f"{self.held.path}: expected {again.expected}, found {again.found}; nothing was written"
            )
        if not files.write(files.below(content, self.held.path), text.encode("utf-8", "replace")):
            return ["nothing to do: it is written so already"]
        return [
            f"{content / self.held.path}: changed; `daybook ingest` keeps it, and moves it if its day is another"
        ]


def held(content: Path, given: str) -> Held:
    """An article by its id, its seed, or the path of its file. Raises SettingError."""
    path = find.path(given, content, Path(Settings().seeds))
    if path is None:
        raise SettingError(
            f"{given}: expected an article's file, seed or id, found none; {find.nearest(given, content)}"
        )
    found = store.read_one(content, path)
    if isinstance(found, Problem):
        raise SettingError(
            f"{content / found.file}: expected {found.expected}, found {found.found}; {found.do}"
        )
    return found


def set_value(content: Path, held: Held, key: str, value: str) -> Edited:
    """One value. What it already has is confirmed: no ingest renews it any more."""
    file, text = held.file, visible(value)
    if _FIGURE.fullmatch(key):
        return _figure(content, held, key, "" if text.lower() in NOTHING else text)
    empty = text.lower() in NOTHING
    if key not in KEYS or key == "dated":
        known = ", ".join(each for each in KEYS if each != "dated")
        raise SettingError(f"{key}: expected one of {known}; found none of them")
    if empty and key in ("title", "lang", "dir"):
        raise SettingError(f"{key}: expected a value, found none")
    new: Any = None if empty else text
    values = dict(file.values)
    if key == "date":
        if new is not None and (new := front_matter.day(text)) is None:
            raise SettingError(f"{value}: expected a day such as 2022-03-03, or none; write it so")
        values["dated"] = dict(BY_HAND)
    values[key] = new
    gone = {key, "dated"} if key == "date" else {key}
    return Edited(held, replace(file, values=values, prints=_without(file.prints, gone)))


def _figure(content: Path, held: Held, which: str, value: str) -> Edited:
    """Another value for a figure, by its sentence and the value that the machine found, and which of several equal ones it is; without
    one, no such figure."""
    proof = _evidence(content, held)
    names = list(named(proof.figures)) if proof else []
    several = {each for each, nth in names if nth > 1}
    known = [f"{each}@{nth}" if each in several else each for each, nth in names]
    if which not in known:
        raise _none(held, which, "a figure", known)
    if value and not _VALUE.fullmatch(value):
        raise SettingError(f"{value}: expected a number in plain digits such as 50000 or 5.75; write it so")
    before = [each for each in held.file.rejected if each.partition(" is ")[0] != FIGURE + which]
    line = f"{FIGURE}{which} is {value}" if value else FIGURE + which
    return Edited(held, replace(held.file, rejected=tuple(sorted({*before, line}))))


def drop(content: Path, held: Held, id: str) -> Edited:
    """Without a place or actor, which no ingest finds there again; of a sentence's id, without its statements; of
    one with a value behind it, without that figure."""
    if _FIGURE.fullmatch(id):
        return _figure(content, held, id, "")
    if _SENTENCE.fullmatch(id):
        proof = _evidence(content, held)
        known = [each.sentence for each in proof.statements] if proof else []
        if id not in known:
            raise _none(held, id, "a sentence with a statement", known)
        return Edited(held, replace(held.file, rejected=tuple(sorted({*held.file.rejected, SAID + id}))))
    return _dropped(held, id)


def _dropped(held: Held, id: str) -> Edited:
    """Without a place or actor."""
    file, (kind, _) = held.file, _entry(held, id)
    key = f"{kind} {id}"
    return Edited(
        held,
        replace(
            file,
            places={i: e for i, e in file.places.items() if (kind, i) != ("place", id)},
            actors={i: e for i, e in file.actors.items() if (kind, i) != ("actor", id)},
            prints=_without(file.prints, {key}),
            rejected=tuple(sorted({*file.rejected, key})),
        ),
    )


def add(held: Held, kind: str, entry: Entry, instead: str = "") -> Edited:
    """With a place or actor more, in the place of another, whose role it takes, or behind all."""
    id = str(entry["id"])
    before = list((held.file.places if kind == "place" else held.file.actors).values())
    at = len(before)
    if instead:
        was, old = _entry(held, instead)
        if was != kind:
            raise SettingError(f"{instead}: expected another {kind}, found {was}; swap like for like")
        at = next(n for n, each in enumerate(before) if each["id"] == instead)
        entry = entry | ({"role": old["role"]} if "role" in old and "role" not in entry else {})
        file = _dropped(held, instead).file
        before = [each for each in before if each["id"] != instead]
    else:
        file = held.file
    before = [each for each in before if each["id"] != id]
    rows = {str(each["id"]): each for each in (*before[:at], entry, *before[at:])}
    key = f"{kind} {id}"
    file = replace(
        file,
        places=rows if kind == "place" else file.places,
        actors=rows if kind == "actor" else file.actors,
        prints=_without(file.prints, {key}),
        rejected=tuple(each for each in file.rejected if each != key),
    )
    return Edited(held, file)


def entry_of(known: Known, given: str) -> tuple[str, Entry]:
    """Kind and line of a place or actor that the archive, its authority or the gazetteer has."""
    kind, met = which(known, given)
    entry: Entry = {"id": met.id, "name": met.name, "kind": met.kind}
    if met.country:
        entry["country"] = met.country
    for key in ("region", "lat", "lon"):
        found = met.entry.get(key)
        if found not in (None, ""):
            entry[key] = str(found) if key == "region" else float(found)
    return kind, entry


def withdraw(held: Held, day: date, reason: str, keep_title: bool) -> Edited:
    """Taken back: its page says so, and nothing else of it is published."""
    if not (told := visible(reason)):
        raise SettingError(f"{held.path}: expected why it is withdrawn, found nothing; readers are told")
    gone = Withdrawn(day, told, "kept" if keep_title else "hidden")
    return Edited(held, replace(held.file, withdrawn=gone))


def restore(held: Held) -> Edited:
    """No longer taken back."""
    return Edited(held, replace(held.file, withdrawn=None))


def _entry(held: Held, id: str) -> tuple[str, Entry]:
    for kind, rows in (("place", held.file.places), ("actor", held.file.actors)):
        if id in rows:
            return kind, rows[id]
    ids = ", ".join((*held.file.places, *held.file.actors))
    raise SettingError(f"{id}: expected a place or actor of {held.path}, found none; it has {ids or 'none'}")


def _evidence(content: Path, held: Held) -> Evidence | None:
    """What the machine found in it; None where that cannot be read."""
    found = store.read_evidence(content, held)
    return found if isinstance(found, Evidence) else None


def _none(held: Held, given: str, expected: str, known: list[str]) -> SettingError:
    near = [each for each in known if each.partition(":")[0] == given.partition(":")[0]] or known[:_TOLD]
    told = ", ".join(dict.fromkeys(near))
    return SettingError(f"{given}: expected {expected} of {held.path}, found none; it has {told or 'none'}")


def _without(prints: Fingerprints, keys: set[str]) -> Fingerprints:
    return replace(prints, entries={key: value for key, value in prints.entries.items() if key not in keys})
