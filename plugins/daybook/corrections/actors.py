"""Actors: which names are one, which are two, and what one is called."""

from __future__ import annotations

import re

from slugify import slugify

from daybook.content import apart
from daybook.corrections.desk import Desk
from daybook.corrections.known import Met
from daybook.corrections.yaml_list import Value
from daybook.errors import SettingError


def same(desk: Desk, target: Met, others: tuple[str, ...], unseen: bool) -> None:
    """All others are `target`: an actor by its id or name, or another name, whosever it was."""
    claimed = list[str]()
    for given in others:
        met = desk.known.bearer(given, unseen)
        labels = {apart.label(given)}
        if met and met.id != target.id:
            labels |= _labels(desk, met)
            claimed += [*_absorb(desk, target.id, met.id), *_claims(met)]
        elif not met:
            claimed.append(given)
        desk.reunite(_labels(desk, target), labels - _labels(desk, target))
    _claim(desk, target, claimed)


def not_same(desk: Desk, one: str, other: str, unseen: bool) -> None:
    """Two that are not one: an actor by its id or name, or another name that is taken for it."""
    mets = [desk.known.bearer(given, unseen) for given in (one, other)]
    pair = [met.id if met else given for met, given in zip(mets, (one, other), strict=True)]
    labels = {apart.label(each) for each in pair}
    if len(labels) < 2:
        raise SettingError(
            f"{one}: expected two, found the same twice; name the other as the articles have it"
        )
    for number, entry in enumerate(desk.entries("actors")):
        if entry["id"] in pair:
            wrong = labels - {apart.label(entry["id"])}
            _disown(desk, number, [alias for alias in _aliases(desk, number) if apart.label(alias) in wrong])
    if not any({apart.label(each) for each in held} == labels for held in desk.entries("apart")):
        desk.add("apart", pair)


def rename(desk: Desk, met: Met, name: str) -> None:
    """`met` is called `name` from now on; the name it had stays one of its names."""
    for other in desk.known.actors.values():
        if other.id != met.id and apart.label(other.name) == apart.label(name):
            raise SettingError(
                f"{name}: expected a name that no other has, found that of {other}; if they are one, say daybook same first"
            )
    number = desk.find("actors", "id", met.id)
    if number is not None:
        desk.drop("actors", number, "aliases", [name] if name in _aliases(desk, number) else [])
    before = [met.name] if met.name != name and not _is_homonym(met) else []
    desk.upsert("actors", number, {"id": met.id, "name": name, "aliases": before} | _facts(met, number))


def _is_homonym(met: Met) -> bool:
    """Whether another has the very name, so that only the id tells the two apart."""
    return (
        re.fullmatch(rf"{re.escape(slugify(met.name, max_length=80))}-(?:[a-z]{{2}}|\d+)", met.id) is not None
    )


def _claims(met: Met) -> list[str]:
    """By which an entry claims an actor: its name, and its id where the name does not give it."""
    if _is_homonym(met):
        return [met.id]
    return [met.name] + ([met.id] if slugify(met.name, max_length=80) != met.id else [])


def _aliases(desk: Desk, number: int) -> list[str]:
    return list(desk.entries("actors")[number].get("aliases", []))


def _labels(desk: Desk, met: Met) -> set[str]:
    """All by which pairs may speak of it."""
    number = desk.find("actors", "id", met.id)
    return met.labels | {
        apart.label(alias) for alias in (_aliases(desk, number) if number is not None else ())
    }


def _absorb(desk: Desk, keep: str, id: str) -> list[str]:
    """Take the entry of an id out; the names it claimed."""
    number = desk.find("actors", "id", id)
    if number is None:
        return []
    entry = desk.entries("actors")[number]
    desk.remove("actors", number)
    desk.say(f"{desk.path('actors')}: the entry {id} is taken out, as it is one with {keep}")
    return [entry["name"], *entry.get("aliases", [])]


def _claim(desk: Desk, target: Met, names: list[str]) -> None:
    """The entry with new aliases, which no other entry has from now on."""
    number = desk.find("actors", "id", target.id)
    name = desk.entries("actors")[number]["name"] if number is not None else target.name
    wanted = [each for each in dict.fromkeys(names) if each != name]
    for at, entry in enumerate(desk.entries("actors")):
        if at != number:
            _disown(desk, at, [alias for alias in entry.get("aliases", []) if alias in wanted])
    desk.upsert("actors", number, {"id": target.id, "name": name, "aliases": wanted} | _facts(target, number))


def _disown(desk: Desk, number: int, aliases: list[str]) -> None:
    id = desk.entries("actors")[number]["id"]
    desk.drop("actors", number, "aliases", aliases)
    for alias in aliases:
        desk.say(f"{desk.path('actors')}: {alias} is no name of {id} any more")


def _facts(met: Met, number: int | None) -> dict[str, Value]:
    """What a new entry has from the articles."""
    if number is not None:
        return {}
    kind = {"kind": met.kind} if met.kind not in ("", "person") else {}
    return kind | ({"country": met.country} if met.country else {})
