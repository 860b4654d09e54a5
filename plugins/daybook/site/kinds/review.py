"""What most deserves a person's look: what ingest set aside or was not sure of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.format import count
from daybook.site import addresses
from daybook.site.desk import Desk
from daybook.site.page import Crumb, Head, Page
from daybook.values import Problem

TEMPLATE = "review.html"
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Review:
    """The model of the list of things to review."""

    head: Head
    set_aside: tuple[Problem, ...]
    """Not published because of it."""
    doubts: tuple[Problem, ...]
    """Published all the same."""
    more: int
    """Problems beyond the 500 of each that the page shows."""
    undated: int


def pages(desk: Desk) -> Iterator[Page]:
    problems = desk.archive.problems
    aside = tuple(p for p in problems if p.set_aside)
    doubts = tuple(p for p in problems if not p.set_aside)
    shown = len(aside[:_LONGEST]) + len(doubts[:_LONGEST])
    head = Head(
        title="To review",
        description=f"{count(len(problems), 'thing')} in the archive that a person should look at",
        index=False,
        crumbs=(Crumb("To review", addresses.REVIEW),),
    )
    model = Review(
        head, aside[:_LONGEST], doubts[:_LONGEST], len(problems) - shown, len(desk.archive.undated)
    )
    yield Page(addresses.REVIEW, TEMPLATE, model)
