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


RULES = {
    "evidence": "gazetteer, borne out by the text",
    "abbreviation": "abbreviation of a country",
    "demonym": "word for a people",
    "site": "type of site in the name",
    "body": "list of known bodies",
    "state-body": "kind of state body",
    "state": "country or capital that acts",
    "tagger": "name tagger",
    "title": "title before a name",
    "acronym": "acronym explained in the text",
    "authority": "the archive’s own list",
    "own-promo": "the outlet’s own notice",
    "own-reporter": "the outlet’s own reporter",
    "own-work": "words on its own work",
    "month-day": "day and month",
    "weekday-month-day": "weekday, day and month",
    "event-day": "day counted from an event",
    "day-words": "words for a day",
    "posted": "line on when it was posted",
    "neighbours": "articles of the same events",
}
"""What found a fact; a rule that is not here stands as its code in words."""


def rule(code: str) -> str:
    return RULES.get(code, words(code))


def role(code: str) -> str:
    return ROLES.get(code, code)


def words(code: str) -> str:
    """A code such as `month-day` or `repeated_title` as words."""
    return code.replace("-", " ").replace("_", " ")
