"""Days in the future, told without a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from daybook.settings import Coverage

LEAP = timedelta(days=3650)
"""Without a last day of coverage: an archive may jump by years, but a day a decade behind all others is a slip or a lie."""


def horizon(days: Iterable[date], coverage: Coverage) -> date | None:
    """The last day that an article may bear; None where nothing bounds it.

    It is the end of the coverage. Where that is open, it is the newest day that is reached from the archive's middle day
    without a leap of more than ten years: one mistyped year, or a few, stay outside.
    """
    if coverage.last:
        return coverage.last
    ordered = sorted(days)
    if not ordered:
        return None
    at = (len(ordered) - 1) // 2
    while at + 1 < len(ordered) and ordered[at + 1] - ordered[at] <= LEAP:
        at += 1
    return ordered[at]
