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
"""Stories that the first page shows of the newest month, and a month's page at most; those that most articles tell."""


class StoryRow(NamedTuple):
    """A story in the list."""

    name: str
    address: str
    first: date
    last: date
    articles: int


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """The model of the list of stories, or of a month's."""

    head: Head
    total: int
    months: tuple[Part, ...]
    """Newest first, with the number of stories."""
    month: str
    """The month whose stories stand here; empty where there are none."""
    address: str
    """Of the page of that month."""
    rows: tuple[StoryRow, ...]
    """What most articles tell first."""
    others: int
    """Stories of the month that are not shown."""


def pages(desk: Desk) -> Iterator[Page]:
    words = desk.words
    held = grouped((story.first.replace(day=1), story) for story in desk.stories.all if story.slug)
    newest_first = sorted(held, reverse=True)
    parts = tuple(
        Part(words.month_long(month), addresses.stories(month), len(held[month])) for month in newest_first
    )
    title = words.gettext("Stories")
    newest = newest_first[0] if newest_first else None
    head = Head(
        title=title,
        description=words.gettext("Articles on the same events, brought together over the days"),
        section="days",
        crumbs=(Crumb(title, addresses.STORIES),),
    )
    yield _page(desk, addresses.STORIES, head, parts, newest, held[newest] if newest else (), _FIRST)
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
        yield _page(desk, addresses.stories(month), head, parts, month, held[month], _MOST)


def _page(
    desk: Desk,
    address: str,
    head: Head,
    parts: tuple[Part, ...],
    month: date | None,
    stories: Sequence[Story],
    most: int,
) -> Page:
    ranked = sorted(stories, key=lambda story: (-len(story.articles), story.first, story.slug))
    rows = tuple(
        StoryRow(s.name, addresses.story(s.slug), s.first, s.last, len(s.articles)) for s in ranked[:most]
    )
    model = StoriesPage(
        head,
        len(stories),
        parts,
        desk.words.month_long(month) if month else "",
        addresses.stories(month) if month else "",
        rows,
        len(ranked) - len(rows),
    )
    return Page(address, TEMPLATE, model)
