"""The interface's words for what the machine calls by a code: roles, kinds, reasons, rules."""

from __future__ import annotations

from collections.abc import Mapping

from daybook.words.language import Words
from daybook.words.marks import N_

ROLES = {
    "event": N_("scene of events"),
    "dateline": N_("dateline"),
    "venue": N_("venue"),
    "metonym": N_("stands for its government"),
    "demonym": N_("as an adjective"),
    "embedded": N_("part of a name"),
    "address": N_("address"),
}
KINDS = {
    "city": N_("City"),
    "region": N_("Region"),
    "country": N_("Country"),
    "continent": N_("Continent"),
    "water": N_("Water"),
    "site": N_("Site"),
    "person": N_("Person"),
    "organisation": N_("Organisation"),
    "state": N_("State"),
}
KIND_GROUPS = {
    "city": N_("Cities"),
    "region": N_("Regions"),
    "country": N_("Countries"),
    "continent": N_("Continents"),
    "water": N_("Seas and rivers"),
    "site": N_("Sites"),
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "state": N_("States"),
}


RULES = {
    "evidence": N_("gazetteer"),
    "abbreviation": N_("abbreviation"),
    "demonym": N_("word for a people"),
    "site": N_("type of site in the name"),
    "body": N_("list of known bodies"),
    "state-body": N_("kind of state body"),
    "state": N_("country or capital that acts"),
    "tagger": N_("name tagger"),
    "title": N_("title or role"),
    "outlet-noun": N_("word for an outlet"),
    "acronym": N_("acronym told in the text"),
    "authority": N_("the archive’s own list"),
    "surname": N_("surname named before"),
    "family-name-first": N_("family name before the given name"),
    "body-again": N_("body named before"),
    "company-form": N_("company form"),
    "called": N_("called so in the text"),
    "road": N_("type of road in the name"),
    "hand": N_("a person’s word"),
    "own-promo": N_("the outlet’s own notice"),
    "own-reporter": N_("the outlet’s own reporter"),
    "own-work": N_("words on its own work"),
    "byline": N_("line on who wrote it"),
    "day-words": N_("words for a day"),
    "relative-day": N_("day counted from the article’s own"),
}
"""What found a name, a source or a day spoken of; a rule that is not here stands as its code in words."""

DATED = {
    "stated": N_("stated by the file"),
    "hand": N_("a person’s word"),
    "outlet": N_("the line in which the outlet prints its day"),
    "posted": N_("line on when it was posted"),
    "dateline": N_("dateline"),
    "header-line": N_("day on a line at the head"),
    "title": N_("day in the title"),
    "url": N_("day in the article’s address"),
    "file-name": N_("day in the file’s name"),
    "counted": N_("day told beside “today” or “yesterday”"),
    "term": N_("term counted to its end"),
    "weekday-month-day": N_("weekday, day and month"),
    "month-day": N_("day and month"),
    "updated": N_("when it was updated"),
    "as-of": N_("as of an hour of that day"),
    "event-day": N_("day counted from an event"),
    "weekday": N_("weekday after captions of the days before"),
    "neighbours": N_("articles of the same events"),
}
"""What proved the day of publication."""


DROPPED = {
    "header": N_("header lines"),
    "menu": N_("menu"),
    "breadcrumb": N_("where it stands in its site"),
    "boilerplate": N_("outside of the article"),
    "name": N_("name on a line of its own"),
    "outlet": N_("line that a person named for this outlet"),
    "posted": N_("when it was posted"),
    "repeated-title": N_("the title again"),
    "related": N_("links to other articles"),
    "video": N_("link to a video"),
    "promo": N_("the outlet’s own notice"),
    "newsletter": N_("newsletter and account"),
    "cookies": N_("cookies and terms"),
    "comments": N_("comments"),
    "share": N_("links to share it"),
    "notice": N_("the site’s own notice"),
    "byline": N_("who wrote it"),
    "author": N_("about the author"),
    "caption": N_("caption or credit"),
    "ornament": N_("ornament"),
    "address": N_("an address on a line of its own"),
    "signature": N_("the agency’s sign-off"),
}
"""Why a part of a raw text is not in its article."""


TITLES = {
    "stated": N_("as the file states it"),
    "page-title": N_("as the page is called"),
    "headline": N_("printed above the text"),
    "inline": N_("printed at the head of the text"),
    "derived": N_("made of the first sentence"),
}
"""What found a title."""

