"""Toponyms that reach further than the gazetteer's name: `South Los Angeles`, `Oakport Township`, `Catawba River`."""

from __future__ import annotations

import dataclasses

from daybook.places.fold import fold
from daybook.places.gazetteer import Entry
from daybook.places.match import Match
from daybook.places.stage import Stage
from daybook.values import PlaceKind


def extend(stage: Stage, match: Match, entry: Entry) -> tuple[Match, Entry]:
    """The match with the capitalised words that belong to it, and the place that the whole names."""
    if match.abbreviated or match.typed or stage.scene.shouted[match.first]:
        return match, entry
    if entry.kind == "city" and _direction_before(stage, match):
        start = stage.scene.starts[match.first - 1]
        match = dataclasses.replace(match, first=match.first - 1, start=start)
    kind = _feature_behind(stage, match)
    if kind is None:
        return match, entry
    longer = dataclasses.replace(match, last=match.last + 1, end=stage.scene.ends[match.last + 1])
    if entry.kind == kind == "region":
        return longer, entry
    return longer, _feature(stage.scene.layer[longer.start : longer.end], entry, kind)


def _direction_before(stage: Stage, match: Match) -> bool:
    scene, at = stage.scene, match.first - 1
    printed = scene.printed(at)
    if (
        scene.gap(match.first) != " "
        or printed.lower() not in stage.context.directions
        or not printed.istitle()
    ):
        return False
    return not scene.first[at] and not stage.placed_before(match)


def _feature_behind(stage: Stage, match: Match) -> PlaceKind | None:
    """The kind of the longer place, where a capitalised noun such as `Township` or `River` follows."""
    kinds = stage.context.features
    if not stage.capital_after(match) or match.readings.key.rpartition(" ")[2] in kinds:
        return None
    return kinds.get(stage.after(match))


def _feature(words: str, base: Entry, kind: PlaceKind) -> Entry:
    """A place that the gazetteer lacks; where it is a part of the land, it lies where the town it is named for does."""
    located = base.kind == "city" and kind == "region"
    return Entry(
        "dayb:" + fold(words).replace(" ", "-"),
        words,
        kind,
        base.country,
        base.lat if located else None,
        base.lon if located else None,
        0,
        base.region,
        base.region_name,
    )
