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
from daybook.words import N_


@dataclass(frozen=True, slots=True)
class Rule:
    """What finds the matters of one kind."""

    kind: str
    title: str
    """Of the section, in English."""
    find: Callable[[Holdings], Iterable[Item]]
    """From an archive to its matters of this kind, in any order."""


RULES: tuple[Rule, ...] = (
    Rule(problems.SET_ASIDE, N_("Set aside"), problems.set_aside),
    Rule(undated.KIND, N_("Articles without a proven day"), undated.find),
    Rule(doubtful_days.KIND, N_("Days in doubt"), doubtful_days.find),
    Rule(ambiguous_places.KIND, N_("Places that could be others"), ambiguous_places.find),
    Rule(resembling_actors.KIND, N_("Actors that resemble each other"), resembling_actors.find),
    Rule(doubtful_names.KIND, N_("Names in doubt"), doubtful_names.find),
    Rule(problems.IN_DOUBT, N_("Published with a problem"), problems.in_doubt),
)
