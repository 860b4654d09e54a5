"""What a mention of a place does in its sentence: rules in order, the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from daybook.places.context import context
from daybook.places.gazetteer import Entry
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.store import DEMONYM
from daybook.values import PlaceRole


@dataclass(frozen=True, slots=True)
class Met:
    """One toponym, resolved."""

    scene: Scene
    match: Match
    entry: Entry

    def after(self, steps: int = 1) -> str:
        return self.scene.word(self.match.last + steps)

    def before(self, steps: int = 1) -> str:
        return self.scene.word(self.match.first - steps)


Rule = Callable[[Met], PlaceRole | None]


def role(met: Met) -> PlaceRole:
    """The mention's role; `event` where nothing tells another."""
    return next((answer for rule in RULES if (answer := rule(met)) is not None), "event")


def dateline(met: Met) -> PlaceRole | None:
    """It stands in the dateline."""
    line = met.scene.text.dateline
    return "dateline" if line is not None and line.start <= met.match.start < line.end else None


def demonym(met: Met) -> PlaceRole | None:
    """`Peruvian`, `Parisians`."""
    forms = {r.form for r in met.match.readings.all if r.entry.id == met.entry.id}
    return (
        "demonym"
        if forms == {DEMONYM} or (DEMONYM in forms and met.match.readings.key != met.entry.name.casefold())
        else None
    )


def address(met: Met) -> PlaceRole | None:
    """`Damascus Road`, `off U.S. 68`: a street named for the place, a road that it numbers."""
    printed = met.scene.printed(met.match.last + 1)
    if met.match.abbreviated and printed.isdigit() and len(printed) < 4 and met.before() in context().along:
        return "address"
    if met.scene.gap(met.match.last + 1) == " " and printed[:1].isupper() and met.after() in context().roads:
        return "address"
    return None


def state_subject(met: Met) -> PlaceRole | None:
    """`Tokyo said`, `Rome would agree`: a capital that acts."""
    if met.entry.kind != "city" or not capital(met.entry) or _located(met):
        return None
    words = context()
    gap = met.scene.gap(met.match.last + 1)
    verb = (
        met.after(2)
        if met.after() in ("also", "has", "had", "have", "have", "still", "now", "repeatedly", "never")
        else met.after()
    )
    if gap != " ":
        return None
    if met.after() in words.auxiliaries:
        follow = met.after(3) if met.after(2) in ("not", "also", "never", "still") else met.after(2)
        return "metonym" if follow in words.will_verbs or follow in words.state_verbs else None
    return "metonym" if verb in words.state_verbs and verb not in words.auxiliaries else None


def state_possessor(met: Met) -> PlaceRole | None:
    """`Tokyo's offer`, `Rome's foreign policy`."""
    if met.entry.kind != "city" or not capital(met.entry):
        return None
    if met.after() == "s" and met.scene.gap(met.match.last + 1) in {"'", "’"}:
        nouns = (met.after(2), met.after(3))
        return "metonym" if any(noun in context().state_nouns for noun in nouns) else None
    return None


def state_object(met: Met) -> PlaceRole | None:
    """`to pressure Tokyo`, `relations with Rome`."""
    if met.entry.kind != "city" or not capital(met.entry):
        return None
    words = context()
    if met.before() in words.object_verbs and met.scene.gap(met.match.first) == " ":
        return "metonym"
    if (
        met.before() in words.object_prepositions
        and met.before() not in ("to", "from")
        and met.before(2) in words.relation_nouns
    ):
        return "metonym"
    return None


def venue(met: Met) -> PlaceRole | None:
    """Where a meeting, court or contest sits: `the congress in Vienna`, `left Geneva`."""
    if met.entry.kind != "city":
        return None
    if met.before() == "in" and any(met.before(k) in _SITTING for k in (2, 3)):
        return "venue"
    return "venue" if met.before() in ("left", "leaving") else None


_SITTING: Final = frozenset(
    [
        "assembly",
        "council",
        "conference",
        "summit",
        "games",
        "olympics",
        "paralympics",
        "court",
        "tribunal",
        "congress",
        "parliament",
        "championships",
        "championship",
        "cup",
        "forum",
        "convention",
        "festival",
        "fair",
        "talks",
        "negotiations",
        "meeting",
        "session",
        "headquarters",
        "trial",
        "hearing",
        "tournament",
        "exhibition",
    ]
)

RULES: Final[tuple[Rule, ...]] = (
    dateline,
    demonym,
    address,
    state_subject,
    state_possessor,
    state_object,
    venue,
)
"""In order; the first that answers decides."""


def capital(entry: Entry) -> bool:
    """Whether a town is the seat of a government that news name by it."""
    from daybook.places.capitals import capitals

    return entry.id in capitals()


def _located(met: Met) -> bool:
    return met.scene.gap(met.match.first) == " " and met.before() in context().locative | {"of", "and"}
