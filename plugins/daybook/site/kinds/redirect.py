"""Old addresses that still answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site.desk import Desk
from daybook.site.page import Head, Page

TEMPLATE = "redirect.html"


@dataclass(frozen=True, slots=True)
class Redirect:
    """The model of a page that leads on."""

    head: Head
    to: str
    """The address where the page is now."""


def pages(desk: Desk) -> Iterator[Page]:
    for old, new in desk.archive.redirects:
        yield Page(old, TEMPLATE, Redirect(Head(title="This page has moved", index=False), new))
