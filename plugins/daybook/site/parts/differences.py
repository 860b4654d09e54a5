"""What the reports of a story tell, fact by fact, as a table whose cells lead to sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.format import shortened
from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.parts.cards import Line
from daybook.site.parts.counted import UNITS, said, sense
from daybook.stories.differences import Fact, Kind, Told, compared, facts
from daybook.stories.stories import Story
from daybook.words import Words
from daybook.words.marks import N_

_SHORT = 26
"""Characters of a report's name beside each of its cells, where these stand below one another."""
_WORDS = 110
"""Characters of what a cell quotes."""

_OTHERS = {"people": N_("People"), "other": N_("Number")}
"""Units that have no name of their own."""
_TITLES: Mapping[Kind, str] = {
    "number": N_("Numbers"),
    "place": N_("Places"),
    "day": N_("Days spoken of"),
    "actor": N_("Actors"),
    "said": N_("Who is quoted"),
}


class Column(NamedTuple):
    """A report that is compared."""

    name: str
    """Of its source, or its title where that tells it from no other."""
    line: Line
    """Its article."""

    @property
    def short(self) -> str:
        """The name's first words."""
        return shortened(self.name, _SHORT)


class Row(NamedTuple):
    """A fact."""

    name: str
    of: str
    """What a number counts, in the words of a report."""
    cells: tuple[tuple[Told, ...], ...]
    note: str
    """Whether those that tell it agree."""
    values: tuple[tuple[int, ...], ...]
    """Of numbers, for each report which values it gives; else empty."""


class Group(NamedTuple):
    """Facts of one kind."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """The table; `total` are all reports of the story."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    total: int


def differences(desk: Desk, story: Story) -> Differences | None:
    """None where there is but one report, or nothing to compare."""
    articles = compared(story.reports)
    found = facts(articles)
    if not found:
        return None
    sources = [source_id(article) for article in articles]
    columns = tuple(
        Column(source if source and sources.count(source) == 1 else article.title, desk.line(article))
        for article, source in zip(articles, sources, strict=True)
    )
    days = [article.date.value for article in articles if article.date]
    groups = {kind: tuple(_row(desk, fact, days) for fact in found if fact.kind == kind) for kind in _TITLES}
    return Differences(
        columns,
        tuple(Group(desk.words.gettext(_TITLES[kind]), rows) for kind, rows in groups.items() if rows),
        len(story.reports),
    )


def _row(desk: Desk, fact: Fact, days: Sequence[date]) -> Row:
    """`days` are those of the reports."""
    cells = tuple(tuple(_way(desk.words, told) for told in each) for each in fact.cells)
    of = "" if fact.of == fact.what else fact.of
    return Row(_name(desk, fact), of, cells, _note(desk.words, fact, days), fact.values)


def _way(words: Words, told: Told) -> Told:
    """As the page tells it: with whom the report has it from, and what keeps a number from being a count, in words."""
    quoted = shortened(told.words, _WORDS)
    return Told(quoted, told.anchor, said(told.by, told.sense, words), sense(told.sense, words))


def _name(desk: Desk, fact: Fact) -> str:
    if fact.kind == "number":
        return desk.words.gettext((UNITS | _OTHERS)[fact.what])
    if fact.kind == "day":
        return desk.words.day_plain(date.fromisoformat(fact.what))
    held = desk.archive.places if fact.kind == "place" else desk.archive.actors
    return held[fact.what].name


def _note(words: Words, fact: Fact, days: Sequence[date]) -> str:
    told = {day for day, cell in zip(days, fact.cells, strict=True) if cell}
    if fact.state == "differ" and len(told) > 1:
        return words.gettext("the numbers differ, and so do the days of the reports")
    if fact.state == "differ":
        return words.gettext("the numbers differ")
    if fact.state == "agree" and all(len(each) < 2 for each in fact.values):
        return words.gettext("the same number")
    if fact.state == "agree":
        return words.gettext("a number in common")
    return words.gettext("told by %(num)s of %(all)s", num=str(fact.tellers), all=str(len(fact.cells)))
