"""The day in the article's address or in its file's name: `/2022/03/03/`, `2022-03-03-talks.txt`, `20220303.txt`."""

from __future__ import annotations

import re
from datetime import date

from daybook.dates.case import Case
from daybook.values import FoundDate

_DAY = re.compile(r"(?<![0-9A-Za-z])((?:18|19|20)\d\d)([-_./]?)([01]\d)\2([0-3]\d)(?![0-9A-Za-z])")
_PATH_DAY = re.compile(r"/((?:18|19|20)\d\d)/([01]?\d)/([0-3]?\d)/")


def rule(case: Case) -> FoundDate | None:
    url = case.raw.stated.url or ""
    found = _PATH_DAY.search(url[:2000])
    if found is not None:
        value = _date(found[1], found[2], found[3])
        if value is not None:
            return FoundDate(value, "url", found[0], "day", 0.95)
    matches = list(_DAY.finditer(case.raw.path.replace("#", "/")[:2000]))
    values = {value for m in matches if (value := _date(m[1], m[3], m[4]))}
    if len(values) != 1:
        return None
    return FoundDate(values.pop(), "file-name", matches[-1][0], "day", 0.95)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
