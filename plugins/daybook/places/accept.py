"""Which matches of the gazetteer are toponyms where they stand: rules in order, the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from daybook.places.context import Context, context
from daybook.places.fold import fold_word
from daybook.places.gazetteer import Gazetteer
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.store import ABBREVIATION, ALTERNATE, CURATED, DEMONYM

_WELL_KNOWN: Final = 100_000
"""Inhabitants from which a town's name is strong unless it is a word or a person's name."""
_OF_NAMES: Final = frozenset({"a", "an", "the", "my", "his", "her", "this", "that", "i"})


@dataclass(slots=True)
class Stage:
    """What the rules may look at."""

    scene: Scene
    gazetteer: Gazetteer
    at: Mapping[int, list[Match]]
    """All matches by first word, longest first."""
    never: frozenset[str]
    persons: set[str] = field(default_factory=set)
    """Folded surnames and given names of persons that the article names in full."""
    taken: list[Match] = field(default_factory=list)
    """The toponyms so far, in order."""
    context: Context = field(default_factory=context)


Rule = Callable[[Stage, Match], bool | None]


def holds(stage: Stage, match: Match) -> str | None:
    """The name of the rule that takes a match for a toponym; None where it is none."""
    for rule in RULES:
        answer = rule(stage, match)
        if answer is not None:
            return rule.__name__.replace("_", "-") if answer else None
    return None


def never_a_name(stage: Stage, match: Match) -> bool | None:
    """The archive's own list of words that are no names."""
    return False if match.readings.key in stage.never else None


def known_here(stage: Stage, match: Match) -> bool | None:
    """The archive's authority names the place."""
    return True if any(r.entry.preferred and r.form == CURATED for r in match.readings.all) else None


def numbered(stage: Stage, match: Match) -> bool | None:
    """`France-2`, `Sky 24`: a channel, a product, a road."""
    follow = stage.scene.layer[match.end : match.end + 2]
    if follow[:1] in "-–" and follow[1:].isdigit():
        return False
    return False if match.readings.key.replace(" ", "").isdigit() else None


def address_at_web(stage: Stage, match: Match) -> bool | None:
    """Part of a web or mail address, a handle or a hashtag."""
    layer = stage.scene.layer
    before, after = layer[max(0, match.start - 1) : match.start], layer[match.end : match.end + 4]
    if before in {"@", "#", "/", "_", "\\"} or after[:1] in {"@", "_"}:
        return False
    return False if after[:1] == "." and after[1:4].isalpha() and after[1:2].islower() else None


def abbreviation(stage: Stage, match: Match) -> bool | None:
    """`U.S.`, `UAE`; a state's only where a place stands before it, or where its stops make it plain."""
    if not match.abbreviated:
        return None
    kinds = {r.entry.kind for r in match.readings.all if r.form == ABBREVIATION}
    printed = stage.scene.layer[match.start : match.end]
    scene = stage.scene
    if "country" in kinds and printed != "us":
        return True
    if _behind_place(stage, match):
        return True
    if printed.count(".") > 1:
        return scene.gap(match.last + 1) != " " or not scene.printed(match.last + 1)[:1].isupper() or scene.word(match.first - 1) in stage.context.locative
    if len(printed) > 3 and scene.gap(match.first) == " " and scene.word(match.first - 1) in stage.context.locative:
        return True
    return "region" not in kinds and "city" in kinds


def postal_without_town(stage: Stage, match: Match) -> bool | None:
    """`OR`, `IN`, `ME`: nothing without a town before."""
    return False if all(r.form == ABBREVIATION for r in match.readings.all) else None


def demonym(stage: Stage, match: Match) -> bool | None:
    """`Turkish`, `Poles`: always, unless a person's name."""
    forms = {r.form for r in match.readings.all}
    if DEMONYM not in forms:
        return None
    if match.readings.key in stage.persons and _personal(stage, match):
        return False
    return None if _personal(stage, match) and match.readings.surname else True


def of_a_body(stage: Stage, match: Match) -> bool | None:
    """`Paris Holdings`, `Lincoln Motors`: the name of a firm or thing."""
    if stage.scene.gap(match.last + 1) in {" ", ", "} and stage.scene.printed(match.last + 1)[:1].isupper():
        return False if stage.scene.word(match.last + 1) in stage.context.never_before else None
    return None


def with_container(stage: Stage, match: Match) -> bool | None:
    """`Springfield, Ill.`, `Reading, England`."""
    if stage.scene.gap(match.last + 1) not in {", ", " ("}:
        return None
    above = _next_place(stage, match.last + 1)
    if above is None or not contained(match, above):
        return None
    return True


def person(stage: Stage, match: Match) -> bool | None:
    """A person's name: behind a title or given name, or a surname that the article gives to somebody."""
    return False if _personal(stage, match) else None


