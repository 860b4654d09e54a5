"""The shell of the search page; the script of the theme fills it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page

TEMPLATE = "search.html"


@dataclass(frozen=True, slots=True)
class Search:
    """The model of the search page."""

    head: Head
    total: int
    first: str
    """ISO day of the oldest article; empty in an archive without one."""
    last: str


def pages(desk: Desk) -> Iterator[Page]:
    days, words = list(desk.archive.days), desk.words
    title = words.gettext("Search")
    head = Head(
        title=title,
        description=words.ngettext(
            "Search %(num)s article by words, day, city, actor and source",
            "Search %(num)s articles by words, day, city, actor and source",
            desk.archive.size,
        ),
        section="search",
        crumbs=(Crumb(title, addresses.SEARCH),),
    )
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else ("", "")
    yield Page(addresses.SEARCH, TEMPLATE, Search(head, desk.archive.size, first, last))
