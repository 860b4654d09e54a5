"""The articles whose day is not proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.format import count
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.listing import Item, Listing, listing, rest

TEMPLATE = "undated.html"


@dataclass(frozen=True, slots=True)
class Undated:
    """The model of the list of undated articles."""

    head: Head
    listing: Listing


def pages(desk: Desk) -> Iterator[Page]:
    articles = desk.archive.undated

    def item(article: Digest) -> Item:
        return Item(desk.card(article))

    head = Head(
        title="Undated articles",
        description=f"{count(len(articles), 'article')} whose day is not proven",
        crumbs=(Crumb("Undated articles", addresses.UNDATED),),
    )
    yield Page(addresses.UNDATED, TEMPLATE, Undated(head, listing(articles, addresses.UNDATED, item)))
    for part, address, found in rest(articles, addresses.UNDATED, item):
        yield Page(address, TEMPLATE, Undated(Head(title=f"Undated articles: {part}"), found))
