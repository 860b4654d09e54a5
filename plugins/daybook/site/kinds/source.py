"""A source: an outlet's or agency's articles by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.entries import SourceEntry
from daybook.site.feeds import announced
from daybook.site.kinds.part import page as part_page
from daybook.site.links import absolute
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar, listing
from daybook.site.parts.listing import Cut, Item, Listing
from daybook.site.parts.names import Held, held
from daybook.site.parts.span import Span, span

TEMPLATE = "source.html"


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The model of a source's own page."""

    head: Head
    name: str
    stated: bool
    """False on the page of the articles that state no source."""
    span: Span
    listing: Listing
    held: Held
    months: tuple[calendar.MonthGrid, ...]


def pages(desk: Desk) -> Iterator[Page]:
    for entry in desk.archive.sources.values():
        yield own(desk, entry)
        yield from (part(desk, entry, *found) for found in parts(desk, entry))


def parts(desk: Desk, entry: SourceEntry) -> Iterator[Cut]:
    """The further pages of its list, where it was cut: name, address and articles of each."""
    return listing.parts(entry.articles, entry.address, desk.words)


def part(desk: Desk, entry: SourceEntry, name: str, address: str, articles: Sequence[Digest]) -> Page:
    """One of these pages."""
    return part_page(desk, entry, "sources", _above(desk), name, address, articles, partial(_item, desk))


def _above(desk: Desk) -> Crumb:
    """The list of all names of the kind."""
    return Crumb(desk.words.gettext("Sources"), addresses.SOURCES)


def own(desk: Desk, entry: SourceEntry) -> Page:
    """The source's own page."""
    model = SourcePage(
        head=_head(desk, entry),
        name=entry.name,
        stated=bool(entry.id),
        span=span(entry.articles),
        listing=listing.listing(entry.articles, entry.address, partial(_item, desk), desk.words),
        held=held(desk, entry.articles),
        months=calendar.of_articles(desk.archive, entry.articles, desk.words),
    )
    return Page(entry.address, TEMPLATE, model)


def _item(desk: Desk, article: Digest) -> Item:
    """Its source is the page's own, so it is not told again."""
    return Item(desk.line(article)._replace(source=None, agency=""), teaser=article.teaser)


def _head(desk: Desk, entry: SourceEntry) -> Head:
    thing = {
        "@type": "NewsMediaOrganization",
        "name": entry.id,
        "url": absolute(desk.site.url, entry.address),
    }
    return Head(
        title=entry.name,
        description=shortened(f"{desk.words.articles(len(entry.articles))}: {entry.name}"),
        section="sources",
        feeds=announced(entry),
        crumbs=(_above(desk), Crumb(entry.name, entry.address)),
        thing=schema.text(thing) if entry.id else "",
    )
