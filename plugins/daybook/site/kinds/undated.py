"""The articles whose day is not proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.digest import Digest
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
    articles, words = desk.archive.undated, desk.words
    title = words.gettext("Undated articles")

    def item(article: Digest) -> Item:
        return Item(desk.line(article), teaser=article.teaser)

    head = Head(
        title=title,
        description=words.ngettext(
            "%(num)s article whose day is not proven",
            "%(num)s articles whose day is not proven",
            len(articles),
        ),
        crumbs=(Crumb(title, addresses.UNDATED),),
    )
    own = addresses.UNDATED
    yield Page(own, TEMPLATE, Undated(head, "", own, listing(articles, own, item, words)))
    for name, address, held in parts(articles, own, words):
        model = Undated(Head(title=f"{title}: {name}"), name, own, part(held, address, own, item, words))
        yield Page(address, TEMPLATE, model)
