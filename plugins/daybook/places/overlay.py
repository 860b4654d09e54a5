"""What the archive's authority file adds to the gazetteer: names of places, and words that are none."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass

from daybook.content.authority import Authority, AuthorityPlace
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry, Gazetteer, Reading, Readings
from daybook.places.store import CURATED


@dataclass(frozen=True, slots=True)
class Overlay:
    """The authority file's places by folded name."""

    places: dict[str, AuthorityPlace]
    by_id: dict[str, AuthorityPlace]
    openings: frozenset[str]
    """First words of the names."""
    never: frozenset[str]
    """Folded words that are no name."""

    def prefixes(self, window: str) -> list[str]:
        """The authority's names that the window begins with."""
        if window.partition(" ")[0] not in self.openings:
            return []
        return [name for name in self.places if window.startswith(name)]

    def readings(self, key: str, gazetteer: Gazetteer) -> Readings:
        """The gazetteer's readings under the authority's names; a name the authority gives has that one alone."""
        found = gazetteer.readings(key)
        own = self.places.get(key)
        if own is not None:
            return Readings(key, (Reading(self._entry(own, found), CURATED),))
        if any(reading.entry.id in self.by_id for reading in found.all):
            renamed = tuple(dataclasses.replace(r, entry=self.rename(r.entry)) for r in found.all)
            return dataclasses.replace(found, all=renamed)
        return found

    def rename(self, entry: Entry) -> Entry:
        """The entry under the name that the authority prefers."""
        own = self.by_id.get(entry.id)
        return dataclasses.replace(entry, name=own.name, preferred=True) if own else entry

    def _entry(self, own: AuthorityPlace, found: Readings) -> Entry:
        known = next((r.entry for r in found.all if r.entry.id == own.id), None) or _facts(own)
        return dataclasses.replace(
            known,
            name=own.name,
            kind=own.kind or known.kind,
            country=own.country or known.country,
            lat=known.lat if own.lat is None else own.lat,
            lon=known.lon if own.lon is None else own.lon,
            preferred=True,
        )


def _facts(own: AuthorityPlace) -> Entry:
    """What the gazetteer knows of the id under the entry's other names, else nothing."""
    from daybook.places.gazetteer import gazetteer

    for name in (own.name, *own.aliases):
        for reading in gazetteer().readings(fold(name)).all:
            if reading.entry.id == own.id:
                return reading.entry
    return Entry(own.id, own.name, own.kind or "site", own.country or "", own.lat, own.lon, 0, "", "")


@functools.lru_cache(maxsize=8)
def overlay(authority: Authority) -> Overlay:
    """The overlay of an authority file."""
    places = {fold(name): place for place in authority.places for name in (place.name, *place.aliases)}
    places.pop("", None)
    return Overlay(
        places,
        {place.id: place for place in authority.places},
        frozenset(name.partition(" ")[0] for name in places),
        frozenset(fold(word) for word in authority.never),
    )
