"""One language of the interface: its words, days and numbers. The machine's own locale changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal

from daybook.words import catalogue

if TYPE_CHECKING:  # loaded where a page is made
    from babel import Locale
    from babel.messages.catalog import Catalog

_BRITISH = "GB"
"""How English writes days where the site does not say which English it speaks."""


class Words:
    """A language. Everything asked for again and again is kept."""

    def __init__(self, lang: str, texts: Catalog | None = None) -> None:
        """`texts` are the translations of a language that is not English."""
        self.lang, self.catalogue = lang, texts
        self._texts = catalogue.translations(texts) if texts else NullTranslations()
        self.day_long = lru_cache(1 << 12)(self._day_long)
        self.day_plain = lru_cache(1 << 12)(self._day_plain)
        self.day_short = lru_cache(1 << 12)(self._day_short)
        self.month_long = lru_cache(1 << 10)(self._month_long)
        self.span = lru_cache(1 << 12)(self._span)
        self.number = lru_cache(1 << 12)(self._number)
        self.percent = lru_cache(1 << 10)(self._percent)
        self.articles = lru_cache(1 << 12)(self._articles)
        self.days = lru_cache(1 << 12)(self._days)

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of the language."""
        from babel import Locale, UnknownLocaleError

        if self.lang == catalogue.SOURCE:
            return Locale(self.lang, _BRITISH)
        try:
            return Locale.parse(self.lang, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale(self.lang.partition("-")[0].lower())

    @cached_property
    def dir(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def gettext(self, text: str, **values: object) -> str:
        """The text in this language; `%(name)s` in it stands for a value of that name."""
        found = self._texts.gettext(text)
        return found % values if values else found

    def pgettext(self, context: str, text: str, **values: object) -> str:
        """The same of a text that means several things, told apart by their context."""
        found = self._texts.pgettext(context, text)
        return found % values if values else found

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """The form that the number asks for; `%(num)s` in it stands for the number, as the language writes it."""
        return self._texts.ngettext(one, many, n) % {"num": self.number(n), **values}

    def plural(self, one: str, many: str, n: int) -> str:
        """The form that the number asks for with the number in it, and other values still to be set in."""
        return self._texts.ngettext(one, many, n).replace("%(num)s", self.number(n))

    def _day_long(self, day: date) -> str:
        """`Thursday, 3 March 2022`."""
        return self._date(day, self.pgettext("pattern of a date", "EEEE, d MMMM y"))

    def day_head(self, day: date) -> str:
        """The same for a heading: it begins large, and no line ends between the day and its month."""
        found = re.sub(r"(?<=\d) (?=[^\W\d])", "\N{NO-BREAK SPACE}", self.day_long(day))
        return found[:1].upper() + found[1:]

    def _day_plain(self, day: date) -> str:
        """`3 March 2022`."""
        return self._date(day, self.pgettext("pattern of a date", "d MMMM y"))

    def _day_short(self, day: date) -> str:
        """`Thu 3 March`."""
        return self._date(day, self.pgettext("pattern of a date", "EEE d MMMM"))

    def _month_long(self, day: date) -> str:
        """`March 2022`, as it stands by itself."""
        return self._date(day, self.pgettext("pattern of a date", "LLLL y"))

    def _span(self, first: date, last: date) -> str:
        """`28 Feb – 6 Mar 2022`."""
        from babel.dates import format_interval

        return str(format_interval(first, last, "yMMMd", locale=self.locale))

    def week(self, day: date) -> str:
        """`Week 9`: that of ISO 8601 which the day lies in."""
        return self.gettext("Week %(num)s", num=day.isocalendar().week)

    def month_name(self, day: date) -> str:
        """`March`, as it stands by itself."""
        return self._date(day, "LLLL")

    def month_short(self, day: date) -> str:
        """`Mar`, as it stands by itself."""
        return self._date(day, "LLL")

    @cached_property
    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """From Monday on: the name, and the letter that stands for it in a calendar."""
        days, letters = (self.locale.days["stand-alone"][width] for width in ("wide", "narrow"))
        return tuple((days[n], letters[n]) for n in range(7))

    def _date(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        return format_date(day, pattern, self.locale)

    def _number(self, value: int) -> str:
        """`12,345`."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def _articles(self, n: int) -> str:
        """`1 article`, `12,345 articles`."""
        return self.ngettext("%(num)s article", "%(num)s articles", n)

    def parts(self, n: int) -> str:
        """`1 part`, `3 parts`: of a text."""
        return self.ngettext("%(num)s part", "%(num)s parts", n)

    def characters(self, n: int) -> str:
        """`1 character`, `1,200 characters`."""
        return self.ngettext("%(num)s character", "%(num)s characters", n)

    def unit(self, n: int) -> str:
        """`article`, `articles`: what a number counts that stands before it by itself."""
        return self._texts.ngettext("article", "articles", n)

    def _days(self, n: int) -> str:
        """`1 day`, `31 days`."""
        return self.ngettext("%(num)s day", "%(num)s days", n)

    def listed(self, names: Sequence[str]) -> str:
        """`Lima, Oslo and Rome`."""
        from babel.lists import format_list

        return format_list(names, locale=self.locale)

    def _percent(self, share: float) -> str:
        """A share of 0 to 1 as `97 %`, its sign kept on the line."""
        return f"{self.number(round(100 * share))}\u00a0%"

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; empty where there is none, and in English."""
        found = "" if self.catalogue is None else self.locale.territories.get(code, "")
        return str(found)

    def coordinates(self, lat: float, lon: float) -> str:
        """Degrees to two digits, some 1 km: `50.45° N, 30.52° E`."""
        north, east = self._degrees(lat), self._degrees(lon)
        return ", ".join(
            (
                self.gettext("%(degrees)s° N", degrees=north)
                if lat >= 0
                else self.gettext("%(degrees)s° S", degrees=north),
                self.gettext("%(degrees)s° E", degrees=east)
                if lon >= 0
                else self.gettext("%(degrees)s° W", degrees=east),
            )
        )

    def _degrees(self, value: float) -> str:
        from babel.numbers import format_decimal

        return format_decimal(abs(value), "0.00", self.locale)

    def kilometres(self, distance: float) -> str:
        """`8 km`, `410 km`, `1,230 km`: whole below 20 km, tens above."""
        whole = round(distance) if distance < 20 else 10 * round(distance / 10)
        return self.gettext("%(distance)s km", distance=self.number(whole))


@lru_cache(1 << 4)
def of(lang: str) -> Words:
    """The language of a BCP 47 tag. Raises SettingError where the interface does not speak it."""
    language = catalogue.language_of(lang)
    path = catalogue.FOLDER / f"{language}.po"
    return Words(lang, None if language == catalogue.SOURCE else catalogue.read(path))


ENGLISH = of(catalogue.SOURCE)
"""What a terminal speaks."""
