"""Which of the places of one name is meant: containment in the text, then the article's own geography, population last."""

from __future__ import annotations

import collections
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from daybook.places.context import context
from daybook.places.gazetteer import Entry, Reading
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.stage import inside
from daybook.places.store import ABBREVIATION, ALTERNATE, CORE, CURATED, DEMONYM

_PASSES: Final = 3
_FORM: Final = {ALTERNATE: -2.0, CORE: -1.5, CURATED: 0.6}
"""Points of a name's form: a spelling that people wrote down speaks for the place, another of GeoNames' against."""
_KIND: Final = {"country": 9.0, "continent": 9.0, "water": 6.0, "site": 6.0, "region": 4.6}
_COUNTRY: Final = 2.6
_REGION: Final = 3.0
_NEAR: Final = 2.0
_SHARP: Final = 1.2
"""How fast a lower score loses weight where places speak for each other."""


@dataclass(slots=True)
class Name:
    """One name of the article, with all its mentions and the readings still open."""

    key: str
    mentions: list[int]
    """Numbers of its matches."""
    readings: tuple[Reading, ...]
    fixed: bool = False
    """True where the text itself says which it is."""
    weights: list[float] = field(default_factory=list)

    def best(self) -> Reading:
        top = max(range(len(self.readings)), key=lambda k: (self.weights[k], -k))
        return self.readings[top]


@dataclass(frozen=True, slots=True)
class Home:
    """Where the article is at home: the outlet's town and country, the dateline."""

    countries: tuple[tuple[str, float], ...] = ()
    """ISO codes with their weight; a mention of a country weighs 1."""
    region: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """What a match means."""

    entry: Entry
    share: float
    """Of the weight that it took from its rivals, 0 to 1."""
    fit: float
    """Points that the rest of the article gives to the place."""


def resolve(scene: Scene, matches: Sequence[Match], home: Home) -> list[Meant]:
    """The place of each match."""
    names = _names(scene, matches)
    for name in names:
        name.weights = _soft([_prior(reading, name) for reading in name.readings])
    for _ in range(_PASSES):
        field_ = _Field(names, home)
        fresh = []
        for name in names:
            fresh.append(_soft([_prior(r, name) + field_.speaks(r.entry, name) for r in name.readings]))
        for name, weights in zip(names, fresh, strict=True):
            name.weights = weights
    answer: dict[int, Meant] = {}
    last = _Field(names, home)
    for name in names:
        entry = name.best().entry
        meant = Meant(entry, max(name.weights), last.speaks(entry, name))
        answer.update(dict.fromkeys(name.mentions, meant))
    return [answer[k] for k in range(len(matches))]


def _names(scene: Scene, matches: Sequence[Match]) -> list[Name]:
    """Mentions grouped: one name means one place in an article, unless the text itself tells two apart."""
    groups: dict[tuple[str, str], Name] = {}
    loose: dict[str, list[int]] = collections.defaultdict(list)
    for number, match in enumerate(matches):
        key = match.readings.key
        readings, sign = _restricted(scene, matches, number)
        if not sign:
            loose[key].append(number)
            continue
        name = groups.setdefault((key, sign), Name(key, [], readings, fixed=True))
        name.mentions.append(number)
    stated: dict[str, Name] = {}
    for (key, sign), name in groups.items():
        if sign.startswith("in "):
            stated.setdefault(key, name)
    for key, numbers in loose.items():
        if key in stated:
            stated[key].mentions.extend(numbers)
        else:
            groups[key, ""] = Name(key, numbers, _open(matches[numbers[0]]))
    return list(groups.values())


def _open(match: Match) -> tuple[Reading, ...]:
    if match.abbreviated:
        return tuple(r for r in match.readings.all if r.form == ABBREVIATION) or match.readings.all
    return tuple(r for r in match.readings.all if r.form != ABBREVIATION) or match.readings.all


def _restricted(scene: Scene, matches: Sequence[Match], number: int) -> tuple[tuple[Reading, ...], str]:
    """The readings that the words around leave, with a sign of what told so; the sign is empty where nothing does."""
    match, readings = matches[number], _open(matches[number])
    words = context()
    if number + 1 < len(matches):
        after = matches[number + 1]
        if after.first == match.last + 1 and scene.gap(after.first) in {", ", " (", " - "}:
            left = tuple(r for r in readings if any(inside(r.entry, a.entry) for a in after.readings.all))
            if left:
                return left, "in " + after.readings.key
            if scene.gap(after.first) == ", " and (elsewhere := _unlisted(scene, match, after)) is not None:
                return (Reading(elsewhere, CURATED),), "in " + after.readings.key
    noun = scene.word(match.last + 1) if scene.gap(match.last + 1) == " " else ""
    before = scene.word(match.first - 1), scene.word(match.first - 2)
    if noun in words.division_nouns or (before[0] == "of" and before[1] in words.division_nouns):
        left = tuple(r for r in readings if r.entry.kind == "region")
        if left:
            return left, "division"
    if before[0] == "of" and before[1] in words.town_nouns:
        left = tuple(r for r in readings if r.entry.kind == "city")
        if left:
            return left, "town"
    return readings, ""


