"""The articles of other days that speak of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest, Quote
from daybook.site.desk import Desk
from daybook.site.parts.cards import Line
from daybook.site.parts.listing import Item
from daybook.site.parts.quotes import cut

Told = tuple[Digest, tuple[Quote, ...]]
_SHOWN = 5
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Articles of later days, the nearest first, then those of earlier days, then the undated."""

    total: int
    items: tuple[Item, ...]
    """The first of them, with the sentences that speak of the day."""
    more: tuple[Line, ...]
    """Further ones by their titles, at most a hundred."""


def spoken_of(desk: Desk, day: date, shown: int = _SHOWN, longest: int = _LONGEST) -> SpokenOf:
    """`shown` articles with their sentences, and up to `longest` more."""
    return _of(desk, _nearest(desk, day), shown, longest)


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """The articles that speak of a day, apart by when they came out."""

    later: SpokenOf
    """The nearest first."""
    earlier: SpokenOf
    undated: SpokenOf


def spoken_by(desk: Desk, day: date) -> SpokenBy:
    """All of them, each part as long as `spoken_of` has it."""
    parts: tuple[list[Told], ...] = ([], [], [])
    for told in _nearest(desk, day):
        parts[_order(day, told[0], desk)[0]].append(told)
    return SpokenBy(*(_of(desk, part, _SHOWN, _LONGEST) for part in parts))


def _nearest(desk: Desk, day: date) -> list[Told]:
    return sorted(desk.archive.spoken.get(day, ()), key=lambda told: _order(day, told[0], desk))


def _of(desk: Desk, found: Sequence[Told], shown: int, longest: int) -> SpokenOf:
    return SpokenOf(
        len(found),
        tuple(_item(desk, *told) for told in found[:shown]),
        tuple(desk.line(article) for article, _ in found[shown : shown + longest]),
    )


def _item(desk: Desk, article: Digest, quotes: tuple[Quote, ...]) -> Item:
    return Item(desk.line(article), tuple(map(cut, quotes)), anchor=quotes[0].anchor if quotes else "")


def _order(day: date, article: Digest, desk: Desk) -> tuple[int, int, str]:
    address = desk.archive.address[article.id]
    if article.date is None:
        return 2, 0, address
    away = (article.date.value - day).days
    return int(away < 0), abs(away), address
