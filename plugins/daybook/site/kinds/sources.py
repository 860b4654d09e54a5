"""The list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.refs import Ref
from daybook.site.parts.span import Span, span

TEMPLATE = "sources.html"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with the days it reaches over."""

    ref: Ref
    span: Span


@dataclass(frozen=True, slots=True)
class Sources:
    """The model of the list of sources."""

    head: Head
    rows: tuple[SourceRow, ...]
    """By name, the articles without a stated source last."""


def pages(desk: Desk) -> Iterator[Page]:
    entries, words = desk.archive.sources, desk.words
    title = words.gettext("Sources")
    head = Head(
        title=title,
        description=words.ngettext(
            "Where the articles come from: %(num)s outlet or agency",
            "Where the articles come from: %(num)s outlets and agencies",
            sum(map(bool, entries)),
        ),
        section="sources",
        crumbs=(Crumb(title, addresses.SOURCES),),
    )
    rows = tuple(SourceRow(desk.source(id), span(entry.articles)) for id, entry in entries.items())
    yield Page(addresses.SOURCES, TEMPLATE, Sources(head, rows))
