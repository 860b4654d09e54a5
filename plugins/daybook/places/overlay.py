"""What the archive's authority files add to the gazetteer: names of places, words that are none, and what never is meant."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass

from daybook.content import apart
from daybook.content.apart import Apart
from daybook.content.authority import Authority, AuthorityPlace
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry, Gazetteer, Reading, Readings, gazetteer
from daybook.places.store import CURATED, DEMONYM


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """The authority's places by folded name."""

    places: dict[str, AuthorityPlace]
    by_id: dict[str, AuthorityPlace]
    never: frozenset[str]
    """Folded words that are no name."""
    apart: Apart
    """Names, and the places that they never mean."""

    def readings(self, key: str, known: Gazetteer) -> Readings:
        """The gazetteer's readings under the authority's names; a name the authority gives has that one alone."""
        found = known.readings(key)
        own = self.places.get(key)
        if own is not None:
            form = DEMONYM if any(reading.form == DEMONYM for reading in found.all) else CURATED
            return Readings(key, (Reading(_entry(own), form),))
        if self.by_id and any(reading.entry.id in self.by_id for reading in found.all):
            renamed = tuple(dataclasses.replace(r, entry=self.rename(r.entry)) for r in found.all)
            found = dataclasses.replace(found, all=renamed)
        if self.apart:
            left = tuple(r for r in found.all if not self.apart.keeps_names(key, r.entry.id))
            found = dataclasses.replace(found, all=left)
        return found

    def rename(self, entry: Entry) -> Entry:
        """The entry under the name that the authority prefers."""
        own = self.by_id.get(entry.id)
        return dataclasses.replace(entry, name=own.name, preferred=True) if own else entry

    def entry(self, id: str) -> Entry | None:
        """The place of an id, by the authority or the gazetteer."""
        own = self.by_id.get(id)
        return _entry(own) if own else gazetteer().by_id(id)


@functools.lru_cache(maxsize=4096)
def _entry(own: AuthorityPlace) -> Entry:
    """What a person says of a place, and for the rest what the gazetteer has under its id."""
    known = gazetteer().by_id(own.id) or Entry(own.id, own.name, "site", "", None, None, 0, "", "")
    return dataclasses.replace(
        known,
        name=own.name,
        kind=own.kind or known.kind,
        country=own.country or known.country,
        lat=known.lat if own.lat is None else own.lat,
        lon=known.lon if own.lon is None else own.lon,
        preferred=True,
    )


@functools.lru_cache(maxsize=8)
def overlay(authority: Authority) -> Overlay:
    """The overlay of an authority's files."""
    places = {fold(name): place for place in authority.places for name in (place.name, *place.aliases)}
    places.pop("", None)
    return Overlay(
        places,
        {place.id: place for place in authority.places},
        frozenset(fold(word) for word in authority.never),
        apart.of(authority),
    )
