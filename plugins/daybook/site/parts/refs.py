"""A name that leads somewhere: to the page of a place, actor or source, or to its line in the list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from daybook.site.entries import ActorEntry, PlaceEntry, SourceEntry

Kind = Literal["place", "actor", "source", "article"]

MOST_FORMS = 30
"""Other forms of a name that its page tells."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A name with the page to open for it."""

    kind: Kind
    name: str
    address: str
    anchor: str = ""
    count: int = 0
    """Articles or mentions, whichever the list that it stands in counts; 0 is not shown."""
    note: str = ""
    """What a reader needs to tell it from another: a role, a country, a distance."""


def to_place(entry: PlaceEntry, count: int = 0, note: str = "") -> Ref:
    return Ref("place", entry.name, entry.address, entry.anchor, count, note)


def to_actor(entry: ActorEntry, count: int = 0, note: str = "") -> Ref:
    return Ref("actor", entry.name, entry.address, entry.anchor, count, note)


def to_source(entry: SourceEntry, count: int = 0) -> Ref:
    return Ref("source", entry.name, entry.address, entry.anchor, count)


def fewer(articles: int, most: int) -> int:
    """How many names of one kind a page shows beside so many articles: the more articles the more names, and no more than `most`."""
    return min(most, 1 + articles)


Tally = dict[str, tuple[int, int]]
"""For an id, how often it was met, and its weight, such as its mentions in all articles."""


def tally(weighed: Iterable[tuple[str, int]]) -> Tally:
    """Ids met, each given with its weight, such as its mentions in one article."""
    found: Tally = {}
    for id, weight in weighed:
        times, total = found.get(id, (0, 0))
        found[id] = (times + 1, total + weight)
    return found


def together(tallies: Iterable[Tally]) -> Tally:
    """What several tallies come to."""
    found: Tally = {}
    for one in tallies:
        for id, (times, weight) in one.items():
            before, total = found.get(id, (0, 0))
            found[id] = (before + times, total + weight)
    return found


def ranked(found: Tally) -> list[tuple[str, int]]:
    """Ids with the number of times they are met, the most frequent first, then the heavier, then by the id."""
    order = sorted(found.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
    return [(id, times) for id, (times, _) in order]


def top(weighed: Iterable[tuple[str, int]], limit: int | None = None) -> list[tuple[str, int]]:
    """The same of ids as they are met, as many as `limit`."""
    return ranked(tally(weighed))[:limit]
