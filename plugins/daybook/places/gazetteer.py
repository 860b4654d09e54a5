"""The compiled gazetteer, opened once for the process."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from daybook.places import store
from daybook.places.store import CURATED, KINDS
from daybook.values import Place, PlaceKind

_FOLDER: Final = Path(__file__).resolve().parent.parent / "knowledge" / "gazetteer"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer, as the rules see it."""

    id: str
    name: str
    kind: PlaceKind
    country: str
    lat: float | None
    lon: float | None
    population: int
    region: str
    """Id of its first-level division, or empty."""
    region_name: str
    preferred: bool = False
    """True where the archive's authority file names it."""

    @property
    def place(self) -> Place:
        return Place(
            self.id,
            self.name,
            self.kind,
            self.country or None,
            self.lat,
            self.lon,
            region=self.region_name or None,
            population=self.population,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may stand for: one entry, and in which form the name is its."""

    entry: Entry
    form: int
    """A form of `store`: MAIN, ALTERNATE, CURATED, DEMONYM, ABBREVIATION or CORE."""


@dataclass(frozen=True, slots=True)
class Readings:
    """All that one folded name may stand for."""

    key: str
    all: tuple[Reading, ...]
    word: bool = False
    """An ordinary English word as well."""
    given: bool = False
    """A given name as well."""
    surname: bool = False
    """A frequent surname as well."""
    forms: frozenset[int] = field(init=False, default=frozenset(), compare=False)
    """All forms in which it is a name."""
    people: int = field(init=False, default=0, compare=False)
    """Inhabitants of the largest place."""
    known: bool = field(init=False, default=False, compare=False)
    """Whether a person put it down as the name of more than a town."""
    divided: bool = field(init=False, default=False, compare=False)
    """Whether it could be a region's."""

    def __post_init__(self) -> None:
        tell = object.__setattr__
        tell(self, "forms", frozenset(r.form for r in self.all))
        tell(self, "people", max((r.entry.population for r in self.all), default=0))
        tell(self, "known", any(r.form == CURATED and r.entry.kind != "city" for r in self.all))
        tell(self, "divided", any(r.entry.kind == "region" for r in self.all))


class Gazetteer:
    """Names to places. Reads of one name are remembered."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._names, self._given, self._entries = store.load(folder)
        self.has = self._names.__contains__
        """Whether any place has a folded name."""
        self.readings = functools.lru_cache(maxsize=20_000)(self._readings)
        self.entry = functools.lru_cache(maxsize=50_000)(self._entry)

    def by_id(self, id: str) -> Entry | None:
        """The place of an id; None where there is none."""
        number = self._entries.find(id)
        return None if number is None else self.entry(number)

    def given_name(self, folded: str) -> bool:
        return folded in self._given

    def _readings(self, key: str) -> Readings:
        records = self._names.get(key, [])
        flags = records[0][1] if records else 0
        return Readings(
            key,
            tuple(Reading(self.entry(number), form & store.FORM) for number, form in records),
            bool(flags & store.WORD_FLAG),
            bool(flags & store.GIVEN_FLAG),
            bool(flags & store.SURNAME_FLAG),
        )

    def _entry(self, number: int) -> Entry:
        entries, columns = self._entries, self._entries.columns
        lat, lon = entries.point(number)
        above = columns["region"][number]
        return Entry(
            entries.id(number),
            entries.name(number),
            KINDS[columns["kind"][number]],
            entries.country(number),
            lat,
            lon,
            columns["population"][number],
            entries.id(above - 1) if above else "",
            entries.name(above - 1) if above else "",
        )


@functools.cache
def gazetteer() -> Gazetteer:
    """The one of this process, opened at first use."""
    return Gazetteer()
