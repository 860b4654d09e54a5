"""A story: what its reports tell alike and otherwise, and its articles day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.cards import Card, Line
from daybook.site.parts.differences import Differences, differences
from daybook.site.parts.refs import Ref, top
from daybook.site.parts.span import Span, span
from daybook.stories.carriers import Carrier, Change, carriers
from daybook.stories.stories import Story

TEMPLATE = "story.html"
_NAMES = 12
_LONG, _OF_LONG = 200, 3
"""Articles from which on a story is long, and the reports of a day that one shows then; the others stand on the day's page."""
_COPIES = 8
"""Copies of one text that are compared with it; of more, the first."""


class Differing(NamedTuple):
    """A copy of a report beside the first of its text."""

    line: Line
    first: str
    """Address of the first."""
    changes: tuple[Change, ...]
    more: int
    """Changes that are not shown."""


class Told(NamedTuple):
    """A report, with those that carry its text."""

    card: Card
    carriers: tuple[Differing, ...]
    others: tuple[Line, ...]
    """Carriers that are not compared."""


class StoryDay(NamedTuple):
    """A day of the story."""

    day: date
    address: str
    articles: int
    reports: tuple[Told, ...]
    others: int
    """Reports of the day that are not shown."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The model of a story's page."""

    head: Head
    name: str
    span: Span
    reports: int
    differences: Differences | None
    days: tuple[StoryDay, ...]
    """Oldest first; a report with copies stands on the day of its first."""
    places: tuple[Ref, ...]
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]


def pages(desk: Desk) -> Iterator[Page]:
    return (own(desk, story) for story in desk.stories.all if story.slug)


def own(desk: Desk, story: Story) -> Page:
    """The story's own page."""
    articles = story.articles
    most = _OF_LONG if len(articles) > _LONG else len(articles)
    model = StoryPage(
        head=_head(desk, story),
        name=story.name,
        span=span(articles),
        reports=len(story.reports),
        differences=differences(desk, story),
        days=tuple(_days(desk, story, most)),
        places=tuple(desk.place(id, n) for id, n in desk.places_of(articles)[:_NAMES]),
        actors=desk.actor_refs(desk.actors_of(articles)[:_NAMES]),
        sources=tuple(
            desk.source(id, n) for id, n in top(((source_id(a), 0) for a in articles), _NAMES) if id
        ),
    )
    return Page(addresses.story(story.slug), TEMPLATE, model)


def _days(desk: Desk, story: Story, most: int) -> Iterator[StoryDay]:
    for day, group in groupby(story.reports, key=lambda report: report[0].day):
        held = list(group)
        told = tuple(_told(desk, report) for report in held[:most])
        yield StoryDay(day, addresses.day(day), sum(map(len, held)), told, len(held) - len(told))


def _told(desk: Desk, report: Sequence[Digest]) -> Told:
    compared, others = report[: 1 + _COPIES], report[1 + _COPIES :]
    first = desk.archive.address[report[0].id]
    return Told(
        desk.card(report[0]),
        tuple(_differing(desk, first, carrier) for carrier in carriers(compared)),
        tuple(map(desk.line, others)),
    )


def _differing(desk: Desk, first: str, carrier: Carrier) -> Differing:
    return Differing(desk.line(carrier.article), first, carrier.changes, carrier.more)


def _head(desk: Desk, story: Story) -> Head:
    words = desk.words
    told = words.ngettext(
        "%(num)s report of one story, from %(first)s to %(last)s",
        "%(num)s reports of one story, from %(first)s to %(last)s",
        len(story.reports),
        first=words.day_plain(story.first),
        last=words.day_plain(story.last),
    )
    address = addresses.story(story.slug)
    thing = {
        "@type": "CollectionPage",
        "name": story.name,
        "url": absolute(desk.site.url, address),
        "temporalCoverage": f"{story.first}/{story.last}",
    }
    return Head(
        title=story.name,
        description=shortened(f"{told}: {story.name}"),
        section="days",
        crumbs=(
            Crumb(words.gettext("Stories"), addresses.STORIES),
            Crumb(words.month_long(story.first), addresses.stories(story.first)),
            Crumb(story.name, address),
        ),
        thing=schema.text(thing),
    )
