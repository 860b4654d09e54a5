"""A day's briefing as its page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from daybook.briefing.values import Point
from daybook.site.desk import Desk
from daybook.site.index import source_id


class Proof(NamedTuple):
    """A link to a sentence that a line rests on."""

    source: str
    """Whose article it stands in; empty where the article states none, two that are linked to are of one source, or the words are no source's."""
    title: str
    address: str
    anchor: str

    @property
    def name(self) -> str:
        """What the link says."""
        return self.source or self.title


@dataclass(frozen=True, slots=True)
class PointLine:
    """A key point."""

    id: str
    """Of the line in the day's record."""
    words: str
    proofs: tuple[Proof, ...]
    outlets: int
    by_hand: str
    """As `daybook.briefing.values.ByHand`."""
    lang: str
    """Empty where it is the site's own."""
    dir: str
    """Empty where it is that of the site's own language."""


def point_line(desk: Desk, point: Point) -> PointLine:
    """The point, with links to its sentences."""
    held = [desk.held[id] for id, *_ in point.support]
    count = Counter(map(source_id, held))
    proofs = tuple(
        Proof(
            source_id(article) if count[source_id(article)] == 1 and point.outlets else "",
            article.title,
            desk.archive.address[id],
            anchor,
        )
        for article, (id, anchor, _) in zip(held, point.support, strict=True)
    )
    own = point.by_hand == "rewritten"  # in the language of the site
    lang, dir = ("", "") if own else (held[0].lang, held[0].dir)
    return PointLine(
        point.id,
        point.words,
        proofs,
        point.outlets,
        point.by_hand,
        lang if lang != desk.words.lang else "",
        dir if dir != desk.words.dir else "",
    )
