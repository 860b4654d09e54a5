"""Figures that articles report, side by side: those that count the same thing, with their values, and whom each has it from.

Two figures stand in one row only where the words and ids say that they count the same: a value beside another invents a
difference where they do not. So rows are of one story, or of those who left one country; what is not plain stands alone.
A value that several articles of a story report in the same words is one row, whatever else is open.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from daybook.digest import Digest, Number
from daybook.figures.compare import COMPARED, FLED, LOSSES
from daybook.figures.knowledge import words
from daybook.stories.stories import Stories
from daybook.values import FigureUnit

UNITS: tuple[FigureUnit, ...] = (
    "killed", "casualties", "missing", "wounded", "captured", "refugees", "displaced", "votes", "weapons", "arrested", "money", "percent",
)  # fmt: skip
"""What matters, most first; no other figure stands in a briefing."""
OPENING = 1_200
"""Code points of the text layer: a toll without place and side counts as an article's own only where it opens it."""
APART = timedelta(days=31)
"""Between two reports of those who left a country; after a longer silence it is another flight."""
BALLOT = 400
"""Code points between two sides of one vote at most."""
LARGE = 50
"""Votes from which equal counts in articles of different stories are one vote."""
CLOSE = timedelta(days=7)
"""Between them."""
LEAST = 1_000_000
"""Money that a briefing tells of, of whatever currency; a price or a dividend is less."""


class Report(NamedTuple):
    """What one article says of it."""

    article: Digest
    numbers: tuple[Number, ...]
    """One; of a vote its sides, those for it first."""

    @property
    def day(self) -> date:
        """Of the article."""
        return self.article.day

    @property
    def stated(self) -> date:
        """By which it is said: the day that its sentence names, where that is at most a week before the article's, else that."""
        told = self.numbers[0].day
        named = date.fromisoformat(told) if told else self.day
        return named if timedelta() <= self.day - named <= CLOSE else self.day

    @property
    def value(self) -> tuple[Hashable, ...]:
        """Equal where two reports give the same."""
        return tuple((n.sense if n.unit == "votes" else "", n.value, n.high) for n in self.numbers)


@dataclass(frozen=True, slots=True)
class Row:
    """What is counted, with what is reported of it."""

    id: str
    """`<article>-<offset>` of its first report."""
    unit: FigureUnit
    noun: str
    """The words for what is counted, as the first report has them; empty where it has none."""
    whose: str
    """As `Number.whose`."""
    place: str
    """Id; empty where none is said."""
    sense: str
    """As `Number.sense`; empty for votes."""
    story: str
    """Id of the story that it is of; empty where articles of several report it."""
    reports: tuple[Report, ...]
    """Oldest first, those of one day by article and text."""

    @property
    def family(self) -> str:
        """Equal for rows that stand together: the losses of one side in one story."""
        return f"{self.story} {self.whose}" if self.unit in LOSSES and self.whose and self.story else self.id

    @property
    def articles(self) -> int:
        return len({report.article.id for report in self.reports})

    @property
    def values(self) -> int:
        """How many different ones."""
        return len({report.value for report in self.reports})

    @property
    def days(self) -> tuple[date, ...]:
        """By which it is said."""
        return tuple(sorted({report.stated for report in self.reports}))

    @property
    def has_path(self) -> bool:
        """Whether it was counted on several days."""
        return len(self.days) > 1 and self.values > 1

    def on(self, day: date) -> tuple[Report, ...]:
        """What articles of a day report."""
        return tuple(report for report in self.reports if report.day == day)