STATED = {
    "outlet": N_("Outlet"),
    "agency": N_("Agency"),
    "byline": N_("Byline"),
    "dateline": N_("Dateline"),
}
"""What an article says of where it comes from."""

PROVES = {
    "day": N_("proves the day"),
    "outlet": N_("proves the outlet"),
    "agency": N_("proves the agency"),
    "byline": N_("proves the byline"),
    "dateline": N_("proves the dateline"),
}
"""What words of the raw text prove."""

PROVED = {
    "day": N_("the day"),
    "outlet": N_("the outlet"),
    "agency": N_("the agency"),
    "byline": N_("the byline"),
    "dateline": N_("the dateline"),
}
"""What words of the raw text prove, by itself."""

BESIDE = {"title": N_("title"), "dateline": N_("dateline"), "left-out": N_("left out")}
"""The parts of an article's page beside its text."""

PRECISIONS = {
    "minute": N_("precise to the minute"),
    "month": N_("precise to the month"),
    "year": N_("precise to the year"),
}
"""How precisely a day is known, where it is not known to the day."""

WHYS = {
    "only": N_("the only such name"),
    "stated": N_("stated beside the name"),
    "country": N_("the article’s country"),
    "region": N_("the article’s region"),
    "near": N_("other places near by"),
    "home": N_("where the outlet is at home"),
    "dateline": N_("the dateline"),
    "manner": N_("the way the article is written"),
    "unlisted": N_("in no gazetteer"),
    "archive": N_("the rest of the archive"),
    "population": N_("the larger one"),
    "spelling": N_("another spelling"),
    "transliteration": N_("another transliteration"),
    "acronym": N_("acronym and full name"),
    "surname": N_("surname and full name"),
    "homonym": N_("another of the same name"),
    "authority": N_("the archive’s own list"),
    "hand": N_("a person’s word"),
    "resembles": N_("names much alike"),
    "tagger": N_("the name tagger"),
    "ahead": N_("told as to come"),
    "past": N_("told as long past"),
    "once": N_("told of, which proves nothing"),
    "early": N_("before the archive’s first day"),
    "future": N_("after the archive’s last day"),
    "event": N_("the day of a known event"),
    "year": N_("its year is open"),
    "alone": N_("far from all other days of the archive"),
}
"""What settled which of several is meant, or spoke against one; a code that is not here stands as it is, in words."""


def dropped(words: Words, code: str) -> str:
    return _said(words, DROPPED, code)


def title(words: Words, code: str) -> str:
    """What found a title; a person, where no rule did."""
    return _said(words, TITLES, code) if code else words.gettext("as a person wrote it")


def why(words: Words, code: str) -> str:
    """A rule may speak for another answer, too."""
    return _said(words, next((table for table in (WHYS, DATED) if code in table), RULES), code)


def dated(words: Words, code: str) -> str:
    """What proved a day."""
    return _said(words, DATED, code)


def sure(words: Words, confidence: float) -> str:
    """`97 % sure`."""
    return words.gettext("%(percent)s sure", percent=words.percent(confidence))


def rule(words: Words, code: str) -> str:
    """What found a mention; that of the day of publication bears the rule that proved it."""
    return _said(words, RULES if code in RULES else DATED, code)


def role(words: Words, code: str) -> str:
    return words.gettext(ROLES[code]) if code in ROLES else code


def kind(words: Words, code: str) -> str:
    """`City`, of a place or an actor."""
    return words.gettext(KINDS[code]) if code in KINDS else code


def kinds(words: Words, code: str) -> str:
    """`Cities`: what a group of them is called."""
    return words.gettext(KIND_GROUPS[code])


def stated(words: Words, code: str) -> str:
    return words.gettext(STATED[code])


def proves(words: Words, code: str) -> str:
    return _said(words, PROVES, code)


def proved(words: Words, code: str) -> str:
    return _said(words, PROVED, code)


def beside(words: Words, code: str) -> str:
    return _said(words, BESIDE, code)


def precision(words: Words, code: str) -> str:
    """Empty for a day."""
    return words.gettext(PRECISIONS[code]) if code in PRECISIONS else ""


def plain(code: str) -> str:
    """A code such as `month-day` or `repeated_title` as words."""
    return code.replace("-", " ").replace("_", " ")


def _said(words: Words, table: Mapping[str, str], code: str) -> str:
    return words.gettext(table[code]) if code in table else plain(code)
