"""A figure's path over days as a small drawing: a point for each report, joined where one source goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.briefing.figures import Report, Row
from daybook.words import Words

WIDTH, HEIGHT = 600, 120
"""Of the part within the axes, in units of the drawing."""
_EXACT = frozenset({"exact", "range"})


class Point(NamedTuple):
    """A report."""

    x: int
    y: int
    top: int
    """Of a range, where its upper end lies; else as `y`."""
    exact: bool
    says: str
    """Value, who says so, and the day."""
    address: str
    anchor: str
    line: int | None
    """Which line joins it to others; None where none does."""


@dataclass(frozen=True, slots=True)
class Plot:
    """In a box of 600 by 120, its lower edge the value 0."""

    points: tuple[Point, ...]
    lines: tuple[str, ...]
    """Of SVG: a path for each source that goes on."""
    first: date
    last: date
    highest: str
    """The highest value, in digits."""


def plot(row: Row, address: Mapping[str, str], words: Words) -> Plot | None:
    """None where it was not counted on several days, and of votes."""
    if not row.has_path or row.unit == "votes":
        return None
    days = row.days
    first, last = days[0], days[-1]
    most = max(float(n.high or n.value) for r in row.reports for n in r.numbers)
    span = (last - first).days

    def at(report: Report, value: str) -> tuple[int, int]:
        x = round(WIDTH * (report.stated - first).days / span)
        return x, round(HEIGHT - HEIGHT * float(value) / most) if most else HEIGHT

    points = list[tuple[Point, str]]()
    lines = dict[str, list[tuple[int, int]]]()
    for report in sorted(row.reports, key=lambda each: each.stated):
        (number,) = report.numbers
        x, y = at(report, number.value)
        told = ", ".join(filter(None, (number.words, number.by, words.day_plain(report.stated))))
        said = number.actor or number.by.casefold()
        points.append((Point(x, y, at(report, number.high or number.value)[1], number.bound in _EXACT, told, address[report.article.id], number.anchor, None), said))  # fmt: skip
        if said:
            lines.setdefault(said, []).append((x, y))
    joined = {said: line for said, line in lines.items() if len(set(line)) > 1}
    number_of = {said: number for number, said in enumerate(joined)}
    return Plot(
        tuple(point._replace(line=number_of.get(said)) for point, said in points),
        tuple("M" + "L".join(f"{x} {y}" for x, y in line) for line in joined.values()),
        first,
        last,
        words.number(round(most)),
    )
