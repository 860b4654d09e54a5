"""The interface's words for what the machine calls by a code: roles, kinds, reasons, rules."""

from __future__ import annotations

from functools import lru_cache

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
    "evidence": "gazetteer",
    "abbreviation": "abbreviation",
    "demonym": "word for a people",
    "site": "type of site in the name",
    "body": "list of known bodies",
    "state-body": "kind of state body",
    "state": "country or capital that acts",
    "tagger": "name tagger",
    "title": "title or role",
    "outlet-noun": "word for an outlet",
    "acronym": "acronym told in the text",
    "authority": "the archive’s own list",
    "surname": "surname named before",
    "family-name-first": "family name before the given name",
    "body-again": "body named before",
    "company-form": "company form",
    "called": "called so in the text",
    "road": "type of road in the name",
    "hand": "a person’s word",
    "own-promo": "the outlet’s own notice",
    "own-reporter": "the outlet’s own reporter",
    "own-work": "words on its own work",
    "byline": "line on who wrote it",
    "day-words": "words for a day",
    "relative-day": "day counted from the article’s own",
}
"""What found a name, a source or a day spoken of; a rule that is not here stands as its code in words."""

DATED = {
    "stated": "stated by the file",
    "hand": "a person’s word",
    "outlet": "the line in which the outlet prints its day",
    "posted": "line on when it was posted",
    "dateline": "dateline",
    "header-line": "day on a line at the head",
    "title": "day in the title",
    "url": "day in the article’s address",
    "file-name": "day in the file’s name",
    "counted": "day told beside “today” or “yesterday”",
    "term": "term counted to its end",
    "weekday-month-day": "weekday, day and month",
    "month-day": "day and month",
    "updated": "when it was updated",
    "as-of": "as of an hour of that day",
    "event-day": "day counted from an event",
    "weekday": "weekday after captions of the days before",
    "neighbours": "articles of the same events",
}
"""What proved the day of publication."""


DROPPED = {
    "header": "header lines",
    "menu": "menu",
    "breadcrumb": "where it stands in its site",
    "boilerplate": "outside of the article",
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
    "notice": "the site’s own notice",
    "byline": "who wrote it",
    "author": "about the author",
    "caption": "caption or credit",
    "ornament": "ornament",
    "address": "an address on a line of its own",
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
    "only": "the only such name",
    "stated": "stated beside the name",
    "country": "the article’s country",
    "region": "the article’s region",
    "near": "other places near by",
    "home": "where the outlet is at home",
    "dateline": "the dateline",
    "manner": "the way the article is written",
    "unlisted": "in no gazetteer",
    "archive": "the rest of the archive",
    "population": "the larger one",
    "spelling": "another spelling",
    "transliteration": "another transliteration",
    "acronym": "acronym and full name",
    "surname": "surname and full name",
    "homonym": "another of the same name",
    "authority": "the archive’s own list",
    "hand": "a person’s word",
    "resembles": "names much alike",
    "tagger": "the name tagger",
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


def dropped(code: str) -> str:
    return DROPPED.get(code, words(code))


def title(code: str) -> str:
    """What found a title; a person, where no rule did."""
    return TITLES.get(code, words(code)) if code else "as a person wrote it"


def why(code: str) -> str:
    """A rule may speak for another answer, too."""
    return WHYS.get(code) or DATED.get(code) or rule(code)


def dated(code: str) -> str:
    """What proved a day."""
    return DATED.get(code, words(code))


def sure(confidence: float) -> str:
    """`97 % sure`."""
    return f"{percent(confidence)} sure"


@lru_cache(1 << 12)
def percent(share: float) -> str:
    """A share of 0 to 1 as `97 %`, its sign kept on the line."""
    return f"{round(100 * share)}\u00a0%"


def rule(code: str) -> str:
    """What found a mention; that of the day of publication bears the rule that proved it."""
    return RULES.get(code) or dated(code)


def role(code: str) -> str:
    return ROLES.get(code, code)


def words(code: str) -> str:
    """A code such as `month-day` or `repeated_title` as words."""
    return code.replace("-", " ").replace("_", " ")
