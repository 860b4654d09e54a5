"""What a mention of a place does in its sentence: rules in order, the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from daybook.places.capitals import capitals
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
    """`Tokyo said`, `Rome would agree`, `Oslo and Lima agreed`: a capital that acts."""
    if met.entry.kind != "city" or not capital(met.entry) or _located(met):
        return None
    words = context()
    gap = met.scene.gap(met.match.last + 1)
    if gap == " " and met.after() in ("and", "nor") and met.scene.printed(met.match.last + 2)[:1].isupper():
        return "metonym" if met.after(3) in words.state_verbs - words.auxiliaries else None
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
    """`to pressure Tokyo`, `relations with Rome`, `weapons to Lima`."""
    if met.entry.kind != "city" or not capital(met.entry):
        return None
    words = context()
    if met.before() == "to" and met.before(2) in words.arms:
        return "metonym"
    if met.before() in words.object_verbs and met.scene.gap(met.match.first) == " ":
        return "metonym"
    if (
        met.before() in words.object_prepositions
        and met.before() not in ("to", "from")
        and met.before(2) in words.relation_nouns
    ):
        return "metonym"
    pair = met.before() == "and" and met.before(3) == "between"
    return "metonym" if pair and met.before(4) in words.relation_nouns else None


def state_backer(met: Met) -> PlaceRole | None:
    """`Rome-backed`, `Lima-controlled`: a capital behind others."""
    if met.entry.kind != "city" or not capital(met.entry):
        return None
    hyphen = met.scene.gap(met.match.last + 1) in {"-", "‑", "–"}
    return "metonym" if hyphen and met.after() in context().backed else None


def team(met: Met) -> PlaceRole | None:
    """`Rochester 55, Cairo 6`, `Marion beat Paris`, `on loan from Lille`: those who play for the town."""
    if met.entry.kind == "country":
        return None
    words, scene, last = context(), met.scene, met.match.last
    if _score(scene, last + 1) or (met.before() in words.beating and scene.gap(met.match.first) == " "):
        return "metonym"
    if met.before() in {"v", "vs", "versus"} or (
        met.after() in {"v", "vs", "versus"} and scene.gap(last + 1) == " "
    ):
        return "metonym"
    if met.after() in words.beating and scene.gap(last + 1) == " " and scene.printed(last + 2)[:1].isupper():
        return "metonym"
    return "metonym" if met.before() == "from" and met.before(2) == "loan" else None


def _score(scene: Scene, at: int) -> bool:
    """Whether a number of points begins at a word: one or two digits, and then no word that it counts."""
    if scene.gap(at) != " " or not scene.printed(at).isdigit() or len(scene.printed(at)) > 3:
        return False
    return scene.printed(at + 1).isdigit() or (
        scene.gap(at + 1)[:1] in {",", ";", "\n", "-", "–", "("}
        and scene.word(at + 1) not in context().months
    )


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
    state_backer,
    team,
    venue,
)
"""In order; the first that answers decides."""


def capital(entry: Entry) -> bool:
    """Whether a town is the seat of a government that news name by it."""
    return entry.id in capitals()


def _located(met: Met) -> bool:
    if met.scene.gap(met.match.first) != " ":
        return False
    if met.before() == "and":
        return not met.scene.printed(met.match.first - 2)[:1].isupper()
    return met.before() == "of" or met.before() in context().locative
