"""Pelican's settings as Daybook needs them: most are fixed, and one that would break a guarantee is refused."""

from __future__ import annotations

import difflib
import locale
import os
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from jinja2 import StrictUndefined
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from daybook.errors import SettingError
from daybook.settings import Settings
from daybook.web import site_url
from daybook.words.catalogue import language_of
from daybook_pelican import theme

PelicanSettings = dict[str, Any]

CONF = "pelican.conf.py"


def newest_first(article: Article) -> tuple[int, str]:
    """The order of articles for other plugins: by day, ties by file, whatever order they were met in."""
    day: date = article.date
    return (-day.toordinal(), article.source_path)


NEVER = r"(?!)(?P<what>)"
"""A pattern that matches nothing, with the group that Pelican asks for."""

FIXED: PelicanSettings = {
    # what is read, and as what
    "ARTICLE_PATHS": ["articles"],
    "PAGE_PATHS": ["pages"],
    "READERS": {},
    "INTRASITE_LINK_REGEX": NEVER,
    "FILENAME_METADATA": "(?!)",
    "PATH_METADATA": "",
    "DEFAULT_METADATA": {},
    "USE_FOLDER_AS_CATEGORY": False,
    "FORMATTED_FIELDS": [],
    "TYPOGRIFY": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    # two articles of one slug are two articles
    "ARTICLE_TRANSLATION_ID": None,
    "PAGE_TRANSLATION_ID": None,
    # no clock, no locale
    "WITH_FUTURE_DATES": True,
    "LOCALE": ["C"],
    "ARTICLE_ORDER_BY": newest_first,
    # addresses, for other plugins; the pages of Daybook have their own
    "ARTICLE_URL": "{date:%Y}/{date:%m}/{date:%d}/{slug}.html",
    "ARTICLE_SAVE_AS": "{date:%Y}/{date:%m}/{date:%d}/{slug}.html",
    "DRAFT_URL": "undated/{slug}.html",
    "DRAFT_SAVE_AS": "undated/{slug}.html",
    "PAGE_URL": "{slug}.html",
    "PAGE_SAVE_AS": "{slug}.html",
    "RELATIVE_URLS": False,
    # what Daybook makes itself
    "DIRECT_TEMPLATES": [],
    "PAGINATED_TEMPLATES": {},
    "THEME_STATIC_PATHS": [],
    "OUTPUT_SOURCES": False,
    "DELETE_OUTPUT_DIRECTORY": False,
    "OUTPUT_RETENTION": [],
    **{f"{kind}_SAVE_AS": "" for kind in ("CATEGORY", "TAG", "AUTHOR")},
    **{f"{kind}_ARCHIVE_SAVE_AS": "" for kind in ("YEAR", "MONTH", "DAY")},
    **{f"{kind}FEED_{form}": None for kind in ("", "CATEGORY_", "AUTHOR_", "TAG_", "TRANSLATION_") for form in ("ATOM", "RSS")},
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
}  # fmt: skip

DEFAULTS: PelicanSettings = {"STATIC_PATHS": [], "THEME": str(theme.path())}
"""Other defaults than Pelican's, which a person may change."""

TOLD = (
    "DAYBOOK", "DEFAULT_LANG", "OUTPUT_PATH", "PATH", "PLUGINS", "SITENAME", "SITEURL", "STATIC_PATHS", "THEME", "TIMEZONE"
)  # fmt: skip
"""Those that a person states for Daybook. A name that is nearly one of them is a slip; any other may be some plugin's."""

TEMPLATES: PelicanSettings = {"autoescape": True, "undefined": StrictUndefined}
"""What no JINJA_ENVIRONMENT may change."""


def harden(settings: PelicanSettings) -> Settings:
    """Fix Pelican's settings in place and return Daybook's own. Raises SettingError."""
    _spelt(settings)
    for key, value in FIXED.items():
        _fix(settings, key, value)
    for key, value in DEFAULTS.items():
        if settings.get(key) == DEFAULT_CONFIG.get(key):
            settings[key] = value
    settings["JINJA_ENVIRONMENT"] = _environment(settings["JINJA_ENVIRONMENT"])
    settings["SITEURL"] = site_url(str(settings.get("SITEURL") or os.environ.get("SITEURL", "")))
    language_of(str(settings["DEFAULT_LANG"]))
    _time_zone(settings.get("TIMEZONE", "UTC"))
    # Pelican has set the user's locale by now.
    locale.setlocale(locale.LC_ALL, "C")
    _apart(settings)
    return Settings.from_mapping(settings.get("DAYBOOK", {}), CONF)


def _spelt(settings: PelicanSettings) -> None:
    for key in sorted(settings.keys() - DEFAULT_CONFIG.keys() - {*TOLD}):
        if near := difflib.get_close_matches(key, TOLD, 1, 0.85):
            raise SettingError(
                f"{CONF}: {key}: expected a setting, found no such name; did you mean {near[0]}?"
            )


def _time_zone(given: object) -> None:
    if given == "UTC" or str(given) in (known := available_timezones()):
        return
    near = difflib.get_close_matches(str(given)[:60], sorted(known), 1)
    hint = f"did you mean {near[0]!r}?" if near else "write 'UTC', or one such as 'Europe/Kyiv'"
    raise SettingError(f"{CONF}: TIMEZONE: expected the name of a time zone, found {given!r}; {hint}")


def _fix(settings: PelicanSettings, key: str, value: object) -> None:
    given = settings.get(key, value)
    if given not in (value, DEFAULT_CONFIG.get(key, value)) and key != "DELETE_OUTPUT_DIRECTORY":
        raise SettingError(
            f"{CONF}: {key}: expected it to be left to Daybook ({value!r}), found {given!r}; remove it"
        )
    settings[key] = value


def _environment(given: PelicanSettings) -> PelicanSettings:
    for key, value in TEMPLATES.items():
        if given.get(key, value) is not value:
            raise SettingError(
                f"{CONF}: JINJA_ENVIRONMENT[{key!r}]: expected it to be left to Daybook, found {given[key]!r}; remove it"
            )
    return {**given, **TEMPLATES}


def _apart(settings: PelicanSettings) -> None:
    """The output is replaced as a whole, so nothing that is read may lie in it."""
    output = Path(settings["OUTPUT_PATH"]).resolve()
    for key in ("PATH", "THEME"):
        read = Path(settings[key]).resolve()
        if read.is_relative_to(output) or output.is_relative_to(read):
            raise SettingError(
                f"OUTPUT_PATH: expected a folder apart from {key} ({read}), found {output}; choose another"
            )
    if Path.cwd().resolve().is_relative_to(output):
        raise SettingError(
            f"OUTPUT_PATH: expected a folder of its own, found {output}, which is all of the project"
        )
