"""The interface's words for what the machine calls by a code: roles, kinds, reasons, rules."""

from __future__ import annotations

ROLES = {
    "event": "scene of events",
    "dateline": "dateline",
    "venue": "venue",
    "metonym": "stands for its government",
    "demonym": "as an adjective",
    "embedded": "part of a name",
    "address": "address",
}
KINDS = {
    "city": "City",
    "region": "Region",
    "country": "Country",
    "continent": "Continent",
    "water": "Water",
    "site": "Site",
    "person": "Person",
    "organisation": "Organisation",
    "state": "State",
}
KIND_GROUPS = {
    "city": "Cities",
    "region": "Regions",
    "country": "Countries",
    "continent": "Continents",
    "water": "Seas and rivers",
    "site": "Sites",
    "person": "People",
    "organisation": "Organisations",
    "state": "States",
}


def role(code: str) -> str:
    return ROLES.get(code, code)


def words(code: str) -> str:
    """A code such as `month-day` or `repeated_title` as words."""
    return code.replace("-", " ").replace("_", " ")
