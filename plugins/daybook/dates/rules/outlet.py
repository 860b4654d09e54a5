"""The line in which an outlet prints its day, as a person wrote it down: `Posted on {date}`, `{day}/{month}/{year}`.

The line may stand anywhere, among what was dropped as well; lines of one article that disagree prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import Formatter

from daybook.clean.days import DayWords, scan
from daybook.content.authority import Authority
from daybook.dates.case import Case
from daybook.errors import SettingError
from daybook.values import FoundDate

_FIELDS = {
    "date": r"\S.{3,60}?",
    "day": r"\d{1,2}",
    "month": r"\d{1,2}|[^\W\d_]{3,12}\.?",
    "year": r"\d{4}",
}
_LONGEST = 300
_SPACE = re.compile(r"\s+")


def rule(case: Case) -> FoundDate | None:
    if case.outlet is None or not case.outlet.date:
        return None
    patterns = [compiled(template, case.outlet.name) for template in case.outlet.date]
    days = [day for start, line in _lines(case.raw.layer) for p in patterns if (day := _day(p, line, start))]
    values = {case.settle(day) for day in days}
    value = values.pop() if len(values) == 1 else None
    return case.found(value, "outlet", days[0], 0.97) if value else None


def check(authority: Authority) -> None:
    """Raise SettingError for an outlet's template that names no day."""
    for outlet in authority.sources:
        for template in outlet.date:
            compiled(template, outlet.name)


@lru_cache(maxsize=256)
def compiled(template: str, outlet: str) -> re.Pattern[str]:
    """What a template matches: a whole line. Raises SettingError for one that names no day."""
    parts, fields = [], []
    try:
        for literal, field, spec, conversion in Formatter().parse(" ".join(template.split())):
            parts.append(_SPACE.sub(r"\\s+", re.escape(literal).replace("\\ ", " ")))
            if field is not None:
                parts.append(f"(?P<{field}>{_FIELDS[field]})")
                fields.append(f"{field}{spec or ''}{conversion or ''}")
    except (ValueError, KeyError):
        fields = []
    if sorted(fields) not in (["date"], ["day", "month"], ["day", "month", "year"]):
        raise SettingError(
            f"sources.yaml, date of {outlet}: expected a line with {{date}}, or {{day}}, {{month}} and {{year}}, "
            f"found {template!r}; write it as in: Posted on {{date}}"
        )
    return re.compile(r"\s*" + "".join(parts) + r"\s*", re.I)


def _lines(layer: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in layer.split("\n"):
        if len(line) <= _LONGEST:
            yield start, line
        start += len(line) + 1


def _day(pattern: re.Pattern[str], line: str, start: int) -> DayWords | None:
    match = pattern.fullmatch(line)
    if match is None:
        return None
    said = match.groupdict()
    if "date" in said:
        days = [day for day in scan(said["date"], lower=True) if day.day is not None]
        found = days[0] if len(days) == 1 else None
        if found is None:
            return None
        at = start + match.start("date")
        return DayWords(
            at + found.start, at + found.end, found.words, found.year, found.month, found.day, found.weekday
        )
    month = said["month"].rstrip(".")
    if not month.isdigit():
        named = scan(f"{month} 1", lower=True)
        month = str(named[0].month or 0) if named else "0"
    first, last = (pick(match.span(name)[end] for name in said) for end, pick in ((0, min), (1, max)))
    year = int(said["year"]) if said.get("year") else None
    return DayWords(start + first, start + last, line[first:last], year, int(month), int(said["day"]))
