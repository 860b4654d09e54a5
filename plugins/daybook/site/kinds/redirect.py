"""Old addresses that still answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site.desk import Desk
from daybook.site.page import Head, Page
from daybook.site.redirects import stories

TEMPLATE = "redirect.html"


@dataclass(frozen=True, slots=True)
class Redirect:
    """The model of a page that leads on."""

    head: Head
    to: str
    """The address where the page is now."""
    anchor: str
    """The line of a list that stands for it; empty for a page of its own."""


def pages(desk: Desk) -> Iterator[Page]:
    for moved in (*desk.archive.redirects, *stories(desk)):
        head = Head(title=desk.words.gettext("This page has moved"), index=False)
        yield Page(moved.old, TEMPLATE, Redirect(head, moved.new, moved.anchor))
