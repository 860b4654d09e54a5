"""What speaks for and against a name being a place where it stands: each rule gives points, and the sum decides.

One point is about what "in" before a name is worth by half; the figures were set by looking at errors by kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from daybook.places.match import Match
from daybook.places.stage import Stage, contained, seat, strong
from daybook.places.store import ALTERNATE, CORE

PLAIN: Final = 5.0
"""What a plain case is worth."""
_DASHES: Final = frozenset(("-", "--", "–", "—"))

Evidence = Callable[[Stage, Match], float]


def locative(stage: Stage, match: Match) -> float:
    """`in Reading`, `the town of Normal`, `shelled Orikhiv`."""
    before = stage.before(match)
    if before in stage.context.locative and stage.scene.gap(match.first) == " ":
        return 0.7 if before in {"to", "from", "at", "between", "through"} else 2.0
    if before == "of" and stage.before(match, 2) in stage.context.heads:
        return 2.0
    return 1.0 if before in stage.context.taking else 0.0


def container(stage: Stage, match: Match) -> float:
    """`Normal, Ill.`, `Reading, England`."""
    gap = stage.scene.gap(match.last + 1)
    if gap not in {", ", " (", " "}:
        return 0.0
    above = [m for m in stage.at.get(match.last + 1, []) if m.abbreviated or gap != " "]
    return 3.0 if any(contained(match, m) for m in above) else 0.0


def party(stage: Stage, match: Match) -> float:
    """`Sen. Tom Sample, R-Marshall`: where a legislator is from."""
    marked = (
        stage.scene.gap(match.first) in {"-", "–"}
        and stage.scene.word(match.first - 1) in stage.context.parties
    )
    return 6.0 if marked else 0.0


def dateline(stage: Stage, match: Match) -> float:
    """`MARION — The council`: capitals and a dash at the head of a paragraph; what was found to be the dateline."""
    scene, line = stage.scene, stage.scene.text.dateline
    if line is not None and line.start <= match.start < line.end:
        return 2.0
    printed = scene.layer[match.start : match.end]
    behind = scene.gap(match.last + 1)
    opens = scene.first[match.first] and printed.isupper() and len(printed) > 3
    return 3.5 if opens and behind.startswith(" ") and behind.strip() in _DASHES else 0.0


def companion(stage: Stage, match: Match) -> float:
    """`Fargo Mayor`, `the Alton man`, `a Denver-based firm`, `Cooke counties`."""
    after = stage.after(match)
    if after in stage.context.named_for:
        return -0.5
    if after in stage.context.companions or (after in stage.context.titles and stage.capital_after(match)):
        return 0.5 if match.readings.word else 1.5
    return (
        1.5
        if stage.scene.gap(match.last + 1) == "-"
        and stage.scene.word(match.last + 1) in {"based", "born", "area"}
        else 0.0
    )


def series(stage: Stage, match: Match) -> float:
    """`Homs, Hama and Idlib`: a list of places."""
    if not stage.placed_before_by(match):
        return 0.0
    return 1.0


def tagger(stage: Stage, match: Match) -> float:
    """What the tagger of names takes it for."""
    span = stage.scene.name_at(match.start, match.end)
    if span is None:
        return -0.3
    whole = span.start >= match.start and span.end <= match.end
    if span.label == "place":
        return 1.0 if whole else 0.5
    if span.label == "person":
        if stage.after(match) in stage.context.titles and stage.capital_after(match):
            return 0.0
        if strong(match) and span.start >= match.start:
            return -0.5
        return -0.5 if whole and match.first == match.last else -3.0 if not whole else -1.5
    return 0.0 if span.label == "organisation" and span.start == match.start else -0.4


def person(stage: Stage, match: Match) -> float:
    """A name that the article gives to a person, or that stands behind a title or a given name."""
    points = 0.0
    if match.first == match.last and match.readings.key in stage.persons:
        points -= 2.0
    if strong(match):
        return points / 2
    before, scene = stage.before(match), stage.scene
    if scene.printed(match.first - 1)[:1].isupper() and not stage.placed_before(match):
        if before in stage.context.titles and stage.after(match) not in stage.context.companions:
            points -= 2.5
        elif (
            stage.gazetteer.given_name(before)
            and scene.gap(match.first) == " "
            and not scene.first[match.first]
        ) or (len(before) == 1 and scene.gap(match.first) == ". "):
            points -= 3.0
    return points


def given_name(stage: Stage, match: Match) -> float:
    """`Charlotte Brontë`, `Austin said`: a given name as well."""
    if not match.readings.given or strong(match):
        return 0.0
    points = -0.5 if match.readings.people > 100_000 else -1.2
    after = stage.after(match)
    if (
        stage.capital_after(match)
        and after not in stage.context.companions
        and after not in stage.context.titles
        and after not in stage.context.features
    ):
        points -= 1.5
    return points


def surname(stage: Stage, match: Match) -> float:
    """`Jackson`, `Lincoln`: a frequent surname as well."""
    if not match.readings.surname or strong(match):
        return 0.0
    return -0.7 if match.readings.people > 50_000 else -1.2


def word(stage: Stage, match: Match) -> float:
    """`Reading`, `Split`, `Of`: an English word as well; worst where the capital tells nothing."""
    if not match.readings.word or strong(match):
        return 0.0
    blind = stage.scene.first[match.first] or stage.scene.shouted[match.first]
    if match.first != match.last:
        return -1.0 if blind else -0.3
    within = stage.capital_before(match) or stage.capital_after(match)
    return -3.0 if blind else -3.0 if within else -1.7


def neighbour(stage: Stage, match: Match) -> float:
    """A capitalised word right before or behind makes it part of a longer name."""
    points = 0.0
    scene = stage.scene
    after, before = stage.after(match), stage.before(match)
    if after in stage.context.never_before or (
        before in stage.context.never_behind and stage.capital_before(match)
    ):
        return -5.0
    if (
        stage.capital_before(match)
        and not stage.placed_before(match)
        and not scene.first[match.first - 1]
        and not scene.shouted[match.first]
    ):
        points -= 0.5 if before in stage.context.directions else 1.0
    plain = after not in stage.context.companions and after not in stage.context.titles
    if stage.capital_after(match) and not scene.shouted[match.first] and plain:
        points -= 0.8
    return points


def size(stage: Stage, match: Match) -> float:
    """A large town or a capital is spoken of without support."""
    if strong(match) or seat(match):
        return 2.0
    people = match.readings.people
    return 1.3 if people >= 100_000 else 0.9 if people >= 15_000 else 0.5 if people >= 2_000 else 0.2


def form(stage: Stage, match: Match) -> float:
    """A lesser spelling of GeoNames', or a division without its type."""
    forms = match.readings.forms
    if forms <= {ALTERNATE, CORE}:
        return -0.5 if len(match.readings.key) > 5 or match.first != match.last else -1.5
    return 0.3 if match.first != match.last else 0.0


def elsewhere(stage: Stage, match: Match) -> float:
    """The article has it as a place without doubt elsewhere."""
    return 1.5 if match.readings.key in stage.sure else 0.0


ALL: Final[tuple[Evidence, ...]] = (
    locative,
    container,
    party,
    dateline,
    companion,
    series,
    tagger,
    person,
    given_name,
    surname,
    word,
    neighbour,
    size,
    form,
    elsewhere,
)


def points(stage: Stage, match: Match) -> float:
    """All points together; a toponym from 0 on."""
    total = 0.0
    for rule in ALL:
        total += rule(stage, match)
    return total
