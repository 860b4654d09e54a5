"""A source: an outlet's or agency's articles by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from daybook.digest import Digest
from daybook.format import count, shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.entries import SourceEntry
from daybook.site.links import absolute
from daybook.site.page import Crumb, Feed, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.listing import Item, Listing, listing, rest
from daybook.site.parts.names import Held, held
from daybook.site.parts.span import Span, span

TEMPLATE = "source.html"


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The model of a source's page, and of each part of it where its list was cut."""

    head: Head
    name: str
    part: str
    """`March 2022` on a part of the list; empty on the source's own page."""
    own: str
    stated: bool
    """False on the page of the articles that state no source."""
    span: Span
    listing: Listing
    held: Held
    months: tuple[calendar.MonthGrid, ...]


def pages(desk: Desk) -> Iterator[Page]:
    for entry in desk.archive.sources.values():
        yield from _source(desk, entry)


def _source(desk: Desk, entry: SourceEntry) -> Iterator[Page]:
    names = held(desk, entry.articles)

    def item(article: Digest) -> Item:
        return Item(desk.card(article))

    own = SourcePage(
        head=_head(desk, entry, "", entry.address),
        name=entry.name,
        part="",
        own=entry.address,
        stated=bool(entry.id),
        span=span(entry.articles),
        listing=listing(entry.articles, entry.address, item),
        held=names,
        months=calendar.of_articles(desk.archive, entry.articles),
    )
    yield Page(entry.address, TEMPLATE, own)
    for part, address, found in rest(entry.articles, entry.address, item):
        head = _head(desk, entry, part, address)
        yield Page(address, TEMPLATE, replace(own, head=head, part=part, listing=found))


def _head(desk: Desk, entry: SourceEntry, part: str, address: str) -> Head:
    crumbs = (Crumb("Sources", addresses.SOURCES), Crumb(entry.name, entry.address))
    thing = {
        "@type": "NewsMediaOrganization",
        "name": entry.id,
        "url": absolute(desk.site.url, entry.address),
    }
    return Head(
        title=f"{entry.name}: {part}" if part else entry.name,
        description=shortened(f"{count(len(entry.articles), 'article')}: {entry.name}"),
        section="sources",
        feeds=(Feed(entry.name, addresses.feed(entry.address)),),
        crumbs=(*crumbs, Crumb(part, address)) if part else crumbs,
        thing=schema.text(thing) if entry.id else "",
    )
