"""Toponyms that reach further than the gazetteer's name: `South Los Angeles`, `Oakport Township`, `Catawba River`."""

from __future__ import annotations

import dataclasses

from daybook.places.evidence import DIRECTIONS
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry
from daybook.places.match import Match
from daybook.places.stage import Stage


def extend(stage: Stage, match: Match, entry: Entry) -> tuple[Match, Entry]:
    """The match with the capitalised words that belong to it, and the place that the whole names."""
    scene, kinds = stage.scene, stage.context.features
    if entry.kind == "city" and not match.abbreviated and not scene.shouted[match.first]:
        before = scene.printed(match.first - 1)
        if scene.gap(match.first) == " " and before[:1].isupper() and before[1:].islower() and before.lower() in DIRECTIONS and not scene.first[match.first - 1]:
            if not stage.placed_before(match):
                match = dataclasses.replace(match, first=match.first - 1, start=scene.starts[match.first - 1])
    noun = stage.after(match)
    if match.typed or match.abbreviated or noun not in kinds or not stage.capital_after(match) or scene.shouted[match.first]:
        return match, entry
    if match.readings.key.rpartition(" ")[2] in kinds:
        return match, entry
    longer = dataclasses.replace(match, last=match.last + 1, end=scene.ends[match.last + 1])
    if entry.kind == "region" and kinds[noun] == "region":
        return longer, entry
    return longer, _feature(scene.layer[longer.start : longer.end], entry, kinds[noun])


def _feature(words: str, base: Entry, kind: str) -> Entry:
    """A place that the gazetteer lacks, at the place it is named for."""
    located = base if base.kind == "city" and kind == "region" else None
    return Entry(
        "dayb:" + fold(words).replace(" ", "-"),
        words,
        kind,  # type: ignore[arg-type]
        base.country,
        located.lat if located else None,
        located.lon if located else None,
        0,
        base.region,
        base.region_name,
    )
