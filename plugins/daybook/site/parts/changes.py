"""What a day, a week or a month brings beside what the archive held before, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.briefing.changes import Changes, Figure, First, Kind, Run, State, Turn
from daybook.digest import Digest
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.parts.cards import Line
from daybook.site.parts.figures import Told, Value, of_day, values
from daybook.site.parts.quotes import cut
from daybook.site.parts.refs import Ref
from daybook.stories.stories import Story
from daybook.words import Words

_STORIES, _MORE_STORIES = 4, 20
"""Stories in each state that a day shows, and those that it folds away; the rest is counted."""
NAMES, _TOLD = 6, 20
"""Names first seen that a day shows, and how many of all a fold has with their sentences; the rest is counted."""
_FIGURES, _MORE_FIGURES = 4, 12
"""Figures, likewise."""
_SENTENCE = 150
"""Characters of the sentence that names one first."""


class StoryLine(NamedTuple):
    """A story, and what is said of it."""

    name: str
    address: str
    """Of its page, or of the article where it has none."""
    note: str
    article: Line
    """The first of the day that tells it, or of the day before where it ended."""


class FirstLine(NamedTuple):
    """A name, and where it stands first."""

    ref: Ref
    article: Line
    anchor: str
    """Of the sentence that names it; empty where the title or the dateline alone does."""
    pieces: tuple[tuple[str, bool], ...]
    """The sentence; true where it is the name."""


class FigureLine(NamedTuple):
    """Something counted, with another value than before."""

    what: Told
    now: tuple[Value, ...]
    before: tuple[Value, ...]


class Part(NamedTuple):
    """Lines under one title: of stories, of figures, or of names."""

    title: str
    stories: tuple[StoryLine | FigureLine, ...]
    folded: tuple[StoryLine | FigureLine, ...]
    others: int
    """Lines that are not listed."""
    shown: tuple[FirstLine, ...] = ()
    names: tuple[FirstLine, ...] = ()
    """All, those shown among them."""


@dataclass(frozen=True, slots=True)
class Since:
    """A day beside the archive's previous one."""

    before: date
    address: str
    """Of the page of that day."""
    gap: tuple[str, ...]
    """What is said of the days between."""
    parts: tuple[Part, ...]
    """None where nothing is to be told."""


class RunLine(NamedTuple):
    """A story over the days of a week or a month."""

    story: StoryLine
    """With its first article of the stretch."""
    days: tuple[int, ...]
    """For each day of the stretch that lies in the calendar the story's articles."""


def since(desk: Desk, found: Changes) -> Since:
    """What the day's page shows of what changed."""
    words = desk.words
    titles: dict[State, str] = {
        "goes on": words.gettext("Stories that go on"),
        "returns": words.gettext("Stories that return"),
        "new": words.gettext("New stories"),
        "ended": words.gettext("Not told since %(day)s", day=words.day_plain(found.before)),
    }
    turns = [(title, found.of(state)) for state, title in titles.items()]
    stories = [_stories(desk, title, held, found) for title, held in turns if held]
    return Since(
        found.before,
        addresses.day(found.before),
        tuple(_gap(words, found)),
        (*stories, *counted(desk, found.figures), *firsts(desk, found.firsts, NAMES)),
    )


def counted(desk: Desk, found: Sequence[Figure]) -> list[Part]:
    """Figures given another value than before, if any."""
    lines = tuple(_figure(desk, each) for each in found[: _FIGURES + _MORE_FIGURES])
    title = desk.words.gettext("Figures given another value")
    return [Part(title, lines[:_FIGURES], lines[_FIGURES:], len(found) - len(lines))] if lines else []


def _figure(desk: Desk, figure: Figure) -> FigureLine:
    what = of_day(desk, figure.row, figure.now[0].day)
    return FigureLine(what, values(desk, figure.now), values(desk, figure.before))


def firsts(desk: Desk, found: Sequence[First], shown: int) -> list[Part]:
    """Places, then actors."""
    titles: dict[Kind, str] = {
        "place": desk.words.gettext("Places first named in this archive"),
        "actor": desk.words.gettext("Actors first named in this archive"),
    }
    parts: list[Part] = []
    for kind, title in titles.items():
        held = [first for first in found if first.kind == kind]
        lines = tuple(_first(desk, first) for first in held[:_TOLD])
        if lines:
            parts.append(Part(title, (), (), len(held) - len(lines), lines[:shown], lines))
    return parts


def _stories(desk: Desk, title: str, turns: Sequence[Turn], found: Changes) -> Part:
    # what changed in a story shows best in what is told of it on the day
    at = [(turn, _first_on(turn.story, found.day, found.before)) for turn in turns]
    lines = [
        _story(desk, turn.story, article, _note(desk.words, turn, found.day))
        for turn, article in at[: _STORIES + _MORE_STORIES]
    ]
    return Part(title, tuple(lines[:_STORIES]), tuple(lines[_STORIES:]), len(turns) - len(lines))


def _first_on(story: Story, *days: date) -> Digest:
    """The first article of the first of these days that has one."""
    return next(held[0] for day in days if (held := story.on(day)))


def _note(words: Words, turn: Turn, day: date) -> str:
    if turn.state == "new":
        today = len(turn.story.on(day))
        later = words.gettext("told until %(day)s", day=words.day_plain(turn.story.last))
        return words.articles(today) + (f" · {later}" if turn.story.last > day else "")
    told = words.ngettext(
        "told on %(num)s day since %(day)s",
        "told on %(num)s days since %(day)s",
        turn.days,
        day=words.day_plain(turn.story.first),
    )
    if turn.state == "returns" and turn.before:
        return words.gettext("last told on %(day)s", day=words.day_plain(turn.before))
    return told


def _gap(words: Words, found: Changes) -> Iterable[str]:
    if found.gap.empty:
        yield words.ngettext(
            "%(num)s day between has no article in this archive",
            "%(num)s days between have no article in this archive",
            found.gap.empty,
        )
    if found.gap.uncollected:
        yield words.ngettext(
            "%(num)s day between was not collected",
            "%(num)s days between were not collected",
            found.gap.uncollected,
        )


def _first(desk: Desk, first: First) -> FirstLine:
    ref = desk.place(first.id) if first.kind == "place" else desk.actor(first.id)
    quotes = first.article.of(first.id).quotes[:1]
    line = desk.line(first.article)
    if not quotes:
        return FirstLine(ref, line, "", ())
    quote = cut(quotes[0], _SENTENCE)
    return FirstLine(ref, line, quote.anchor, quote.pieces)


def run_line(desk: Desk, run: Run, days: Sequence[date]) -> RunLine:
    """A story over a week or a month; `days` are all that it has in the calendar."""
    words, first, last = desk.words, min(run.days), max(run.days)
    notes = [words.articles(sum(run.days.values()))]
    if len(run.days) > 1:
        notes.append(words.span(first, last))
        notes.append(words.gettext("told on %(days)s", days=words.days(len(run.days))))
    else:
        notes.append(words.day_plain(first))
    if run.since:
        notes.append(words.gettext("since %(day)s", day=words.day_plain(run.since)))
    if run.ended:
        notes.append(words.gettext("not told since"))
    story = _story(desk, run.story, _first_on(run.story, first), " · ".join(notes))
    return RunLine(story, tuple(run.days.get(day, 0) for day in days))


def _story(desk: Desk, story: Story, article: Digest, note: str) -> StoryLine:
    line = desk.line(article)
    own = addresses.story(story.slug) if story.slug else line.address
    return StoryLine(story.name, own, note, line)
