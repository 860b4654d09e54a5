"""The articles whose day is not proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.format import count
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.listing import Item, Listing, listing, part, parts

TEMPLATE = "undated.html"


@dataclass(frozen=True, slots=True)
class Undated:
    """The model of the list of undated articles, and of each of its parts."""

    head: Head
    part: str
    """The letter that titles begin with on a part of the list; empty on its own page."""
    own: str
    """Address of the list's own page."""
    listing: Listing


def pages(desk: Desk) -> Iterator[Page]:
    articles = desk.archive.undated

    def item(article: Digest) -> Item:
        return Item(desk.line(article), teaser=article.teaser)

    head = Head(
        title="Undated articles",
        description=f"{count(len(articles), 'article')} whose day is not proven",
        crumbs=(Crumb("Undated articles", addresses.UNDATED),),
    )
    own = addresses.UNDATED
    yield Page(own, TEMPLATE, Undated(head, "", own, listing(articles, own, item)))
    for name, address, held in parts(articles, own):
        model = Undated(Head(title=f"Undated articles: {name}"), name, own, part(held, address, own, item))
        yield Page(address, TEMPLATE, model)
