"""Days as news writes them: `March 3`, `Wednesday (March 2)`, `3 March 2022`, `the third of March`, `2022-03-03T07:33Z`, `Monday`.

Words are looked up in the calendar of each language (knowledge/calendar.yaml); only around a hit a pattern is tried,
so that a scan costs little more than parting the text into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from daybook.clean.knowledge import load

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,12}(?![^\W\d_])")
_DAY_AFTER = re.compile(
    r"\.?[ \n\t]{1,3}([0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|[ \n](?:pct|percent|mln|bln|dlrs|cts))"
    r"(?:,?[ \n\t]{1,3}((?:18|19|20)\d\d)(?![\w%]|,\d|\.\d))?"
)
_YEAR_AFTER = re.compile(r"\.?,?[ \n\t]{1,3}(?:de[ \n])?((?:18|19|20)\d\d)(?![\w%]|,\d|\.\d)")
_DAY_BEFORE = re.compile(
    r"(?<![\w.,:/$£€-])([0-3]?\d)(?:st|nd|rd|th)?\.?[ \n\t-]{1,3}(?:(?:de|of|the)[ \n])?$", re.I
)
_WEEKDAY_BEFORE = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,12})\.?(?:[ \n](?:morning|afternoon|evening|night))?,?[ \n\t]{1,3}(?:\(|the[ \n]|den[ \n])?$",
    re.I,
)
_WEEKDAY_AFTER = re.compile(r"[ \n]?[(,][ \n]?([^\W\d_]{3,12})\)?")
_RANGE = re.compile(r"\s?(?:-|–|—|to|through|till|until|and|&)\s?")
_NUMERIC = re.compile(
    r"(?<![\w./:-])(?:((?:18|19|20)\d\d)([-/.])(\d\d?)\2(\d\d?)(?:(?<=-\d\d)T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?(?:\d\d)?)?)?"
    r"|(\d\d?)([-/.])(\d\d?)\6((?:18|19|20)\d\d))(?![\w/-]|\.\d)"
)
_RANGE_YEAR = re.compile(
    r"\s?(?:-|–|—|to|through|till|until|and|&)\s?[0-3]?\d(?:st|nd|rd|th)?,?[ \n]{1,2}((?:18|19|20)\d\d)(?![\w%]|,\d|\.\d)"
)
"""`September 27-30, 2020`: the year of a range's first day stands behind its last."""
MOST = 20_000
"""Days of one text that are read; no article names as many."""
_LOOK_BACK = 28
ORDINALS: tuple[str, ...] = tuple(load("day_cues")["ordinals"].split())
"""Their first 31 in words: `first` to `thirty-first`."""
_LOWER_CASE = ("fr", "es", "it", "uk", "ru")
"""Languages that write months and weekdays small; elsewhere a small `may` or `march` is a verb."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words that name a day, or as much of one as they say; offsets into the text scanned."""

    start: int
    end: int
    words: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""

    @property
    def full(self) -> date | None:
        """The day, where year, month and day are said, exist, and any weekday said agrees."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where there is none, or its weekday differs from the one said."""
        if self.month is None or self.day is None:
            return None
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in (None, found.weekday()) else None


def scan(text: str, lower: bool = False) -> list[DayWords]:
    """Every day named in `text`, in order, none overlapping. `lower` also believes small English names."""
    named = _named(text, lower)
    _share_years(text, named)
    numeric = [found for match in _NUMERIC.finditer(text) if (found := _number(match))]
    if not numeric:
        return named
    merged: list[DayWords] = []
    for found in sorted([*named, *numeric], key=lambda d: (d.start, -d.end)):
        if not merged or found.start >= merged[-1].end:
            merged.append(found)
    return merged


def _share_years(text: str, days: list[DayWords]) -> None:
    """Give the first day of a range the year that stands behind its last: `September 27 to November 10, 2020`."""
    for at, (one, other) in enumerate(pairwise(days)):
        if not (one.day and one.month and other.month and other.year) or one.year is not None:
            continue
        if _RANGE.fullmatch(text, one.end, other.start):
            days[at] = replace(one, year=other.year - (one.month > other.month))


MONTHS = tuple(forms.split()[0] for forms in load("calendar")["en"]["months"])
"""Their English names in full, in lower case."""


