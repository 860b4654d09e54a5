"""Which of the places of one name is meant: what the text states, then the article's own geography, population last."""

from __future__ import annotations

import collections
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from daybook.places import unlisted
from daybook.places.capitals import capitals
from daybook.places.context import context
from daybook.places.field import NO_SUPPORT, Candidate, Field, Home, Support, candidate
from daybook.places.gazetteer import Entry, Reading
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.stage import inside
from daybook.places.stated import open_readings, restricted
from daybook.places.store import ALTERNATE, CORE, CURATED, DEMONYM

_PASSES: Final = 3
_FORM: Final = {ALTERNATE: -2.0, CORE: -1.5, CURATED: 0.6}
"""Points of a name's form: a spelling that people wrote down speaks for the place, another of GeoNames' against."""
_KIND: Final = {"country": 9.0, "continent": 9.0, "water": 7.5, "site": 6.0}
_KNOWN_REGION: Final = 1.0
"""Points of a region that people wrote down, before the towns that are called after it."""
_BESIDE_GREAT: Final = -0.3
"""Points of such a region whose name a great city bears: `Washington`, `New York`."""
_LOCAL: Final = (1.0, 0.7)
"""Points of a town whose police, school or residents are spoken of, and how far its size then counts."""
_MIDDLING: Final = 4.0
"""Points of a town of 10,000."""
_SETTLED: Final = 1e-4
"""Change of weights from which another pass changes nothing that counts."""
_SHARP: Final = 2.76
"""How fast a lower score loses weight where places speak for each other: a point less leaves a sixteenth."""
_CALIBRATED: Final = 1.1
"""How fast a lower score loses its part of the share, so that shares are about as often right as they say."""
_UNLISTED: Final = 4.0
"""Points of a town of the name that the gazetteer lacks: what makes a weak town's share small where it has no rival."""
_TELLING: Final = 0.5
"""Points of lead from which a kind of support settles a name."""
_SMALL: Final = 50_000
"""Inhabitants under which a town far from all others of the article is not the one that is meant."""
_OPEN: Final = 0.5
"""Share of a place that no gazetteer has and the article does not state."""
_RIVALS: Final = 3
_CREDIBLE: Final = 0.02
"""Share from which a reading counts as a rival."""


@dataclass(slots=True)
class Name:
    """One name of the article, with all its mentions and the readings still open."""

    key: str
    mentions: list[int]
    """Numbers of its matches."""
    candidates: list[Candidate]
    stated: bool = False
    """True where the text itself says which it is."""

    @property
    def times(self) -> float:
        """What its mentions weigh together."""
        return min(3.0, 1.0 + 0.5 * (len(self.mentions) - 1))


@dataclass(frozen=True, slots=True)
class Other:
    """A place that a name could also have meant."""

    entry: Entry
    share: float
    why: str
    """What spoke for it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a match means."""

    entry: Entry
    share: float
    """How likely it is meant, 0 to 1: its part of what all readings have, and a town that the gazetteer lacks."""
    fit: float
    """Points that the rest of the article gives to the place."""
    why: str
    """What settled it: `authority`, `stated`, `only`, `country`, `region`, `near`, `home` or `population`."""
    others: tuple[Other, ...] = ()
    """The likeliest first."""


def alone(entry: Entry, share: float) -> Meant:
    """What a place that no gazetteer has is taken for."""
    return Meant(entry, share, 0.0, "unlisted")


def resolve(scene: Scene, matches: Sequence[Match], home: Home) -> list[Meant]:
    """The place of each match."""
    names = _names(scene, matches)
    for name in names:
        _weigh(name.candidates, [one.prior for one in name.candidates])
    for _ in range(_PASSES):
        field = _field(names, home)
        scored = [(name.candidates, _scores(name, field)) for name in names if len(name.candidates) > 1]
        if max([_weigh(candidates, scores) for candidates, scores in scored], default=0.0) < _SETTLED:
            break
    field = _field(names, home)
    answer: dict[int, Meant] = {}
    for name in names:
        first = matches[name.mentions[0]]
        meant = _meant(name, field, scene.layer[first.start : first.end])
        answer.update(dict.fromkeys(name.mentions, meant))
    return [answer[k] for k in range(len(matches))]


def _field(names: Sequence[Name], home: Home) -> Field:
    return Field([(name.key, name.times, name.candidates) for name in names], home)


def _scores(name: Name, field: Field) -> list[float]:
    return [one.prior + field.support(one, name.key).points for one in name.candidates]


def _weigh(candidates: list[Candidate], scores: list[float]) -> float:
    """Give each candidate its share of the weight; returns the largest change."""
    top, most = max(scores), 0.0
    raised = [math.exp((score - top) * _SHARP) for score in scores]
    total = sum(raised)
    for one, value in zip(candidates, raised, strict=True):
        most = max(most, abs(value / total - one.weight))
        one.weight = value / total
    return most


