"""A part of the list of a place, an actor or a source: the list alone, and the way to the name's own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.site.desk import Desk
from daybook.site.entries import Entry
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.listing import Listing, Make, part

TEMPLATE = "part.html"


@dataclass(frozen=True, slots=True)
class PartPage:
    """The model of a further page of a list that was cut."""

    head: Head
    name: str
    """Of the place, actor or source."""
    part: str
    """`March 2022`, `2 March 2022`, or letters below such a day."""
    own: str
    """Address of the name's own page."""
    listing: Listing


def page(
    desk: Desk,
    entry: Entry,
    section: str,
    above: Crumb,
    name: str,
    address: str,
    articles: Sequence[Digest],
    make: Make,
) -> Page:
    """The part called `name`; `above` is the list of all names of the kind."""
    head = Head(
        title=f"{entry.name}: {name}",
        description=desk.words.ngettext(
            "%(num)s article of %(part)s on %(name)s",
            "%(num)s articles of %(part)s on %(name)s",
            len(articles),
            part=name,
            name=entry.name,
        ),
        section=section,
        crumbs=(above, Crumb(entry.name, entry.address), Crumb(name, address)),
    )
    found = part(articles, address, entry.address, make, desk.words)
    return Page(address, TEMPLATE, PartPage(head, entry.name, name, entry.address, found))
