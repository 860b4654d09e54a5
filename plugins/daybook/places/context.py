"""The words around names, from knowledge/toponym_context.yaml."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from daybook.values import PlaceKind

_FILE = Path(__file__).resolve().parent.parent / "knowledge" / "toponym_context.yaml"


@dataclass(frozen=True, slots=True)
class Context:
    """Each list of the file as a set of folded words; the file says what each is for."""

    locative: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    companions: frozenset[str]
    never_before: frozenset[str]
    never_behind: frozenset[str]
    city_bodies: frozenset[str]
    types: frozenset[str]
    highways: frozenset[str]
    along: frozenset[str]
    stopped_roads: frozenset[str]
    plural_roads: frozenset[str]
    no_places: frozenset[str]
    division_nouns: frozenset[str]
    town_nouns: frozenset[str]
    roads: frozenset[str]
    state_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    will_verbs: frozenset[str]
    state_nouns: frozenset[str]
    object_verbs: frozenset[str]
    object_prepositions: frozenset[str]
    relation_nouns: frozenset[str]
    named_for: frozenset[str]
    offices: frozenset[str]
    taking: frozenset[str]
    backed: frozenset[str]
    arms: frozenset[str]
    parties: frozenset[str]
    beating: frozenset[str]
    local: frozenset[str]
    directions: frozenset[str]
    bare: frozenset[str]
    months: frozenset[str]
    features: Mapping[str, PlaceKind]


@functools.cache
def context() -> Context:
    """Read once for the process."""
    table = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    lists = {
        field.name: frozenset(table[field.name]) for field in fields(Context) if field.name != "features"
    }
    return Context(**lists, features=table["features"])