def month_named(word: str) -> int | None:
    """1 to 12 of a month's English name in full, written with a capital; None for any other word."""
    key = word.casefold()
    return MONTHS.index(key) + 1 if word[:1].isupper() and key in MONTHS else None


def _named(text: str, lower: bool) -> list[DayWords]:
    months, weekdays = _calendar()
    names = _names()
    found: list[DayWords] = []
    for match in _WORD.finditer(text):
        key = match[0].casefold()
        if key not in names:
            continue
        if len(found) >= MOST:
            break
        if match[0][0].islower() and not lower and key not in _small():
            continue
        if found and match.start() < found[-1].end:
            continue
        day = _around(text, match, months[key]) if key in months else None
        if day is not None:
            while found and found[-1].end > day.start:
                found.pop()
            found.append(day)
        elif key in weekdays and len(key) > 4:
            found.append(DayWords(match.start(), match.end(), match[0], weekday=weekdays[key]))
    return found


def _around(text: str, match: re.Match[str], month: int) -> DayWords | None:
    """The day around a month's name."""
    start, end = match.span()
    after = _DAY_AFTER.match(text, end)
    if after is not None and 1 <= int(after[1]) <= 31:
        told = after[2] or _year_of_range(text, after.end())
        year = int(told) if told else None
        return _with_weekday(text, start, after.end(), year, month, int(after[1]))
    window = text[max(0, start - _LOOK_BACK) : start]
    before = _DAY_BEFORE.search(window)
    year_after = _YEAR_AFTER.match(text, end)
    year = int(year_after[1]) if year_after else None
    if year_after:
        end = year_after.end()
    if before is not None and 1 <= int(before[1]) <= 31:
        start -= len(window) - before.start()
        return _with_weekday(text, start, end, year, month, int(before[1]))
    spelled = None if text[end : end + 1] in ("'", "’") else _spelled().search(window)
    if spelled is not None:
        start -= len(window) - spelled.start()
        return _with_weekday(text, start, end, year, month, ORDINALS.index(spelled[1].casefold()) + 1)
    return DayWords(start, end, text[start:end], year, month) if year else None


def _year_of_range(text: str, at: int) -> str | None:
    match = _RANGE_YEAR.match(text, at)
    return match[1] if match else None


@cache
def _spelled() -> re.Pattern[str]:
    """The day in words before a month, at the end of what is searched."""
    return re.compile(
        rf"(?<![\w-])the ({'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?: day)? of $", re.I
    )


def _with_weekday(text: str, start: int, end: int, year: int | None, month: int, day: int) -> DayWords:
    weekdays = _calendar()[1]
    window = text[max(0, start - _LOOK_BACK) : start]
    before = _WEEKDAY_BEFORE.search(window)
    weekday = weekdays.get(before[1].casefold()) if before else None
    if before is not None and weekday is not None:
        bracket = window.endswith("(") and text.startswith(")", end)
        start, end = start - (len(window) - before.start()), end + bracket
    else:
        after = _WEEKDAY_AFTER.match(text, end)
        weekday = weekdays.get(after[1].casefold()) if after else None
        if after is not None and weekday is not None:
            end = after.end()
    return DayWords(start, end, text[start:end], year, month, day, weekday)


def _number(match: re.Match[str]) -> DayWords | None:
    """A day in figures. `03/04/2022` may be April or March, so it is none; with dots it is the day first."""
    if match[1]:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    else:
        first, second, year = int(match[5]), int(match[7]), int(match[8])
        if first > 12 or match[6] == "." or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    found = DayWords(match.start(), match.end(), match[0], year, month, day)
    return found if found.full else None


@cache
def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    """Months (1 to 12) and weekdays (0 to 6) by their names in lower case; the languages in the file's order."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for names in load("calendar").values():
        for number, forms in enumerate(names["months"], 1):
            for form in forms.split():
                months.setdefault(form, number)
        for number, forms in enumerate(names["weekdays"]):
            for form in forms.split():
                weekdays.setdefault(form, number)
    return months, weekdays


@cache
def _names() -> frozenset[str]:
    months, weekdays = _calendar()
    return frozenset([*months, *weekdays])


@cache
def _small() -> frozenset[str]:
    """Names that their language writes small, less those that mean something else in English."""
    return frozenset(_forms(_LOWER_CASE)) - frozenset(_forms(("en",)))


def _forms(languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        for names in load("calendar")[language].values():
            for forms in names:
                yield from forms.split()
