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


DROPPED = {
    "header": "header lines",
    "menu": "menu",
    "name": "name on a line of its own",
    "outlet": "line that a person named for this outlet",
    "posted": "when it was posted",
    "repeated-title": "the title again",
    "related": "links to other articles",
    "video": "link to a video",
    "promo": "the outlet’s own notice",
    "newsletter": "newsletter and account",
    "cookies": "cookies and terms",
    "comments": "comments",
    "share": "links to share it",
    "signature": "the agency’s sign-off",
}
"""Why a part of a raw text is not in its article."""


TITLES = {
    "stated": "as the file states it",
    "page-title": "as the page is called",
    "headline": "printed above the text",
    "inline": "printed at the head of the text",
    "derived": "made of the first sentence",
}
"""What found a title."""

WHYS = {
    "only": "the only one of that name",
    "stated": "stated beside the name",
    "country": "the article’s country",
    "region": "the article’s region",
    "near": "other places near by",
    "home": "where the outlet is at home",
    "dateline": "the dateline",
    "manner": "the way the article is written",
    "unlisted": "in no gazetteer",
    "archive": "what the rest of the archive speaks of",
    "population": "the larger one",
    "spelling": "another spelling",
    "transliteration": "another transliteration",
    "acronym": "acronym and full name",
    "surname": "surname and full name",
    "homonym": "another of the same name",
    "authority": "the archive’s own list",
    "hand": "a person’s word",
    "resembles": "names much alike",
    "ahead": "told as to come",
    "past": "told as long past",
    "once": "told of, which proves nothing",
    "early": "before the archive’s first day",
    "future": "after the archive’s last day",
    "event": "the day of a known event",
    "year": "its year is open",
    "alone": "far from all other days of the archive",
}
"""What settled which of several is meant, or spoke against one; a code that is not here stands as it is, in words."""

_SURE = (
    (0.95, "very sure"),
    (0.8, "sure"),
    (0.6, "fairly sure"),
    (0.4, "unsure"),
    (0.0, "hardly more than a guess"),
)


def dropped(code: str) -> str:
    return DROPPED.get(code, words(code))


def title(code: str) -> str:
    """What found a title; a person, where no rule did."""
    return TITLES.get(code, words(code)) if code else "as a person wrote it"


def why(code: str) -> str:
    """A rule may speak for another answer, too."""
    return WHYS.get(code) or rule(code)


def sure(confidence: float) -> str:
    """`very sure, 97 %`."""
    told = next(words for least, words in _SURE if confidence >= least or not least)
    return f"{told}, {percent(confidence)}"


def percent(share: float) -> str:
    """A share of 0 to 1 as `97 %`, its sign kept on the line."""
    return f"{round(100 * share)}\u00a0%"


def rule(code: str) -> str:
    return RULES.get(code, words(code))


def role(code: str) -> str:
    return ROLES.get(code, code)


def words(code: str) -> str:
    """A code such as `month-day` or `repeated_title` as words."""
    return code.replace("-", " ").replace("_", " ")
