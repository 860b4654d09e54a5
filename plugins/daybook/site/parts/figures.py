"""Figures that articles report, as pages show them: what is counted, each value as printed, who says so, and the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.briefing.figures import Report, Row
from daybook.figures.compare import countries
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.parts.briefing import Proof
from daybook.site.parts.counted import UNITS, notes, printed, sense
from daybook.site.parts.plot import Plot, plot
from daybook.site.parts.refs import Ref

SHOWN = 12
"""Rows that a day shows; those up to `daybook.site.desk.LISTED` are folded away, and the rest is counted."""
EARLIER = 4
"""Earlier values of a row that a day tells."""


class Value(NamedTuple):
    """A value with all who report it."""

    words: str
    """As printed; of a vote, or where a person corrected it, made of its digits."""
    day: date
    """By which it is said."""
    by: str
    """Whom the articles have it from, or who denies it, in their words; empty where nobody was found."""
    denied: bool
    """Whether it is denied, or taken back."""
    actor: Ref | None
    notes: tuple[str, ...]
    """What else is said of it."""
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A row: what is counted, and its values."""

    id: str
    unit: str
    noun: str
    """As printed; empty where it is not said."""
    of: tuple[str, ...]
    """Whose, where, and what keeps it from being compared."""
    values: tuple[Value, ...]
    earlier: tuple[Value, ...]
    """What articles of earlier days report."""
    path: str
    """Address of the page that has its path over the days; empty where it has none."""
    plot: Plot | None


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a day."""

    shown: tuple[Told, ...]
    folded: tuple[Told, ...]
    others: int
    """Figures that are not listed."""


def table(desk: Desk, day: date) -> Table | None:
    """None where the day's articles report none that matter."""
    found = desk.figures_on(day)
    if not found.rows:
        return None
    told, linked = list[Told](), set[str]()
    for row in found.rows:
        told.append(of_day(desk, row, day, row.family in linked))
        linked.add(row.family)
    return Table(tuple(told[:SHOWN]), tuple(told[SHOWN:]), found.others)


def of_day(desk: Desk, row: Row, day: date, is_linked: bool = False) -> Told:
    """A row as the page of a day shows it; `is_linked` where a row beside it leads to the page of figures already."""
    before = tuple(report for report in row.reports if report.day < day)
    earlier = values(desk, before)[-EARLIER:]
    path = addresses.FIGURES if row.id in desk.paths and not is_linked else ""
    return _told(desk, row, row.on(day), earlier, path, None)


def over_days(desk: Desk, row: Row) -> Told:
    """A row with all of its days."""
    return _told(desk, row, row.reports, (), "", plot(row, desk.archive.address, desk.words))


def _told(
    desk: Desk, row: Row, reports: Sequence[Report], earlier: tuple[Value, ...], path: str, drawn: Plot | None
) -> Told:
    words = desk.words
    return Told(row.id, words.gettext(UNITS[row.unit]), row.noun, tuple(_of(desk, row)), values(desk, reports), earlier, path, drawn)  # fmt: skip


def _of(desk: Desk, row: Row) -> Iterable[str]:
    if row.whose in desk.archive.actors:
        yield desk.archive.actors[row.whose].name
    elif row.whose and all(code != row.whose for *_, code in countries(row.noun)):
        yield desk.country(row.whose)
    if row.place in desk.archive.places:
        yield desk.archive.places[row.place].name
    if told := sense(row.sense, desk.words):
        yield told


def values(desk: Desk, reports: Iterable[Report]) -> tuple[Value, ...]:
    """Each value once for each who gives it, by the day on which it is said."""
    held: dict[tuple[object, ...], list[Report]] = {}
    for report in reports:
        number = report.numbers[0]
        said = number.actor or number.by.casefold()
        held.setdefault((report.value, number.bound, said, report.stated), []).append(report)
    found = (_value(desk, group) for group in held.values())
    return tuple(sorted(found, key=lambda value: value.day))


def _value(desk: Desk, reports: Sequence[Report]) -> Value:
    number, words = reports[0].numbers[0], desk.words
    told = notes([n for r in reports for n in r.numbers], words)
    actor = desk.actor(number.actor) if number.actor and number.actor in desk.archive.actors else None
    linked = actor if actor and actor.address else None
    return Value(
        printed(reports[0].numbers, words), reports[0].stated, number.by, number.sense == "denied", linked, told, tuple(_proofs(desk, reports))
    )  # fmt: skip


def _proofs(desk: Desk, reports: Iterable[Report]) -> Iterable[Proof]:
    proofs: dict[tuple[str, str], Proof] = {}
    for report in reports:
        article = report.article
        for number in report.numbers:
            proof = Proof(source_id(article), article.title, desk.archive.address[article.id], number.anchor)
            proofs.setdefault((article.id, number.anchor), proof)
    return proofs.values()
