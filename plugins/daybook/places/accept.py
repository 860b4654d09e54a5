"""Which matches of the gazetteer are toponyms where they stand: plain cases first, then the evidence is weighed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Final

from daybook.places import evidence
from daybook.places.match import Match
from daybook.places.stage import Stage
from daybook.places.store import ABBREVIATION, CURATED, DEMONYM

Rule = Callable[[Stage, Match], bool | None]
_SURE: Final = 2.0
"""Points from which a name is a place without doubt, and lends that to its other mentions."""


def accept(stage: Stage) -> list[tuple[str, float]]:
    """Fill `stage.taken` with the toponyms, in order; returns the rule that took each, with its points. Two passes: the first finds
    the names that are places without doubt somewhere in the article."""
    first = dataclasses.replace(stage, taken=[], answers={})
    told = _pass(first)
    stage.sure = {m.readings.key for m, (_, points) in zip(first.taken, told, strict=True) if points >= _SURE}
    stage.answers = {key: answer for key, answer in first.answers.items() if key[2] not in stage.sure}
    return _pass(stage)


def _pass(stage: Stage) -> list[tuple[str, float]]:
    rules: list[tuple[str, float]] = []
    last = -1
    for at in sorted(stage.at):
        if at <= last:
            continue
        for found in stage.at[at]:
            key = (found.first, found.last, found.readings.key)
            if key not in stage.answers:
                stage.answers[key] = holds(stage, found)
            if (rule := stage.answers[key]) is not None:
                stage.taken.append(found)
                rules.append(rule)
                last = found.last
                break
    return rules


def holds(stage: Stage, match: Match) -> tuple[str, float] | None:
    """The name of the rule that takes a match for a toponym, and its points; None where it is none."""
    for rule in PLAIN:
        answer = rule(stage, match)
        if answer is not None:
            return (rule.__name__.replace("_", "-"), evidence.PLAIN) if answer else None
    points = evidence.points(stage, match)
    return ("evidence", points) if points >= 0 else None


def never_a_name(stage: Stage, match: Match) -> bool | None:
    """The archive's own list of words that are no names, or what stands within such words."""
    held = any(first <= match.first and match.last <= last for first, last in stage.barred)
    return False if held or match.readings.key in stage.never else None


def numbered(stage: Stage, match: Match) -> bool | None:
    """`Canada-1`, `Sky-24`: a channel or a product."""
    follow = stage.scene.layer[match.end : match.end + 2]
    if follow[:1] in "-–" and follow[1:].isdigit():
        return False
    return False if match.readings.key.replace(" ", "").isdigit() else None


def no_place(stage: Stage, match: Match) -> bool | None:
    """`Christmas`, `White House`, `Sen.`, `August`: known for something else, whatever town is called so."""
    key, words = match.readings.key, stage.context
    if stage.scene.gap(match.last + 1) == ", " and evidence.container(stage, match):
        return None
    if key in words.no_places or key in words.months:
        return False
    stopped = stage.scene.layer[match.end : match.end + 1] == "."
    return False if stopped and not match.abbreviated and key in words.titles else None


def acronym(stage: Stage, match: Match) -> bool | None:
    """`UN`, `HIV`, `ALMA` in a sentence that is not in capitals: no town."""
    printed = stage.scene.layer[match.start : match.end]
    if match.abbreviated or len(printed) > 5 or not printed.isupper() or _capitals_around(stage, match):
        return None
    line = stage.scene.text.dateline
    return None if line is not None and line.start <= match.start < line.end else False


def _capitals_around(stage: Stage, match: Match) -> bool:
    words = (stage.scene.printed(match.first - 1), stage.scene.printed(match.last + 1))
    return any(len(word) > 1 and word.isupper() for word in words)


def city_body(stage: Stage, match: Match) -> bool | None:
    """`Dublin City Council`: Dublin's city council, not Dublin City's council."""
    if stage.scene.word(match.last) != "city" or stage.after(match) not in stage.context.city_bodies:
        return None
    shorter = [m for m in stage.at.get(match.first, []) if m.last == match.last - 1]
    return False if any(m.readings.people > match.readings.people for m in shorter) else None


def on_road(stage: Stage, match: Match) -> bool | None:
    """`Mayfield Road`: the name of a road, which stands for itself."""
    return False if match.first in stage.on_roads else None


def web_address(stage: Stage, match: Match) -> bool | None:
    """Part of a web or mail address, a handle or a hashtag."""
    layer = stage.scene.layer
    before, after = layer[max(0, match.start - 1) : match.start], layer[match.end : match.end + 4]
    if before in {"@", "#", "_", "\\"} or after[:1] in {"@", "_"}:
        return False
    return False if after[:1] == "." and after[1:4].isalpha() and after[1:2].islower() else None


def authority(stage: Stage, match: Match) -> bool | None:
    """The archive's authority names the place."""
    return True if any(r.entry.preferred and r.form == CURATED for r in match.readings.all) else None


def abbreviation(stage: Stage, match: Match) -> bool | None:
    """`U.S.`, `UAE`; a state's where a place stands before it, or where its stops make it plain."""
    if not match.abbreviated:
        return None
    kinds = {r.entry.kind for r in match.readings.all if r.form == ABBREVIATION}
    if "country" in kinds:
        return True
    scene = stage.scene
    if stage.placed_before(match) and scene.gap(match.first) in {", ", " (", " ", "-"}:
        return True
    printed = scene.layer[match.start : match.end]
    if len(printed) > 2 and printed.isalpha() and printed.isupper():
        return True
    if printed.count(".") > 1 and not (
        printed.count(".") == 2
        and scene.gap(match.last + 1) == ". "
        and scene.printed(match.last + 1)[:1].isupper()
        and not scene.first[match.last + 1]
    ):
        return stage.before(match) in stage.context.locative or not stage.capital_after(match)
    if len(printed) > 3 and printed[1:-1].islower():
        if scene.gap(match.last + 1) == ". " and scene.word(match.last + 1) in stage.context.local:
            return True
        return stage.before(match) in stage.context.locative and not stage.capital_after(match)
    return "region" not in kinds and "city" in kinds


def bare_postal(stage: Stage, match: Match) -> bool | None:
    """`OR`, `IN`, `ME`: nothing without a town before."""
    return False if match.readings.forms == {ABBREVIATION} else None


def demonym(stage: Stage, match: Match) -> bool | None:
    """`Turkish`, `Poles`: a person's name at worst."""
    if DEMONYM not in match.readings.forms:
        return None
    return None if match.readings.key in stage.persons else True


PLAIN: Final[tuple[Rule, ...]] = (
    never_a_name,
    no_place,
    numbered,
    on_road,
    acronym,
    city_body,
    web_address,
    authority,
    abbreviation,
    bare_postal,
    demonym,
)
"""In order; the first that answers decides, and where none does the evidence is weighed."""
