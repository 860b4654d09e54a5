"""Articles in a list by day, newest first. A long list is cut by month, and a long month by day, never by a running
number: growth leaves the older pages as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from daybook.digest import Digest, Quote
from daybook.format import day_plain, month_long
from daybook.site import addresses
from daybook.site.parts.cards import Card

LONGEST = 200
"""Articles in one list; a longer one is cut."""
_SAMPLE = 20
"""Articles that the first page of a cut list still shows."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article in the list of a place, actor or source."""

    card: Card
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    """How the article speaks of it, such as `dateline`."""


@dataclass(frozen=True, slots=True)
class DayList:
    """The articles of one day."""

    day: date | None
    """None for the undated."""
    address: str
    """Of the day's page; empty for the undated."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A link to a part of a list that was cut."""

    name: str
    """`March 2022` or `2 March 2022`."""
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, or as much of it as one page holds."""

    total: int
    days: tuple[DayList, ...]
    parts: tuple[Part, ...] = ()
    """Empty where all of it stands here."""


Make = Callable[[Digest], Item]


def listing(articles: Sequence[Digest], address: str, make: Make) -> Listing:
    """What the page at `address` shows of its articles (oldest first)."""
    if len(articles) <= LONGEST:
        return Listing(len(articles), _by_day(articles, make))
    parts = tuple(Part(name, part, len(held)) for name, part, held in _months(articles, address))
    return Listing(len(articles), _by_day(articles[-_SAMPLE:], make), parts)


def rest(articles: Sequence[Digest], address: str, make: Make) -> Iterator[tuple[str, str, Listing]]:
    """The further pages of a list that was cut: name, address and list of each."""
    if len(articles) <= LONGEST:
        return
    for name, part, held in _months(articles, address):
        if len(held) <= LONGEST or held[0].date is None:
            yield name, part, Listing(len(held), _by_day(held, make))
            continue
        days = list(_days(held, address))
        yield name, part, Listing(len(held), (), tuple(Part(n, a, len(h)) for n, a, h in days))
        for day_name, day_part, day_held in days:
            yield day_name, day_part, Listing(len(day_held), _by_day(day_held, make))


def _months(articles: Sequence[Digest], address: str) -> Iterator[tuple[str, str, list[Digest]]]:
    newest_first = sorted(articles, key=_month, reverse=True)
    for key, group in groupby(newest_first, key=_month):
        held = list(group)
        first = held[0].date
        yield month_long(first.value) if first else "Undated", addresses.part(address, key or "undated"), held


def _days(articles: Sequence[Digest], address: str) -> Iterator[tuple[str, str, list[Digest]]]:
    newest_first = sorted(articles, key=_day, reverse=True)
    for day, group in groupby(newest_first, key=_day):
        yield day_plain(day), addresses.part(address, day.isoformat()), list(group)


def _by_day(articles: Sequence[Digest], make: Make) -> tuple[DayList, ...]:
    newest_first = sorted(articles, key=_day, reverse=True)
    return tuple(_group(day, tuple(make(a) for a in group)) for day, group in groupby(newest_first, key=_day))


def _group(day: date, items: tuple[Item, ...]) -> DayList:
    return DayList(None, "", items) if day == date.min else DayList(day, addresses.day(day), items)


def _day(article: Digest) -> date:
    return article.date.value if article.date else date.min


def _month(article: Digest) -> str:
    return article.date.value.isoformat()[:7] if article.date else ""