@dataclass(frozen=True, slots=True)
class Day:
    """What the articles of a day report."""

    rows: tuple[Row, ...]
    """What matters most first."""
    others: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an archive that matter."""

    rows: tuple[Row, ...]
    """Those of persons, weapons and votes, oldest first."""
    of: Mapping[date, tuple[Row, ...]] = field(repr=False)
    """The same by the days of the articles that report them."""

    def on(self, day: date, articles: Iterable[Digest], stories: Stories, most: int) -> Day:
        """What `articles`, all of a day, report, in so many rows at most: persons, weapons and votes before amounts."""
        counted = sorted(self.of.get(day, ()), key=lambda row: _rank(row, day, stories))
        rows = list(chain.from_iterable(together(counted)))
        groups = _amounts(articles, stories)
        rows += [_row(held, stories) for held in groups[: max(most - len(rows), 0)]]
        return Day(tuple(rows[:most]), max(len(counted) + len(groups) - most, 0))

    def over_days(self) -> tuple[tuple[Row, ...], ...]:
        """Families of which several values are known, what most articles report first."""
        held = [rows for rows in together(self.rows) if sum(row.values for row in rows) > 1]
        return tuple(sorted(held, key=_breadth))


NO_FIGURES = Figures((), {})


def figures(articles: Iterable[Digest], stories: Stories) -> Figures:
    """Of articles that have a day, oldest first."""
    groups: dict[Hashable, list[Report]] = {}
    ballots: list[Report] = []
    texts = {a.id: report[0].id for s in stories.all for report in s.reports for a in report}
    order: dict[str, int] = {}
    for article in articles:
        order[article.id] = len(order)
        told = [n for n in article.numbers_of(_COUNTED) if n.unit != "weapons" or _is_arms(n)]
        if told and article.date:
            story = stories.of[article.id].id if article.id in stories.of else article.id
            ballots += _ballots(article, told)
            for key, report in _keyed(article, told, story, texts.get(article.id, article.id)):
                groups.setdefault(key, []).append(report)
    rows = [row for reports in _joined(groups, order) for row in _rows(reports, stories)]
    rows += [_row(held, stories) for held in _votes(ballots, stories)]
    rows.sort(key=lambda row: (row.reports[0].day, row.id))
    of: dict[date, list[Row]] = {}
    for row in rows:
        for day in dict.fromkeys(report.day for report in row.reports):
            of.setdefault(day, []).append(row)
    return Figures(tuple(rows), {day: tuple(held) for day, held in of.items()})


_COUNTED: frozenset[FigureUnit] = COMPARED | frozenset[FigureUnit](["votes"])
_AMOUNTS: frozenset[FigureUnit] = frozenset(["money", "percent"])


def _is_arms(number: Number) -> bool:
    return number.noun.rpartition(" ")[2] in words("arms")


class _Key(NamedTuple):
    """What figures of one story count."""

    story: str
    unit: FigureUnit
    noun: str
    together: bool
    whose: str
    place: str
    day: date | None
    """None where all until then is counted."""


def _keyed(
    article: Digest, told: Iterable[Number], story: str, text: str
) -> Iterator[tuple[Hashable, Report]]:
    """The figures of an article that are no votes, each under what it counts; where that is not plain, under its sentence in
    `text`, the first of its copies."""
    held: dict[Hashable, list[Number]] = {}
    for number in told:
        if number.unit != "votes":
            key = _key(number, story, article.day) or _alone(number, text)
            held.setdefault(key, []).append(number)
    for key, numbers in held.items():
        plain = len({(n.value, n.high) for n in numbers}) == 1 or _apart(numbers)
        for number in numbers:
            yield (key if plain else _alone(number, text)), Report(article, (number,))


def _alone(number: Number, text: str) -> Hashable:
    return (text, number.anchor, number.unit, number.of, number.value, number.high)


def _joined(groups: Mapping[Hashable, list[Report]], order: Mapping[str, int]) -> Iterator[list[Report]]:
    """Groups of one story whose words for the same leave out whose or where it is, or count all until then and give that day's value."""
    kin: dict[Hashable, list[_Key]] = {}
    for key in groups:
        if isinstance(key, _Key):
            kin.setdefault(key[:4], []).append(key)
        else:
            kin[key] = []
    for first, keys in kin.items():
        if not keys:
            yield groups[first]
            continue
        held: list[tuple[_Key, list[Report]]] = []
        for key in keys:
            at = next((n for n, (_, told) in enumerate(held) if _is_same(keys, told, groups[key])), None)
            if at is None:
                held.append((key, groups[key]))
            else:
                both = [*held[at][1], *groups[key]]
                held[at] = held[at][0], sorted(both, key=lambda r: (order[r.article.id], r.numbers[0].start))
        yield from (told for _, told in held)


