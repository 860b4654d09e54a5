"""What the rules of acceptance may look at, and the questions that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from daybook.places.capitals import capitals
from daybook.places.context import Context, context
from daybook.places.gazetteer import Entry, Gazetteer
from daybook.places.match import Match
from daybook.places.scene import Scene
from daybook.places.store import CURATED, MAIN


@dataclass(slots=True)
class Stage:
    """One article on its way from matches to toponyms."""

    scene: Scene
    gazetteer: Gazetteer
    at: Mapping[int, list[Match]]
    """All matches by first word, longest first."""
    never: frozenset[str]
    """Folded words that the archive says are no names."""
    barred: list[tuple[int, int]] = field(default_factory=list)
    """First and last words of those among them that are several words long."""
    persons: set[str] = field(default_factory=set)
    """Folded words of the names that the article gives to persons."""
    roads: list[tuple[int, int]] = field(default_factory=list)
    """First and last words of the names of roads."""
    on_roads: frozenset[int] = frozenset()
    """All their words."""
    sure: set[str] = field(default_factory=set)
    """Keys of names that are a place without doubt somewhere in the article."""
    taken: list[Match] = field(default_factory=list)
    """The toponyms so far, in order."""
    answers: dict[tuple[int, int, str], tuple[str, float] | None] = field(default_factory=dict)
    """What was found of a match, by first word, last word and name: the rule and its points, or None."""
    context: Context = field(default_factory=context)

    def before(self, match: Match, steps: int = 1) -> str:
        """The folded word before a match, where nothing but a space or a full stop stands between."""
        return self.scene.word(match.first - steps) if self.scene.gap(match.first) in {" ", ". "} else ""

    def after(self, match: Match) -> str:
        """The folded word behind a match, where nothing but a space stands between."""
        return self.scene.word(match.last + 1) if self.scene.gap(match.last + 1) == " " else ""

    def capital_before(self, match: Match) -> bool:
        """Whether a capitalised word stands right before, within the sentence."""
        scene, at = self.scene, match.first - 1
        return (
            scene.gap(match.first) in {" ", "-"}
            and scene.printed(at)[:1].isupper()
            and not scene.first[match.first]
        )

    def capital_after(self, match: Match) -> bool:
        """Whether a capitalised word stands right behind."""
        return self.scene.gap(match.last + 1) == " " and self.scene.printed(match.last + 1)[:1].isupper()

    def placed_before(self, match: Match) -> bool:
        """Whether a toponym ends right before."""
        return bool(self.taken) and self.taken[-1].last == match.first - 1

    def placed_before_by(self, match: Match) -> bool:
        """Whether a toponym stands before, with a comma or `and` between."""
        if not self.taken:
            return False
        last, gap = self.taken[-1].last, self.scene.gap(match.first)
        if last == match.first - 1:
            return gap in {", ", "/", "-"}
        return last == match.first - 2 and gap == " " and self.scene.word(match.first - 1) in {"and", "or"}


def strong(match: Match) -> bool:
    """Whether the name tells by itself that it is a place: a country's, sea's or the like that a person wrote down, or
    one that states its type, as `Laurel County` does."""
    readings = match.readings
    if match.typed or readings.known:
        return True
    typed = readings.divided and match.first != match.last
    return typed and readings.key.rpartition(" ")[2] in context().features


def seat(match: Match) -> bool:
    """Whether it is a capital's name, and nothing else's."""
    doubtful = match.readings.word or match.readings.given or match.readings.surname
    return not doubtful and any(
        r.entry.id in capitals() and r.form in (MAIN, CURATED) for r in match.readings.all
    )


def inside(entry: Entry, above: Entry) -> bool:
    """Whether one place lies in another, by its division or country."""
    if entry.id == above.id:
        return False
    if above.kind == "country":
        return entry.country == above.country and entry.kind != "country"
    return above.kind == "region" and entry.region == above.id


def contained(match: Match, above: Match) -> bool:
    """Whether a reading of one name lies in a reading of the other."""
    return any(inside(r.entry, a.entry) for r in match.readings.all for a in above.readings.all)
