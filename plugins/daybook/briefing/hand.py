"""What a person said of a day's key points, as content/authority/briefings.yaml has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from daybook.briefing.values import Point
from daybook.content.authority import AuthorityPoint
from daybook.digest import Digest

BEHIND = 1_000
"""The place of a point that was given none."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A person's word on one day; by the ids of points."""

    pinned: tuple[str, ...] = ()
    """Kept whatever is chosen, in the file's order; those that were rewritten among them."""
    dropped: frozenset[str] = frozenset()
    places: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[AuthorityPoint]) -> Hand:
        """The entries of one day. What is dropped is no point, whatever else is said of it."""
        held = list(entries)
        dropped = frozenset(entry.point for entry in held if entry.state == "dropped")
        kept = [entry for entry in held if entry.point not in dropped]
        return cls(
            tuple(entry.point for entry in kept if entry.state == "pinned" or entry.words),
            dropped,
            {entry.point: entry.place for entry in kept if entry.place is not None},
            {entry.point: entry.words for entry in kept if entry.words},
        )

    def keeps(self, articles: Iterable[Digest]) -> bool:
        """Whether a sentence of one of them is pinned."""
        ids = {point.partition("#")[0] for point in self.pinned}
        return any(article.id in ids for article in articles)

    def written(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """The points in a person's order and words; a line that was rewritten keeps what it rests on."""
        ordered = sorted(points, key=lambda point: self.places.get(point.id, BEHIND))
        return tuple(self._written(point) for point in ordered)

    def _written(self, point: Point) -> Point:
        if point.id in self.words:
            return replace(point, words=self.words[point.id], by_hand="rewritten")
        return replace(point, by_hand="pinned") if point.id in self.pinned and not point.by_hand else point


NO_HAND = Hand()
