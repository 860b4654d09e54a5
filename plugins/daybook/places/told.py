"""What is told of the toponyms found: places, mentions, and the places that were passed over."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from daybook.places.gazetteer import Entry
from daybook.places.resolve import Meant
from daybook.places.scene import Scene
from daybook.values import Mention, Place, Rival


@dataclasses.dataclass(frozen=True, slots=True)
class Toponym:
    """One mention on its way out."""

    start: int
    end: int
    entry: Entry
    rule: str
    role: str
    meant: Meant


def tell(
    scene: Scene, found: Sequence[Toponym]
) -> tuple[tuple[Place, ...], tuple[Mention, ...], tuple[Rival, ...]]:
    """The places in the order of their first mention, all mentions, and for each place the rivals of its surest name."""
    places: dict[str, Place] = {}
    surest: dict[str, Meant] = {}
    aliases: dict[str, dict[str, None]] = {}
    mentions = []
    for one in found:
        words, key = scene.layer[one.start : one.end], one.entry.id
        sentence = scene.sentence_at(one.start)
        mentions.append(Mention("place", key, words, one.start, one.end, sentence, one.rule, one.role))
        if key not in places:
            places[key], aliases[key] = one.entry.place, {}
        if key not in surest or one.meant.share > surest[key].share:
            surest[key] = one.meant
        if one.role != "demonym" and words != one.entry.name:
            aliases[key][words] = None
    told = tuple(_sure(place, surest[key], tuple(aliases[key])) for key, place in places.items())
    return told, tuple(mentions), tuple(rival for key in places for rival in _rivals(key, surest[key]))


def _sure(place: Place, meant: Meant, aliases: tuple[str, ...]) -> Place:
    return dataclasses.replace(place, aliases=aliases, confidence=round(meant.share, 2), why=meant.why)


def _rivals(key: str, meant: Meant) -> list[Rival]:
    return [
        Rival(f"place {key}", other.entry.id, told_apart(other.entry.place), round(other.share, 2), other.why)
        for other in meant.others
        if other.entry.id != key
    ]


def told_apart(place: Place) -> str:
    """A place's name as a person tells it from others of that name: `Springfield, Illinois, US`, `Georgia, country`."""
    if place.kind not in ("city", "site"):
        parts = [place.name, place.region if place.region != place.name else None, place.country, place.kind]
        if place.kind in ("country", "continent"):
            parts = [place.name, place.kind]
    else:
        parts = [place.name, place.region, place.country]
    return ", ".join(part for part in parts if part)