def _meant(name: Name, field: Field, words: str) -> Meant:
    """The best candidate, with its share, what settled it, and its rivals."""
    supports = [field.support(one, name.key) for one in name.candidates]
    scores = [one.prior + support.points for one, support in zip(name.candidates, supports, strict=True)]
    order = sorted(range(len(scores)), key=lambda k: (-name.candidates[k].weight, k))
    best, top = name.candidates[order[0]], max(scores)
    raised = [math.exp((score - top) * _CALIBRATED) for score in scores]
    total = sum(raised)
    if best.entry.kind == "city":
        total += math.exp((_UNLISTED - top) * _CALIBRATED)
    away = not name.stated and _away(name, best, supports[order[0]], field)
    rest = order if away else [k for k in order if not _together(best.entry, name.candidates[k].entry)]
    others = tuple(
        Other(name.candidates[k].entry, raised[k] / total, _named(_leading(supports[k], None), field))
        for k in rest[:_RIVALS]
        if raised[k] >= _CREDIBLE * total
    )
    if away:
        return Meant(unlisted.entry(words), _OPEN, 0.0, "unlisted", others)
    why = _settled(name, supports[order[0]], supports[rest[0]] if rest else None)
    share = (sum(raised) - sum(raised[k] for k in rest)) / total
    support = supports[order[0]]
    return Meant(best.entry, share, support.points, _named(why, field), others)


def _together(one: Entry, other: Entry) -> bool:
    """Whether two places of a name are one for who reads of it: a town, and the division around it."""
    if one is other:
        return True
    if not (inside(one, other) or inside(other, one)) or None in (one.lat, one.lon, other.lat, other.lon):
        return False
    return (
        abs((one.lat or 0.0) - (other.lat or 0.0)) < 1.0 and abs((one.lon or 0.0) - (other.lon or 0.0)) < 1.5
    )


def _away(name: Name, one: Candidate, support: Support, field: Field) -> bool:
    """Whether a small town lies where nothing of the article does, though the article has its own part of the world:
    then another of its name is meant, which the gazetteer lacks."""
    entry = one.entry
    if entry.kind != "city" or entry.preferred or entry.population >= _SMALL:
        return False
    if support.region + support.near >= _TELLING or support.home >= _TELLING:
        return False
    return field.abroad(one, name.key, len(name.candidates) == 1) or field.centred(one, name.key)


def _settled(name: Name, best: Support, second: Support | None) -> str:
    if name.candidates[0].entry.preferred and len(name.candidates) == 1:
        return "authority"
    if name.stated:
        return "stated"
    return "only" if second is None else _leading(best, second)


def _named(why: str, field: Field) -> str:
    """An article without an outlet that is known is at home by its manner alone."""
    return field.home_why if why == "home" else why


def _leading(one: Support, other: Support | None) -> str:
    """The kind of support in which a candidate leads most before another, or stands best; `population` where in none."""
    less = other or NO_SUPPORT
    lead, kind = max(
        (one.home - less.home, "home"),
        (one.region - less.region, "region"),
        (one.near - less.near, "near"),
        (one.country - less.country, "country"),
        key=lambda each: each[0],
    )
    return kind if lead >= _TELLING else "population"


def _names(scene: Scene, matches: Sequence[Match]) -> list[Name]:
    """Mentions grouped: one name means one place in an article, unless the text itself tells two apart."""
    groups: dict[tuple[str, str], Name] = {}
    loose: dict[str, list[int]] = collections.defaultdict(list)
    for number, match in enumerate(matches):
        key = match.readings.key
        readings, sign = restricted(scene, matches, number)
        if not sign:
            loose[key].append(number)
            continue
        name = groups.get((key, sign))
        if name is None:
            name = groups[key, sign] = Name(key, [], _candidates(readings), stated=sign != "town")
        name.mentions.append(number)
    stated: dict[str, Name] = {}
    for (key, sign), name in groups.items():
        if sign.startswith("in "):
            stated.setdefault(key, name)
    for key in [key for key, sign in groups if sign == "town"]:
        if key in stated:
            stated[key].mentions.extend(groups.pop((key, "town")).mentions)
        else:
            stated[key] = groups[key, "town"]
    for key, numbers in loose.items():
        if key in stated:
            stated[key].mentions.extend(numbers)
        else:
            local = any(_local(scene, matches[number]) for number in numbers)
            groups[key, ""] = Name(key, numbers, _candidates(open_readings(matches[numbers[0]]), local))
    return list(groups.values())


def _local(scene: Scene, match: Match) -> bool:
    """`Lebanon police`, `the Paris couple`: said of a town, and mostly by those who live near it."""
    gap, at = scene.gap(match.last + 1), match.last + 1
    if gap in {"'", "’"} and scene.word(at) == "s":
        gap, at = scene.gap(at + 1), at + 1
    return gap == " " and scene.word(at) in context().local


def _candidates(readings: Sequence[Reading], local: bool = False) -> list[Candidate]:
    great = any(r.form == CURATED and _great(r.entry) for r in readings)
    return [candidate(reading.entry, _prior(reading, local, great)) for reading in readings]


def _great(entry: Entry) -> bool:
    """Whether a town is a capital or has a million inhabitants: no region of its name is called before it."""
    return entry.kind == "city" and (entry.population >= 1_000_000 or entry.id in capitals())


def _prior(reading: Reading, local: bool, great: bool) -> float:
    """Points without the article: inhabitants, in powers of ten, or what its kind is worth. `local`: the name is
    spoken of as a town's; `great`: a great city bears it."""
    entry, points = reading.entry, _FORM.get(reading.form, 0.0)
    if entry.kind == "city":
        size = math.log10(max(entry.population, 300))
        return points + (_LOCAL[0] + _MIDDLING + _LOCAL[1] * (size - _MIDDLING) if local else size)
    if entry.kind != "region":
        return points + _KIND[entry.kind] - (1.0 if reading.form == DEMONYM else 0.0)
    if reading.form == CURATED:
        points += _BESIDE_GREAT if great else _KNOWN_REGION
    if not entry.population:
        return points + (5.9 if reading.form == CURATED else 4.4)
    return points + (4.4 if entry.population < 100_000 else min(6.5, math.log10(entry.population) - 0.8))
