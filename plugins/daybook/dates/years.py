"""Which year a day without one means: proven by its weekday, by the years that the text names, or not at all.

`March 2` in an archive of two years may be either. A text that names a year as past is no older than that year, but one of
March 2023 names February 2022 as readily as one of March 2022 does, so the older year needs a weekday or a caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from daybook.clean.days import DayWords
from daybook.settings import Coverage

_NEAR = timedelta(days=92)
"""How far behind the newest day told with its year a day may lie that its weekday confirms."""
_YOUNG = timedelta(days=7)
"""How far behind the newest caption a day may lie without a weekday."""
_MOST_YEARS = 200


def candidates(day: DayWords, coverage: Coverage, since: date | None) -> list[date]:
    """The days of the coverage that `day` can mean, none where the coverage is open and the text names no year."""
    if day.year is not None:
        return [day.full] if day.full else []
    first = coverage.first.year if coverage.first else since.year if since else None
    last = coverage.last.year if coverage.last else min(since.year + 1, 9999) if since else None
    if first is None or last is None or last - first > _MOST_YEARS:
        return []
    found = (day.in_year(year) for year in range(first, last + 1))
    return [value for value in found if value is not None and value in coverage]


def settled(day: DayWords, coverage: Coverage, since: date | None, caption: date | None) -> date | None:
    """The one day that `day` means, or None.

    `since` is the newest day that the text tells as past with its year, `caption` the newest one of its captions.
    """
    found = candidates(day, coverage, since)
    if day.year is not None or (_closed(coverage) and len(found) == 1):
        return found[0] if found else None
    if _closed(coverage) and since is not None:
        later = [value for value in found if value >= since]
        if len(later) == 1 and later[0].year == since.year == max(value.year for value in found):
            return later[0]
    near = list(_near(found, day, since, caption))
    return near[0] if len(near) == 1 else None


def _near(found: Iterable[date], day: DayWords, since: date | None, caption: date | None) -> Iterator[date]:
    """The days that lie soon behind the newest day of the text: very soon, unless their weekday is said."""
    within = _NEAR if day.weekday is not None else _YOUNG if caption == since else None
    if since is not None and within is not None:
        yield from (value for value in found if timedelta(0) <= value - since <= within)


def _closed(coverage: Coverage) -> bool:
    return coverage.first is not None and coverage.last is not None
