"""The preferred names of the authority file in entries that a person edited for another reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daybook.content.apart import label
from daybook.content.article_file import ArticleFile, Entry
from daybook.content.authority import Authority, AuthorityActor, AuthorityPlace


def names(file: ArticleFile, known: Authority) -> ArticleFile:
    """The file with the edited entries of the list's actors and places under the names that the list has.

    An entry whose name is none that the list knows was named by a person for this article alone, and stays so.
    """
    actors = _named(file, "actor", file.actors, known.actors)
    places = _named(file, "place", file.places, known.places)
    changed = actors != file.actors or places != file.places
    return replace(file, actors=actors, places=places) if changed else file


def _named(
    file: ArticleFile, kind: str, entries: dict[str, Entry], listed: Iterable[AuthorityActor | AuthorityPlace]
) -> dict[str, Entry]:
    edited = set(file.by_hand())
    by_id = {each.id: each for each in listed if each.id in entries and f"{kind} {each.id}" in edited}
    return {id: _under(entry, by_id[id]) if id in by_id else entry for id, entry in entries.items()}


def _under(entry: Entry, listed: AuthorityActor | AuthorityPlace) -> Entry:
    name, held = str(entry["name"]), entry.get("aliases")
    if name == listed.name or label(name) not in {label(each) for each in (listed.name, *listed.aliases)}:
        return entry
    aliases = {str(each) for each in held} if isinstance(held, list) else set[str]()
    return {**entry, "name": listed.name, "aliases": sorted({*aliases, name} - {listed.name})}
