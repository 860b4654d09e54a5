"""404.html, which a server answers with at any depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Head, Page

TEMPLATE = "missing.html"


@dataclass(frozen=True, slots=True)
class Missing:
    """The model of the page for what is not there."""

    head: Head


def pages(desk: Desk) -> Iterator[Page]:
    yield Page(
        addresses.MISSING, TEMPLATE, Missing(Head(title=desk.words.gettext("Page not found"), index=False))
    )
