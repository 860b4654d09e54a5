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
    raw,
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
from daybook.site.parts.raw import Raws
from daybook.values import Article

KINDS: tuple[Callable[[Desk], Iterator[Page]], ...] = (
    home.pages,
    year.pages,
    month.pages,
    day.pages,
    article.pages,
    raw.pages,
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


def pages(
    archive: Archive, site: SiteInfo, read: Callable[[str], Article], raws: Raws = lambda article: None
) -> Iterator[Page]:
    """Every page of the site, each address once.

    `read` gives an article by its id, `raws` its raw text when its page is made.
    """
    desk = Desk(archive, site, read, raws)
    taken: set[str] = set()
    for kind in KINDS:
        for page in kind(desk):
            if page.address not in taken:
                taken.add(page.address)
                yield page
