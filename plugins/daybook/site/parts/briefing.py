"""A day's briefing as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from daybook.briefing.values import Point
from daybook.site.desk import Desk
from daybook.site.index import source_id


class Proof(NamedTuple):
    """A link to a sentence that a line rests on."""

    source: str
    """Whose article it stands in; empty where the article states none."""
    title: str
    address: str
    anchor: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """A key point."""

    id: str
    """Of the line in the day's record."""
    words: str
    proofs: tuple[Proof, ...]
    outlets: int


def point_line(desk: Desk, point: Point) -> PointLine:
    """The point, with links to its sentences."""
    held = desk.held
    proofs = tuple(
        Proof(source_id(held[id]), held[id].title, desk.archive.address[id], anchor)
        for id, anchor, _ in point.support
    )
    return PointLine(point.id, point.words, proofs, point.outlets)
