"""A week or a month: its days that have articles, between its neighbours, and what they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from daybook.briefing import changes
from daybook.briefing.changes import ranked, runs
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.parts.briefing import PointLine, point_line
from daybook.site.parts.changes import Part, RunLine, counted, firsts, run_line

_STORIES, _MORE_STORIES = 8, 30
"""Stories that are shown, and those that are folded away; the rest is counted."""
_NAMES = 10
"""Places that are shown of those first named, and actors."""


class Stretch(NamedTuple):
    """A week or a month that has articles."""

    first: date
    """Its first day in the calendar."""
    days: tuple[date, ...]
    """Those that have articles, oldest first."""
    previous: date | None
    """The first day of the nearest earlier one that has articles."""
    next: date | None


class DayLines(NamedTuple):
    """What a day tells first."""

    day: date
    address: str
    points: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a week or a month tells."""

    days: tuple[DayLines, ...]
    """Oldest first."""
    runs: tuple[RunLine, ...]
    folded: tuple[RunLine, ...]
    others: int
    """Stories that are not listed."""
    figures: tuple[Part, ...]
    """Those given another value than before."""
    firsts: tuple[Part, ...]
    """Names that no article before has; none where the archive begins."""


def stretches(days: Sequence[date], first_of: Callable[[date], date]) -> Iterator[Stretch]:
    """The days of an archive, oldest first, by the first day of what they lie in."""
    held = [(first, tuple(group)) for first, group in groupby(days, first_of)]
    firsts = [None, *(first for first, _ in held), None]
    for at, (first, group) in enumerate(held):
        yield Stretch(first, group, firsts[at], firsts[at + 2])


def told(desk: Desk, stretch: Stretch, calendar: Sequence[date], points: int) -> Told:
    """What its articles tell; `calendar` are all of its days, `points` how many key points of each are shown."""
    archive, days = desk.archive, stretch.days
    articles = [article for day in days for article in archive.days[day]]
    found = runs(days, articles, desk.stories, desk.day_list[-1])
    lines = tuple(run_line(desk, run, calendar) for run in found[: _STORIES + _MORE_STORIES])
    new = {name: article for day in days for name, article in desk.firsts.get(day, {}).items()}
    rows = {row.id: row for day in days for row in desk.figures.of.get(day, ())}
    begins = stretch.previous is None
    return Told(
        tuple(_lines(desk, day, points) for day in days),
        lines[:_STORIES],
        lines[_STORIES:],
        len(found) - len(lines),
        tuple(counted(desk, changes.counted(days[0], days[-1], rows.values()))),
        () if begins else tuple(firsts(desk, ranked(new, articles), _NAMES)),
    )


def _lines(desk: Desk, day: date, points: int) -> DayLines:
    held = desk.briefing(day).points[:points]
    return DayLines(day, addresses.day(day), tuple(point_line(desk, point) for point in held))
