"""What a day, a week or a month brings beside what the archive held before: names first seen, stories that begin, go on, return or end.

All of it is said of the archive and not of the world: where it has no articles it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from daybook.briefing.figures import UNITS, Report, Row
from daybook.digest import Digest
from daybook.settings import Coverage
from daybook.stories.stories import Stories, Story

Kind = Literal["place", "actor"]
Name = tuple[Kind, str]
"""A place or an actor, by its id."""
State = Literal["new", "goes on", "returns", "ended"]
"""Of a story on a day: first told, told on the archive's day before as well, told on an earlier day, or last told on the
day before and on no later one."""

LEAST = 2
"""Articles of a story that changes tell of; one told once goes nowhere."""


class Gap(NamedTuple):
    """The days between two days that have articles."""

    empty: int
    """Days that the archive covers and has no article of."""
    uncollected: int
    """Days that it does not cover."""


class First(NamedTuple):
    """A name that no earlier article has."""

    kind: Kind
    id: str
    article: Digest
    """The first that has it."""
    articles: int
    """How many of the same stretch tell of it, or name it where it is an actor."""


class Turn(NamedTuple):
    """What a story does on a day."""

    story: Story
    state: State
    days: int
    """On how many days it was told so far, this one among them."""
    before: date | None
    """The last day before this one that tells it."""


@dataclass(frozen=True, slots=True)
class Changes:
    """A day beside the one before it."""

    day: date
    before: date
    """The archive's previous day."""
    gap: Gap
    firsts: tuple[First, ...]
    """What most articles of the day name first."""
    turns: tuple[Turn, ...]
    """The story that most articles of the day tell first; then those that ended, the most told first."""
    figures: tuple[Figure, ...] = ()
    """Persons before weapons, what most articles report first."""

    def of(self, state: State) -> tuple[Turn, ...]:
        """The stories in a state."""
        return tuple(turn for turn in self.turns if turn.state == state)


class Figure(NamedTuple):
    """Something counted that is given another value."""

    row: Row
    now: tuple[Report, ...]
    """Reports with values that none before gives."""
    before: tuple[Report, ...]
    """Those of the last day before that reports it."""


class Run(NamedTuple):
    """A story over a stretch of days."""

    story: Story
    days: Mapping[date, int]
    """Its articles by day of the stretch, oldest first."""
    since: date | None
    """The first day that tells it, where that lies before the stretch."""
    ended: bool
    """Whether no later article tells it, though the archive has later days."""


def first_seen(articles: Iterable[Digest]) -> dict[date, dict[Name, Digest]]:
    """By day the names that no article before has, each with the first that does; `articles` are an archive's, oldest first."""
    seen: set[Name] = set()
    found: dict[date, dict[Name, Digest]] = {}
    for article in articles:
        for name in _names(article):
            if name not in seen:
                seen.add(name)
                found.setdefault(article.day, {})[name] = article
    return found


def changes(
    day: date,
    before: date,
    days: Mapping[date, Sequence[Digest]],
    firsts: Mapping[Name, Digest],
    stories: Stories,
    coverage: Coverage,
    rows: Iterable[Row] = (),
) -> Changes:
    """A day beside the archive's previous one; `firsts` are the names first seen on it, `rows` the figures reported."""
    told = stories.on(days[day])
    turns = [_turn(story, day, before) for story in told if len(story.articles) >= LEAST]
    return Changes(
        day,
        before,
        gap(before, day, coverage),
        ranked(firsts, days[day]),
        (*turns, *_ended(stories.on(days[before]), before)),
        counted(day, day, rows),
    )


def counted(first: date, last: date, rows: Iterable[Row]) -> tuple[Figure, ...]:
    """Of the figures reported from one day to another those given another value than before; of what was not reported before, than
    on the first of these days that does."""
    found = [figure for row in rows if (figure := _counted(row, first, last))]
    return tuple(
        sorted(found, key=lambda each: (UNITS.index(each.row.unit), -each.row.articles, each.row.id))
    )


def _counted(row: Row, first: date, last: date) -> Figure | None:
    reports = [report for report in row.reports if report.day <= last]
    known = [report for report in reports if report.day < first] or [
        report for report in reports if report.day == reports[0].day
    ]
    values = {report.value for report in known}
    now = tuple(report for report in reports if report.day >= first and report.value not in values)
    before = tuple(report for report in known if report.day == known[-1].day)
    return Figure(row, now, before) if now else None


def ended(stories: Stories, articles: Iterable[Digest], day: date) -> tuple[Story, ...]:
    """The stories that a day's articles tell, and no later ones; the most told first."""
    return tuple(turn.story for turn in _ended(stories.on(articles), day))


def gap(before: date, day: date, coverage: Coverage) -> Gap:
    """What lies between two days, both left out."""
    first, last = before + timedelta(1), day - timedelta(1)
    low = max(first, coverage.first or first)
    high = min(last, coverage.last or last)
    covered = max(0, (high - low).days + 1)
    return Gap(covered, max(0, (last - first).days + 1) - covered)


def ranked(firsts: Mapping[Name, Digest], articles: Iterable[Digest]) -> tuple[First, ...]:
    """Names first seen in a stretch of the archive whose articles are given: what most of them tell of first, towns before
    other places, then what is mentioned most."""
    count = dict.fromkeys(firsts, 0)
    mentions = dict.fromkeys(firsts, 0)
    for article in articles:
        for name in _names(article):
            if name in count:
                count[name] += name[0] == "actor" or name[1] in article.told
                mentions[name] += article.of(name[1]).mentions
    towns = {("place", p.id) for article in firsts.values() for p in article.places if p.kind == "city"}
    order = sorted(firsts, key=lambda name: (-count[name], name not in towns, -mentions[name], name))
    return tuple(First(*name, firsts[name], count[name]) for name in order)


def runs(days: Sequence[date], articles: Iterable[Digest], stories: Stories, last: date) -> tuple[Run, ...]:
    """The stories that some days tell, the most told first; `last` is the archive's newest day."""
    return tuple(_run(story, days, last) for story in stories.on(articles) if len(story.articles) >= LEAST)


def _run(story: Story, days: Sequence[date], last: date) -> Run:
    held = {day: n for day, n in story.days.items() if days[0] <= day <= days[-1]}
    since = story.first if story.first < days[0] else None
    return Run(story, held, since, story.last <= days[-1] and story.last < last)


def _turn(story: Story, day: date, before: date) -> Turn:
    earlier = [each for each in story.days if each < day]
    last = earlier[-1] if earlier else None
    state: State = "new" if last is None else "goes on" if last == before else "returns"
    return Turn(story, state, len(earlier) + 1, last)


def _ended(told: Iterable[Story], day: date) -> Iterator[Turn]:
    held = [story for story in told if story.last == day and len(story.articles) >= LEAST]
    for story in sorted(held, key=lambda story: -len(story.articles)):
        yield Turn(story, "ended", len(story.days), day)


def _names(article: Digest) -> Iterator[Name]:
    """The places and actors that it names, but for those that published or wrote it."""
    by = {
        _bare(name) for name in (article.source.outlet, article.source.agency, article.source.byline) if name
    }
    for place in article.places:
        yield "place", place.id
    for actor in article.actors:
        if _bare(actor.name) not in by:
            yield "actor", actor.id


def _bare(name: str) -> str:
    return name.removeprefix("The ").casefold()
