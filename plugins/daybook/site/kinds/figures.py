"""Figures over days: what several articles count, or one has from several, with each one's path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.site import addresses
from daybook.site.desk import PATHS, Desk
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts.figures import Told, over_days

TEMPLATE = "figures.html"


@dataclass(frozen=True, slots=True)
class Block:
    """Figures that stand together: the losses of one side, or what is counted alone."""

    title: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The model of the page."""

    head: Head
    blocks: tuple[Block, ...]
    others: int
    """Figures over days that are not shown."""


def pages(desk: Desk) -> Iterator[Page]:
    """None where nothing was counted twice."""
    if not desk.paths:
        return
    words = desk.words
    title = words.gettext("Figures over days")
    head = Head(
        title=title,
        description=words.gettext(
            "What articles of several days or sources count, each value with who says so and its sentence"
        ),
        crumbs=(Crumb(title, addresses.FIGURES),),
    )
    blocks = []
    for rows in desk.over_days[:PATHS]:
        told = tuple(over_days(desk, row) for row in rows)
        first = told[0]
        named = (
            (words.gettext("Losses"), desk.country(rows[0].whose))
            if len(rows) > 1
            else (first.unit, first.noun, *first.of)
        )
        blocks.append(
            Block(": ".join([named[0], " · ".join(filter(None, named[1:]))]).removesuffix(": "), told)
        )
    yield Page(
        addresses.FIGURES, TEMPLATE, FiguresPage(head, tuple(blocks), max(len(desk.over_days) - PATHS, 0))
    )
