"""The rules of a review, in the order in which their sections are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from daybook.review.holdings import Holdings
from daybook.review.items import Item
from daybook.review.rules import (
    ambiguous_places,
    doubtful_days,
    doubtful_names,
    problems,
    resembling_actors,
    undated,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What finds the matters of one kind."""

    kind: str
    title: str
    """Of the section."""
    find: Callable[[Holdings], Iterable[Item]]
    """From an archive to its matters of this kind, in any order."""


RULES: tuple[Rule, ...] = (
    Rule(problems.SET_ASIDE, "Set aside", problems.set_aside),
    Rule(undated.KIND, "Articles without a proven day", undated.find),
    Rule(doubtful_days.KIND, "Days in doubt", doubtful_days.find),
    Rule(ambiguous_places.KIND, "Places that could be others", ambiguous_places.find),
    Rule(resembling_actors.KIND, "Actors that resemble each other", resembling_actors.find),
    Rule(doubtful_names.KIND, "Names in doubt", doubtful_names.find),
    Rule(problems.IN_DOUBT, "Published with a problem", problems.in_doubt),
)
