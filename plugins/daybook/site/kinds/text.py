"""The pages that a person wrote: about, method, and any other of content/pages/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.content.markdown import plain
from daybook.format import shortened
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page

TEMPLATE = "text.html"


@dataclass(frozen=True, slots=True)
class TextPage:
    """The model of a written page."""

    head: Head
    title: str
    markdown: str


def pages(desk: Desk) -> Iterator[Page]:
    for text in desk.site.texts:
        address = f"{text.slug}.html"
        opening = next((p for p in text.markdown.split("\n\n") if p and not p.startswith("#")), text.title)
        head = Head(
            title=text.title,
            description=shortened(" ".join(plain(opening).split())),
            crumbs=(Crumb(text.title, address),),
        )
        yield Page(address, TEMPLATE, TextPage(head, text.title, text.markdown))