def _unlisted(scene: Scene, match: Match, above: Match) -> Entry | None:
    """`Grantville, Pennsylvania`, where the gazetteer knows none there: a place without coordinates, never one elsewhere."""
    holder = next((r.entry for r in _open(above) if r.entry.kind in ("country", "region")), None)
    follow = scene.gap(above.last + 1)
    if holder is None or follow == " " or any(r.entry.kind != "city" for r in match.readings.all):
        return None
    if (
        len({r.entry.country for r in _open(above)}) > 1
        or scene.word(above.last + 1) in {"and", "or"}
        or _listed(scene, above)
    ):
        return None
    words = scene.layer[match.start : match.end]
    region = (holder.id, holder.name) if holder.kind == "region" else ("", "")
    own = f"dayb:{holder.country.lower()}-{match.readings.key.replace(' ', '-')}"
    return Entry(own, words, "city", holder.country, None, None, 0, *region)


def _listed(scene: Scene, above: Match) -> bool:
    """`Homs, Syria, Iraq and`: a list, not a place in its country."""
    return (
        scene.gap(above.last + 1) == ", "
        and scene.printed(above.last + 1)[:1].isupper()
        and scene.word(above.last + 2) in {"and", ""}
    )


def _prior(reading: Reading, name: Name) -> float:
    """Points without the article: inhabitants, in powers of ten, or what its kind is worth."""
    entry, form = reading.entry, reading.form
    points = _FORM.get(form, 0.0)
    if entry.kind == "city":
        return points + math.log10(max(entry.population, 300))
    if entry.kind == "region":
        return points + (4.4 if entry.population < 100_000 else min(6.5, math.log10(entry.population) - 0.8))
    return points + _KIND[entry.kind] - (0.0 if form != DEMONYM else 1.0)


def _soft(scores: list[float]) -> list[float]:
    top = max(scores)
    raised = [math.exp((score - top) * _SHARP * 2.3) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


class _Tally:
    """What names give to groups: a name counts once for a group, with its highest value."""

    __slots__ = ("_own", "totals")

    def __init__(self) -> None:
        self.totals: dict[object, float] = collections.defaultdict(float)
        self._own: dict[tuple[object, str], float] = {}

    def add(self, group: object, key: str, value: float) -> None:
        known = self._own.get((group, key), 0.0)
        if value > known:
            self._own[group, key] = value
            self.totals[group] += value - known

    def others(self, group: object, key: str) -> float:
        """What all other names give to a group."""
        total = self.totals.get(group)
        return total - self._own.get((group, key), 0.0) if total else 0.0


class _Field:
    """What the names of an article say for each other: countries, divisions, and the degrees around."""

    def __init__(self, names: Sequence[Name], home: Home) -> None:
        self.countries, self.regions, self.cells = _Tally(), _Tally(), _Tally()
        for name in names:
            self._add(name)
        for country, value in home.countries:
            self.countries.add(country, "\0home", value)
        if home.region:
            self.regions.add(home.region, "\0home", 1.5)
        if home.point:
            self.cells.add(_cell(*home.point), "\0home", 1.0)
        self._all = max(1.0, sum(self.countries.totals.values()))

    def _add(self, name: Name) -> None:
        times = min(3.0, 1.0 + 0.5 * (len(name.mentions) - 1))
        for reading, weight in zip(name.readings, name.weights, strict=True):
            if weight < 0.03:
                continue
            entry, value = reading.entry, weight * times
            if entry.country:
                self.countries.add(entry.country, name.key, value)
            for region in _divisions(entry):
                self.regions.add(region, name.key, value)
            if entry.lat is not None and entry.lon is not None and _local(entry):
                self.cells.add(_cell(entry.lat, entry.lon), name.key, value)

    def speaks(self, entry: Entry, name: Name) -> float:
        """Points that the other names give to a place."""
        points = (
            _COUNTRY * self.countries.others(entry.country, name.key) / self._all if entry.country else 0.0
        )
        divisions = [self.regions.others(region, name.key) for region in _divisions(entry)]
        points += _REGION * _soon(max(divisions, default=0.0))
        if entry.lat is not None and entry.lon is not None and entry.kind in ("city", "site", "region"):
            points += _NEAR * _soon(self._near(entry.lat, entry.lon, name.key))
        return points

    def _near(self, lat: float, lon: float, key: str) -> float:
        y, x = _cell(lat, lon)
        return sum(self.cells.others((y + dy, x + dx), key) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def _soon(value: float) -> float:
    """0 to 1: the first pieces of evidence count most."""
    return 1.0 - math.exp(-max(0.0, value))


def _local(entry: Entry) -> bool:
    """Whether a place is small enough to speak for what lies near: a town, a site, a county."""
    return entry.kind in ("city", "site") or (entry.kind == "region" and bool(entry.region))


def _divisions(entry: Entry) -> list[str]:
    """The division that a place is, and the one that it lies in."""
    return [region for region in (entry.id if entry.kind == "region" else "", entry.region) if region]


def _cell(lat: float, lon: float) -> tuple[int, int]:
    """The degree of latitude and longitude."""
    return math.floor(lat), math.floor(lon)
