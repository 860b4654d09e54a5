"""The day that a sidecar, header, JSON or HTML states."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from daybook.clean.days import scan
from daybook.dates.case import Case
from daybook.values import FoundDate

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)(?:[T ](\d\d:\d\d))?")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)(?:\s?([AaPp])\.?[Mm])?")
_CONFIDENCE = {"sidecar": 1.0, "header": 0.99, "json": 0.99, "html": 0.97}


def rule(case: Case) -> FoundDate | None:
    words = case.raw.stated.published
    if not words:
        return None
    value = read(words, case)
    if value is None:
        return None
    confidence = _CONFIDENCE.get(case.raw.stated.origin, 0.97)
    return FoundDate(value, "stated", words[:200], "day", confidence, time=clock(words))


def read(words: str, case: Case) -> date | None:
    """A stated day: ISO 8601, RFC 2822, or as news writes it. `03/04/2022` is no day, as it may be two."""
    words = words.strip()[:200]
    iso = _ISO.match(words)
    if iso is not None:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    days = [day for day in scan(words, lower=True) if day.month]
    if days and days[0].day:
        return case.settle(days[0])
    try:
        found: datetime = parsedate_to_datetime(words)
    except (ValueError, IndexError, TypeError):
        return None
    return found.date()


def clock(words: str) -> str | None:
    """`07:33` of `7:33 AM`; None where no time stands in the words."""
    found = _CLOCK.search(words)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] in "Pp" else 0)
    return f"{hour:02}:{minute:02}"
