"""Articles in a list by day, newest first. A long list is cut by month, a long month by day, a very long day by the
titles' first letters; never by a running number: growth leaves the older pages as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from daybook.digest import Digest, Quote
from daybook.format import day_plain, month_long, shortened
from daybook.site import addresses
from daybook.site.parts import titles
from daybook.site.parts.cards import Card
from daybook.site.parts.quotes import cut

LONGEST = 200
"""Articles in one list; a longer one is cut."""
_SAMPLE = 20
"""Articles that the first page of a cut list still shows."""
_SHORT = 5
"""A list of no more articles shows all sentences kept of each; a longer one the first of each, and less of a long one."""
_IN_LONG = 180
"""Characters of a sentence or teaser in a long list."""


class Item(NamedTuple):
    """An article in the list of a place, actor or source."""

    card: Card
    quotes: tuple[Quote, ...] = ()
    """Sentences that name what the page is about."""
    notes: tuple[str, ...] = ()
    """How the article speaks of it, such as `dateline`."""
    teaser: str = ""
    """What stands in the place of sentences, where there are none."""

    @property
    def anchor(self) -> str:
        """The first of the sentences, which the title leads to."""
        return self.quotes[0].anchor if self.quotes else ""


class DayList(NamedTuple):
    """The articles of one day."""

    day: date | None
    """None for the undated."""
    address: str
    """Of the day's page; empty for the undated."""
    items: tuple[Item, ...]
    titles: tuple[Card, ...] = ()
    """Articles of which the title alone is shown, as they are very many."""


@dataclass(frozen=True, slots=True)
class Part:
    """A link to a part of a list that was cut."""

    name: str
    """`March 2022`, `2 March 2022`, or the letter that titles begin with."""
    address: str
    count: int


class Listing(NamedTuple):
    """A list, or as much of it as one page holds."""

    total: int
    days: tuple[DayList, ...]
    parts: tuple[Part, ...] = ()
    """Empty where all of it stands here."""


Make = Callable[[Digest], Item]
Cut = tuple[str, str, Sequence[Digest]]
"""A part of a list: its name, its address and its articles."""


def listing(articles: Sequence[Digest], address: str, make: Make) -> Listing:
    """What the page at `address` shows of its articles (oldest first)."""
    if len(articles) <= LONGEST:
        return Listing(len(articles), _by_day(articles, make, len(articles) > _SHORT))
    return Listing(
        len(articles), _by_day(articles[-_SAMPLE:], make, False), _links(_months(articles, address))
    )


def parts(articles: Sequence[Digest], address: str) -> Iterator[Cut]:
    """The further pages of the list of the page at `address`, those that only lead to others among them."""
    if len(articles) <= LONGEST:
        return
    for month in _months(articles, address):
        yield month
        for below in _below(*month[1:], address):
            yield below
            yield from _below(*below[1:], address)


def part(articles: Sequence[Digest], address: str, own: str, make: Make) -> Listing:
    """What the further page at `address` shows. `own`: the address of the page that the list belongs to."""
    below = _below(address, articles, own)
    if below:
        return Listing(len(articles), (), _links(below))
    if len(articles) <= LONGEST:
        return Listing(len(articles), _by_day(articles, make, True))
    cards = tuple(sorted((make(article).card for article in articles), key=lambda c: (c.title, c.address)))
    return Listing(len(articles), (_group(_day(articles[0]), (), cards),))


def _below(address: str, articles: Sequence[Digest], own: str) -> list[Cut]:
    """The parts of a part: a long month's days, the letters of a very long day or of very many undated articles."""
    key = address.removeprefix(own.removesuffix(".html")).strip("/").removesuffix(".html")
    if _MONTH.fullmatch(key) and len(articles) > LONGEST:
        return list(_days(articles, own))
    if _DAY.fullmatch(key) and titles.too_many(articles):
        day = day_plain(articles[0].date.value) if articles[0].date else "Undated"
        found = titles.by_initial(articles, f"{address.removesuffix('.html')}-")
        return [(f"{day}, {link.name}", link.address, held) for link, held in found]
    return []


_MONTH = re.compile(r"\d{4}-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|undated")


def _links(cuts: Iterable[Cut]) -> tuple[Part, ...]:
    return tuple(Part(name, address, len(held)) for name, address, held in cuts)


def _months(articles: Sequence[Digest], address: str) -> Iterator[Cut]:
    newest_first = sorted(articles, key=_month, reverse=True)
    for key, group in groupby(newest_first, key=_month):
        held = list(group)
        first = held[0].date
        yield month_long(first.value) if first else "Undated", addresses.part(address, key or "undated"), held


def _days(articles: Sequence[Digest], address: str) -> Iterator[Cut]:
    newest_first = sorted(articles, key=_day, reverse=True)
    for day, group in groupby(newest_first, key=_day):
        yield day_plain(day), addresses.part(address, day.isoformat()), list(group)


def _by_day(articles: Sequence[Digest], make: Make, long: bool) -> tuple[DayList, ...]:
    newest_first = sorted(articles, key=_day, reverse=True)
    shown = _brief if long else _whole
    return tuple(
        _group(day, tuple(shown(make(a)) for a in group)) for day, group in groupby(newest_first, key=_day)
    )


def _whole(item: Item) -> Item:
    return item._replace(quotes=tuple(map(cut, item.quotes)))


def _brief(item: Item) -> Item:
    """As much as a long list shows of an article."""
    quotes = tuple(cut(quote, _IN_LONG) for quote in item.quotes[:1])
    return item._replace(quotes=quotes, teaser=shortened(item.teaser, _IN_LONG))


def _group(day: date, items: tuple[Item, ...], cards: tuple[Card, ...] = ()) -> DayList:
    known = day != date.min
    return DayList(day if known else None, addresses.day(day) if known else "", items, cards)


def _day(article: Digest) -> date:
    return article.date.value if article.date else date.min


def _month(article: Digest) -> str:
    return article.date.value.isoformat()[:7] if article.date else ""
