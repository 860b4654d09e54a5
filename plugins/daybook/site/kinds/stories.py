"""The list of stories: its months, and those that began in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.index import grouped
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.listing import Part
from daybook.stories.stories import Story

TEMPLATE = "stories.html"
_FIRST, _MOST = 20, 300
"""Stories that the first page shows of a month, beginning with the newest until it has as many, and a month's page at
most; those that most articles tell."""


class StoryRow(NamedTuple):
    """A story in the list."""

    name: str
    address: str
    first: date
    last: date
    articles: int


class Block(NamedTuple):
    """The stories that began in a month."""

    month: str
    address: str
    """Of the page of that month."""
    rows: tuple[StoryRow, ...]
    """What most articles tell first."""
    others: int
    """Stories of the month that are not shown."""


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The model of the list of stories, or of a month's."""

    head: Head
    months: tuple[Part, ...]
    """Newest first, with the number of stories."""
    blocks: tuple[Block, ...]
    """Newest first; none where there are no stories."""


def pages(desk: Desk) -> Iterator[Page]:
    words = desk.words
    held = grouped((story.first.replace(day=1), story) for story in desk.stories.all if story.slug)
    newest_first = sorted(held, reverse=True)
    parts = tuple(
        Part(words.month_long(month), addresses.stories(month), len(held[month])) for month in newest_first
    )
    title = words.gettext("Stories")
    head = Head(
        title=title,
        description=words.gettext("Articles on the same events, brought together over the days"),
        section="days",
        crumbs=(Crumb(title, addresses.STORIES),),
    )
    blocks: list[Block] = []
    for month in newest_first:
        if sum(len(block.rows) for block in blocks) < _FIRST:
            blocks.append(_block(desk, month, held[month], _FIRST))
    yield Page(addresses.STORIES, TEMPLATE, StoriesPage(head, parts, tuple(blocks)))
    for month in newest_first:
        name = words.month_long(month)
        head = Head(
            title=words.gettext("Stories of %(month)s", month=name),
            description=words.ngettext(
                "%(num)s story that began in %(month)s",
                "%(num)s stories that began in %(month)s",
                len(held[month]),
                month=name,
            ),
            section="days",
            crumbs=(Crumb(title, addresses.STORIES), Crumb(name, addresses.stories(month))),
        )
        block = _block(desk, month, held[month], _MOST)
        yield Page(addresses.stories(month), TEMPLATE, StoriesPage(head, parts, (block,)))


def _block(desk: Desk, month: date, stories: Sequence[Story], most: int) -> Block:
    ranked = sorted(stories, key=lambda story: (-len(story.articles), story.first, story.slug))
    rows = tuple(
        StoryRow(s.name, addresses.story(s.slug), s.first, s.last, len(s.articles)) for s in ranked[:most]
    )
    return Block(desk.words.month_long(month), addresses.stories(month), rows, len(ranked) - len(rows))
