"""What the places of an article say for each other: by country, by division, and by what lies near."""

from __future__ import annotations

import collections
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from daybook.places.gazetteer import Entry

_COUNTRY: Final = 3.2
_REGION: Final = 3.0
_NEAR: Final = 2.0
"""Points that each kind of support gives at most."""
_TOWN: Final = 1.5
"""Points of the very town that the article is at home in."""
_LITTLE: Final = 2.0
"""Mentions of countries under which their share of all mentions counts less."""
_HARDLY: Final = 0.15
"""Share of the mentions under which a country is not spoken of."""
_CENTRE: Final = 2.0
"""Weight of the mentions of neighbours that makes them an article's centre."""
_CELLS: Final = 2
"""Cells of the grid to a degree; what stands in the same or a neighbouring cell is near."""
_FAINT: Final = 0.03
"""Weight under which a reading has no say."""
_HOME: Final = ""
"""The name under which the article's home speaks; no name of a place is empty."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Home:
    """Where the article is at home, as its outlet or its way of writing tells."""

    countries: tuple[tuple[str, float], ...] = ()
    """ISO codes with their weight; a mention of a country weighs 1."""
    region: str = ""
    """Id of a first-level division."""
    point: tuple[float, float] | None = None
    """Latitude and longitude of a town."""
    town: str = ""
    """Its id."""
    narrow: float = 1.0
    """0 to 1: how far the outlet writes of what lies around it; a metropolis' papers write of the world."""
    why: str = "home"
    """What is told of a place that this settled."""


@dataclass(slots=True)
class Candidate:
    """One reading of a name, as the field sees it."""

    entry: Entry
    prior: float
    """Points without the article."""
    divisions: tuple[str, ...]
    """The division that it is, and the one that it lies in."""
    cell: Cell | None
    """Where it lies in the grid, if it can lie near something."""
    local: bool
    """Whether it is small enough to speak for what lies near: a town, a site, a county."""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Support:
    """Points that the rest of the article gives to a place."""

    country: float
    region: float
    near: float
    home: float
    """What of the three, and for the home's own town, is the home's."""
    points: float
    """All together."""


NO_SUPPORT: Final = Support(0.0, 0.0, 0.0, 0.0, 0.0)


def candidate(entry: Entry, prior: float) -> Candidate:
    """A reading made ready for the field."""
    kind, region = entry.kind, entry.region
    placed = entry.lat is not None and entry.lon is not None and kind in ("city", "site", "region")
    own = entry.id if kind == "region" else ""
    return Candidate(
        entry,
        prior,
        tuple(group for group in (own, region) if group),
        _cell(entry.lat or 0.0, entry.lon or 0.0) if placed else None,
        kind in ("city", "site") or (kind == "region" and bool(region)),
    )


class _Tally:
    """What names give to groups: a name counts once for a group, with its highest value."""

    __slots__ = ("_own", "totals")

    def __init__(self) -> None:
        self.totals: dict[str | Cell, float] = {}
        self._own: dict[tuple[str | Cell, str], float] = {}

    def add(self, group: str | Cell, key: str, value: float) -> float:
        """Returns what that adds to the group."""
        known = self._own.get((group, key), 0.0)
        if value <= known:
            return 0.0
        self._own[group, key] = value
        self.totals[group] = self.totals.get(group, 0.0) + value - known
        return value - known

    def own(self, group: str | Cell, key: str) -> float:
        """What one name gives to a group."""
        return self._own.get((group, key), 0.0)

    def others(self, group: str | Cell, key: str) -> float:
        """What all other names give to a group."""
        total = self.totals.get(group)
        return total - self._own.get((group, key), 0.0) if total else 0.0


class Field:
    """The say of all names, each by the weights of its candidates."""

    __slots__ = ("_all", "_cells", "_countries", "_mine", "_narrow", "_regions", "_town", "home_why")

    def __init__(self, names: Iterable[tuple[str, float, list[Candidate]]], home: Home) -> None:
        """`names`: key, what its mentions weigh, candidates."""
        self._countries, self._regions, self._cells = _Tally(), _Tally(), _Tally()
        self._mine: dict[str, float] = collections.defaultdict(float)
        self._town, self._narrow, self.home_why = home.town, home.narrow, home.why
        for key, times, candidates in names:
            for one in candidates:
                if one.weight >= _FAINT:
                    self._add(key, one.weight * times, one)
        for country, value in home.countries:
            self._countries.add(country, _HOME, value)
        if home.region:
            self._regions.add(home.region, _HOME, 1.5 * home.narrow)
        if home.point:
            self._cells.add(_cell(*home.point), _HOME, home.narrow)
        self._all = sum(self._countries.totals.values())

    def _add(self, key: str, value: float, one: Candidate) -> None:
        if one.entry.country:
            self._mine[key] += self._countries.add(one.entry.country, key, value)
        for region in one.divisions:
            self._regions.add(region, key, value)
        if one.local and one.cell is not None:
            self._cells.add(one.cell, key, value)

    def support(self, one: Candidate, key: str) -> Support:
        """Points that the other names, and the home, give to a candidate for a name."""
        country = region = near = home = town = 0.0
        code = one.entry.country
        if code and (said := self._countries.others(code, key)):
            scale = _COUNTRY / max(_LITTLE, self._all - self._mine.get(key, 0.0))
            country, home = scale * said, scale * self._countries.own(code, _HOME)
        said, group = max(
            ((self._regions.others(group, key), group) for group in one.divisions), default=(0, "")
        )
        if said:
            region = _soon(_REGION, said)
            home += region * self._regions.own(group, _HOME) / said
        if one.cell is not None and (around := _around(one.cell, self._cells, key)):
            near = _soon(_NEAR, around)
            home += near * _around(one.cell, self._cells, None) / around
        if self._town and one.entry.id == self._town:
            town = _TOWN * self._narrow
        return Support(country, region, near, home + town, country + region + near + town)

    def abroad(self, one: Candidate, key: str, alone: bool) -> bool:
        """Whether the other names speak of countries, and hardly of the candidate's; not at all, where it is `alone`."""
        others = self._all - self._mine.get(key, 0.0)
        said = self._countries.others(one.entry.country, key)
        return others >= _LITTLE and (said <= 0.0 if alone else said < _HARDLY * others)

    def centred(self, one: Candidate, key: str) -> bool:
        """Whether towns of other names stand near one another, and most of what is said is of the candidate's country."""
        others = self._all - self._mine.get(key, 0.0)
        if self._countries.others(one.entry.country, key) < 0.5 * others:
            return False
        return any(_around(cell, self._cells, key) >= _CENTRE for cell in self._cells.totals)  # type: ignore[arg-type]


def _around(cell: Cell, tally: _Tally, key: str | None) -> float:
    """What other names than `key` give to the cells around; the home's part alone where it is None."""
    y, x = cell
    total = 0.0
    for near in (
        (y - 1, x - 1),
        (y - 1, x),
        (y - 1, x + 1),
        (y, x - 1),
        (y, x),
        (y, x + 1),
        (y + 1, x - 1),
        (y + 1, x),
        (y + 1, x + 1),
    ):
        if near in tally.totals:
            total += tally.own(near, _HOME) if key is None else tally.others(near, key)
    return total


def _soon(most: float, value: float) -> float:
    """0 to `most`: the first pieces of evidence count most."""
    return most * (1.0 - math.exp(-value))


def _cell(lat: float, lon: float) -> Cell:
    return math.floor(lat * _CELLS), math.floor(lon * _CELLS)