def _is_same(keys: Sequence[_Key], one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Whether reports give one value on one day, where the story tells of no second place or side, and no article gives two values."""
    if len({k.whose for k in keys} - {""}) > 1 or len({k.place for k in keys} - {""}) > 1:
        return False
    if not {(r.day, r.value) for r in one} & {(r.day, r.value) for r in other}:
        return False
    said: dict[str, set[Hashable]] = {}
    for report in (*one, *other):
        said.setdefault(report.article.id, set()).add(report.value)
    return all(len(values) == 1 for values in said.values())


def _apart(numbers: Sequence[Number]) -> bool:
    """Whether each is said by somebody else; else the words for what they count tell too little."""
    said = [n.actor or n.by.casefold() for n in numbers]
    return all(said) and len(set(said)) == len(said)


def _key(number: Number, story: str, day: date) -> Hashable:
    """What it counts, and whose and where, and unless it counts all until then, on which day; None where that is not plain."""
    if number.sense:
        return None
    if number.unit in FLED and number.whose:
        return (number.unit, number.noun, number.whose, number.place or "", number.together)
    opens = number.unit in LOSSES | FLED and number.of and number.start < OPENING
    if number.whose or number.place or opens:
        until = None if number.total else day
        return _Key(story, number.unit, number.noun, number.together, number.whose, number.place or "", until)
    return None


def _rows(reports: Sequence[Report], stories: Stories) -> Iterator[Row]:
    """Reports of one thing, parted where nothing was heard of it for long."""
    held: list[Report] = []
    for report in reports:
        if held and report.day - held[-1].day > APART:
            yield _row(held, stories)
            held = []
        held.append(report)
    yield _row(held, stories)


def _row(reports: Sequence[Report], stories: Stories) -> Row:
    first = reports[0]
    number = first.numbers[0]
    told = {stories.of[r.article.id].id if r.article.id in stories.of else r.article.id for r in reports}
    return Row(
        f"{first.article.id}-{number.start}",
        "casualties" if number.together else number.unit,
        number.of if number.unit != "votes" else "",
        next((n.whose for r in reports for n in r.numbers if n.whose), ""),
        next((r.numbers[0].place or "" for r in reports if r.numbers[0].place), ""),
        number.sense if number.unit != "votes" else "",
        told.pop() if len(told) == 1 else "",
        tuple(reports),
    )


_SIDES = ("for", "against", "abstaining")


def _ballots(article: Digest, told: Iterable[Number]) -> Iterator[Report]:
    """The votes of an article, each with its sides."""
    held: dict[str, Number] = {}
    last = 0
    for number in told:
        if number.unit != "votes" or number.sense not in _SIDES:
            continue
        if held and (number.sense in held or number.start - last > BALLOT):
            yield _ballot(article, held)
            held = {}
        held[number.sense] = number
        last = number.start
    if held:
        yield _ballot(article, held)


def _ballot(article: Digest, held: Mapping[str, Number]) -> Report:
    return Report(article, tuple(held[side] for side in _SIDES if side in held))


def _votes(ballots: Sequence[Report], stories: Stories) -> Iterator[list[Report]]:
    """Votes whose counts are equal, of one story, or large and close in time: others are other votes."""
    groups: dict[tuple[Hashable, ...], list[list[Report]]] = {}
    for ballot in ballots:
        near = groups.setdefault(_count(ballot), [])
        group = next((held for held in near if _is_one_vote(held[-1], ballot, stories)), None)
        if group is None:
            near.append([ballot])
        else:
            group.append(ballot)
    return (group for held in groups.values() for group in held)


def _count(ballot: Report) -> tuple[Hashable, ...]:
    """Those for and against; of a vote with fewer than both, nothing that another has."""
    sides = {n.sense: n.value for n in ballot.numbers}
    if "for" in sides and "against" in sides:
        return sides["for"], sides["against"]
    return (ballot.article.id, ballot.numbers[0].start)


def _is_one_vote(one: Report, other: Report, stories: Stories) -> bool:
    sides, others = ({n.sense: n.value for n in report.numbers} for report in (one, other))
    if any(sides[side] != others[side] for side in sides.keys() & others.keys()):
        return False
    if other.day - one.day > CLOSE:
        return False
    same = stories.of.get(one.article.id), stories.of.get(other.article.id)
    return (same[0] is not None and same[0] is same[1]) or sum(float(v) for v in sides.values()) >= LARGE


def _amounts(articles: Iterable[Digest], stories: Stories) -> list[list[Report]]:
    """Money and shares of a day: those that articles of one story report in the same words stand together, what most report first."""
    groups: dict[Hashable, list[Report]] = {}
    sizes: list[int] = []
    for article in articles:
        story = stories.of.get(article.id)
        for number in article.numbers_of(_AMOUNTS):
            if number.noun if number.unit == "percent" else float(number.value) >= LEAST:
                key: Hashable = (article.id, number.start)
                if story and number.noun:
                    what = (number.unit, number.noun, number.value, number.high, number.currency)
                    key = (story.id, *what, number.sense)
                if key not in groups:
                    sizes.append(len(story.articles) if story else 1)
                groups.setdefault(key, []).append(Report(article, (number,)))
    held = list(groups.values())
    told = [len({report.article.id for report in group}) for group in held]
    order = sorted(range(len(held)), key=lambda n: (-told[n], -sizes[n], n))
    return [held[n] for n in order]


def together(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Rows by families, in the order of the first of each."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.family, []).append(row)
    return tuple(map(tuple, found.values()))


def _breadth(rows: Sequence[Row]) -> tuple[object, ...]:
    articles = {report.article.id for row in rows for report in row.reports}
    days = {day for row in rows for day in row.days}
    return (-len(days), -len(articles), min(UNITS.index(row.unit) for row in rows), rows[0].id)


def _rank(row: Row, day: date, stories: Stories) -> tuple[object, ...]:
    """What is compared before what is not; within a unit what more articles report, of the largest stories, first."""
    reports = row.on(day)
    told = len({report.article.id for report in reports})
    held = (stories.of.get(report.article.id) for report in reports)
    size = max(len(story.articles) if story else 1 for story in held)
    return (
        bool(row.sense),
        UNITS.index(row.unit),
        -told,
        -size,
        -len(reports),
        reports[0].numbers[0].start,
        row.id,
    )
