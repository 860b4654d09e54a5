"""The articles of other days that speak of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest, Quote
from daybook.site.desk import Desk
from daybook.site.parts.listing import Item

_SHOWN = 10
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Articles of later days, the nearest first, then those of earlier days, then the undated."""

    total: int
    items: tuple[Item, ...]
    """The first ten, with the sentences that speak of the day."""
    more: tuple[Item, ...]
    """Up to 200 more, without."""


def spoken_of(desk: Desk, day: date) -> SpokenOf:
    found = sorted(desk.archive.spoken.get(day, ()), key=lambda held: _order(day, held[0], desk))
    return SpokenOf(
        len(found),
        tuple(_item(desk, *held) for held in found[:_SHOWN]),
        tuple(Item(desk.card(article)) for article, _ in found[_SHOWN : _SHOWN + _LONGEST]),
    )


def _item(desk: Desk, article: Digest, quotes: tuple[Quote, ...]) -> Item:
    return Item(desk.card(article), quotes)


def _order(day: date, article: Digest, desk: Desk) -> tuple[int, int, str]:
    address = desk.archive.address[article.id]
    if article.date is None:
        return 2, 0, address
    away = (article.date.value - day).days
    return int(away < 0), abs(away), address
