"""What the words right around a name state of it: `Reading, England`, `the Brest region`, `the town of Brest`."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.places.context import context
from daybook.places.gazetteer import Entry, Reading
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.stage import inside
from daybook.places.store import ABBREVIATION, CURATED, DEMONYM

_WRITTEN_FROM = 100_000
"""Inhabitants of a town whose name alone in a dateline is never the region of that name."""


def open_readings(match: Match) -> tuple[Reading, ...]:
    if match.abbreviated:
        return tuple(r for r in match.readings.all if r.form == ABBREVIATION) or match.readings.all
    return tuple(r for r in match.readings.all if r.form != ABBREVIATION) or match.readings.all


def restricted(scene: Scene, matches: Sequence[Match], number: int) -> tuple[tuple[Reading, ...], str]:
    """The readings that the words around leave, with a sign of what told so; the sign is empty where nothing does."""
    match, readings = matches[number], open_readings(matches[number])
    words = context()
    if number + 1 < len(matches):
        after = matches[number + 1]
        if after.first == match.last + 1 and scene.gap(after.first) in {", ", " (", " - "}:
            above = [a.entry for a in open_readings(after) if a.form != DEMONYM]
            left = tuple(r for r in readings if any(inside(r.entry, entry) for entry in above))
            if _titled(scene, after):
                return readings, ""
            if left:
                return left, "in " + after.readings.key
            if scene.gap(after.first) == ", " and (elsewhere := _unlisted(scene, match, after)) is not None:
                return (Reading(elsewhere, CURATED),), "in " + after.readings.key
    if number and (left := _holding(scene, matches[number - 1], match, readings)):
        return left, "holds"
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
    line = scene.text.dateline
    if line is not None and line.start <= match.start < line.end:
        left = tuple(r for r in readings if r.entry.kind != "region")
        if len(left) < len(readings) and any(r.entry.population >= _WRITTEN_FROM for r in left):
            return left, "town"
    return readings, ""


def _titled(scene: Scene, above: Match) -> bool:
    """`In Warsaw, U.S. Vice President Harris`: what follows the town begins the name of an office."""
    behind = scene.word(above.last + 1)
    capital = scene.printed(above.last + 1)[:1].isupper()
    near = scene.gap(above.last + 1) == (
        ". " if above.abbreviated and scene.layer[above.end - 1] == "." else " "
    )
    return near and capital and behind in context().offices


def _holding(scene: Scene, before: Match, match: Match, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """`Buffalo, New York`: the readings that hold the place before, where that leaves some out."""
    if before.last != match.first - 1 or scene.gap(match.first) != ", " or _listed(scene, match):
        return ()
    parts = open_readings(before)
    left = tuple(r for r in readings if any(inside(part.entry, r.entry) for part in parts))
    return left if len(left) < len(readings) else ()


def _unlisted(scene: Scene, match: Match, above: Match) -> Entry | None:
    """`Grantville, Pennsylvania`, where the gazetteer knows none there: a place without coordinates, never one elsewhere."""
    holder = next((r.entry for r in open_readings(above) if r.entry.kind in ("country", "region")), None)
    follow = scene.gap(above.last + 1)
    if holder is None or follow == " " or any(r.entry.kind != "city" for r in match.readings.all):
        return None
    if (
        len({r.entry.country for r in open_readings(above)}) > 1
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
