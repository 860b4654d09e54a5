"""The names of an archive, with the words that find them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from daybook.content.authority import Authority
from daybook.search.document import Name, Names
from daybook.site.archive import Archive
from daybook.site.countries import entries_of, shown_name
from daybook.site.entries import Entry, PlaceEntry
from daybook.words import ENGLISH, Words

_MOST_ALIASES = 24
"""A name's other forms beyond these are left out; they are for finding, and some capitals have hundreds."""


def names(archive: Archive, authority: Authority | None = None, words: Words = ENGLISH) -> Names:
    """Every place, actor and source. `authority` adds the other names that people know; countries are called as `words` have it."""
    known = _known(authority) if authority else {}
    places, actors = archive.places, archive.actors
    return Names(
        places={
            id: replace(name, kind=places[id].place.kind, country=places[id].place.country or "")
            for id, name in _named(places, known).items()
        },
        actors={id: replace(name, kind=actors[id].actor.kind) for id, name in _named(actors, known).items()},
        sources=_named({id: entry for id, entry in archive.sources.items() if id}, known),
        countries=_countries(archive, words),
        unstated=_name(archive.sources[""], ()) if "" in archive.sources else None,
    )


def _countries(archive: Archive, words: Words) -> dict[str, Name]:
    """Those that some place lies in, by their codes."""
    own = entries_of(archive.places.values())
    codes = sorted({code for entry in archive.places.values() if (code := entry.place.country)})
    return {code: _country(code, own.get(code), words) for code in codes}


def _country(code: str, entry: PlaceEntry | None, words: Words) -> Name:
    name = shown_name(code, entry, words)
    if entry is None:
        return Name(code.lower(), name)
    own = _name(entry, ())
    return own if own.name == name else replace(own, name=name, aliases=(own.name, *own.aliases))


def _known(authority: Authority) -> dict[str, tuple[str, ...]]:
    known = {place.id: (place.name, *place.aliases) for place in authority.places}
    return known | {actor.id: (actor.name, *actor.aliases) for actor in authority.actors}


def _named(entries: Mapping[str, Entry], known: Mapping[str, tuple[str, ...]]) -> dict[str, Name]:
    return {id: _name(entry, known.get(id, ())) for id, entry in entries.items()}


def _name(entry: Entry, known: tuple[str, ...]) -> Name:
    aliases = dict.fromkeys((*known, *entry.forms))
    aliases.pop(entry.name, None)
    return Name(entry.anchor or PurePosixPath(entry.address).stem, entry.name, tuple(aliases)[:_MOST_ALIASES])
