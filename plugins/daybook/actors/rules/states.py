"""States that act: a country before a verb of acting, or its capital or itself as a metonym."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.countries import Country, by_capital, by_place
from daybook.actors.knowledge import load
from daybook.actors.lines import Line
from daybook.actors.scene import Found, Scene
from daybook.values import Mention


def find(scene: Scene) -> Iterator[Found]:
    """Each toponym that stands for a state's government."""
    verbs = frozenset(load("names")["acting_verbs"])
    for line in scene.lines:
        for number, (_, start) in enumerate(line.tokens):
            toponym = scene.toponym_at.get(start)
            state = _state(toponym, line, number, verbs) if toponym else None
            if toponym and state and not _is_person(scene, start, toponym.end):
                yield Found(start, toponym.end, "state", state.name, "state", state.iso, f"state:{state.iso}")


def _is_person(scene: Scene, start: int, end: int) -> bool:
    name = scene.names.covering(start, end)
    return name is not None and name.label == "person"


def _state(toponym: Mention, line: Line, number: int, verbs: frozenset[str]) -> Country | None:
    if toponym.role == "metonym":
        return by_place().get(toponym.target) or by_capital().get(toponym.words.lower())
    if toponym.role == "demonym" or toponym.role == "embedded":
        return None
    state = by_place().get(toponym.target)
    behind = number
    while behind < len(line.tokens) and line.tokens[behind][1] < toponym.end:
        behind += 1
    return state if line.words[behind : behind + 1] and line.words[behind] in verbs else None