def common_word(stage: Stage, match: Match) -> bool | None:
    """A town named as an English word is, with nothing to speak for it."""
    if not match.readings.word or any(r.form == CURATED and r.entry.kind != "city" for r in match.readings.all):
        return None
    scene, before = stage.scene, stage.scene.word(match.first - 1)
    if match.first != match.last and not scene.shouted[match.first]:
        return None if not scene.first[match.first] else _populous(match, 20_000) or None
    if scene.first[match.first] or scene.shouted[match.first]:
        return False
    if scene.gap(match.first) == " " and before in stage.context.locative:
        return True if not scene.printed(match.last + 1)[:1].isupper() or scene.gap(match.last + 1) != " " else None
    if before == "of" and scene.word(match.first - 2) in stage.context.heads:
        return True
    return None if _populous(match, 50_000) and not scene.printed(match.first - 1)[:1].isupper() else False


def tagged_otherwise(stage: Stage, match: Match) -> bool | None:
    """The tagger is sure of a person, and the name is none that stands by itself."""
    span = stage.scene.name_at(match.start, match.end)
    if span is None or span.label != "person":
        return None
    strong = any(r.form == CURATED for r in match.readings.all)
    return False if not strong or span.end - span.start > match.end - match.start else None


def rare_form(stage: Stage, match: Match) -> bool | None:
    """A lesser town's other name, or a short one, counts only with support."""
    best = [r for r in match.readings.all if r.form != ALTERNATE]
    if best:
        return None
    if _supported(stage, match) or _populous(match, 500_000):
        return None
    return False


def otherwise(stage: Stage, match: Match) -> bool | None:
    """Nothing speaks against it."""
    return True


RULES: Final[tuple[Rule, ...]] = (
    never_a_name,
    numbered,
    address_at_web,
    known_here,
    abbreviation,
    postal_without_town,
    demonym,
    of_a_body,
    with_container,
    tagged_otherwise,
    person,
    common_word,
    rare_form,
    otherwise,
)
"""In order; the first that answers decides."""


def contained(match: Match, above: Match) -> bool:
    """Whether a reading of one name lies in a reading of the other."""
    return any(inside(r.entry, a.entry) for r in match.readings.all for a in above.readings.all)


def inside(entry: object, above: object) -> bool:
    """Whether one place lies in another, by its division or country."""
    from daybook.places.gazetteer import Entry

    assert isinstance(entry, Entry) and isinstance(above, Entry)
    if entry.id == above.id:
        return False
    if above.kind == "country":
        return entry.country == above.country and entry.kind != "country"
    if above.kind == "region":
        return entry.region == above.id
    return False


def _next_place(stage: Stage, at: int) -> Match | None:
    found = [m for m in stage.at.get(at, []) if any(r.entry.kind in ("region", "country") for r in m.readings.all)]
    return found[0] if found else None


def _behind_place(stage: Stage, match: Match) -> bool:
    if not stage.taken or stage.scene.gap(match.first) not in {", ", " (", " ", "-"}:
        return False
    return stage.taken[-1].last == match.first - 1


def _populous(match: Match, least: int) -> bool:
    return any(r.entry.population >= least for r in match.readings.all)


def _supported(stage: Stage, match: Match) -> bool:
    scene, before = stage.scene, stage.scene.word(match.first - 1)
    if scene.gap(match.first) == " " and before in stage.context.locative:
        return True
    if before == "of" and scene.word(match.first - 2) in stage.context.heads:
        return True
    span = scene.name_at(match.start, match.end)
    return span is not None and span.label == "place"


def _personal(stage: Stage, match: Match) -> bool:
    """Whether the words around make the name a person's."""
    scene, words = stage.scene, stage.context
    before, gap = scene.word(match.first - 1), scene.gap(match.first)
    after, gap_after = scene.word(match.last + 1), scene.gap(match.last + 1)
    strong = any(r.form == CURATED and r.entry.kind in ("country", "region") for r in match.readings.all)
    printed_before = scene.printed(match.first - 1)
    if gap in {" ", ". "} and printed_before[:1].isupper() and match.first > 0:
        placed = bool(stage.taken) and stage.taken[-1].last == match.first - 1
        if before in words.titles and gap == (". " if len(before) < 5 and gap == ". " else " ") and not placed:
            return after not in words.companions
        if not strong and not placed and not scene.first[match.first] and stage.gazetteer.given_name(before):
            return True
        if len(before) == 1 and gap == ". " and not strong and not placed:
            return True
    if match.first == match.last:
        if match.readings.given and not strong and gap_after in {" "} and _surnamed(stage, match.last + 1):
            return True
        if match.readings.key in stage.persons and not strong:
            return not _supported(stage, match)
    return False


def _surnamed(stage: Stage, at: int) -> bool:
    """Whether the next word could be the surname behind a given name."""
    printed = stage.scene.printed(at)
    if len(printed) == 1 and printed.isupper():
        return True
    return printed[:1].isupper() and fold_word(printed) not in stage.context.companions and not stage.scene.first[at]
