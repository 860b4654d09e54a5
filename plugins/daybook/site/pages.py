"""All pages of a site, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from daybook.site.archive import Archive
from daybook.site.desk import Desk
from daybook.site.kinds import (
    actor,
    actors,
    article,
    day,
    home,
    missing,
    month,
    place,
    places,
    redirect,
    review,
    search,
    source,
    sources,
    text,
    undated,
    year,
)
from daybook.site.page import Page, SiteInfo

KINDS: tuple[Callable[[Desk], Iterator[Page]], ...] = (
    home.pages,
    year.pages,
    month.pages,
    day.pages,
    article.pages,
    place.pages,
    places.pages,
    actor.pages,
    actors.pages,
    source.pages,
    sources.pages,
    undated.pages,
    review.pages,
    search.pages,
    text.pages,
    missing.pages,
    redirect.pages,
)
"""The order in which pages are made; where two claim one address, the first has it."""


def pages(archive: Archive, site: SiteInfo) -> Iterator[Page]:
    """Every page of the site, each address once."""
    desk = Desk(archive, site)
    taken: set[str] = set()
    for kind in KINDS:
        for page in kind(desk):
            if page.address not in taken:
                taken.add(page.address)
                yield page
