"""Actors that were not brought together and are alike: what a person should look at."""

from __future__ import annotations

from daybook.actors.identity.links import Finder
from daybook.actors.identity.resembling import bearers, bodies, initials, persons

FINDERS: tuple[Finder, ...] = (
    bearers.homonyms,
    bearers.surnames_alone,
    persons.find,
    bodies.find,
    initials.find,
)
"""All run; of two that name the same pair the higher score is told."""
