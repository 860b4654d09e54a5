"""Articles in a list by day, newest first. A long list is cut by month, a long month by day, a very long day by the
titles' first letters; never by a running number: growth leaves the older pages as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from daybook.digest import Digest, Quote
from daybook.format import shortened
from daybook.site import addresses
from daybook.site.parts import titles
from daybook.site.parts.cards import Line
from daybook.site.parts.quotes import cut
from daybook.words import Words

LONGEST = 200
"""Articles in one list; a longer one is cut."""
_SAMPLE = 20
"""Articles that the first page of a cut list still shows."""
_SHORT, _IN_SHORT = 5, 180
"""Articles in a short list, and the characters that it shows of a sentence or teaser."""
_LONG, _IN_MIDDLE = 20, 120
"""Articles from which on a list is long, and the characters that one between the two shows."""
_IN_LONG = 100
"""Characters of a sentence that a long list, or a part of one, shows; a longer one stands on the article's page, where the title leads."""


class Item(NamedTuple):
    """An article in the list of a place, actor or source."""

    line: Line
    quotes: tuple[Quote, ...] = ()
    """Sentences that name what the page is about; a list of names has the first alone."""
    notes: tuple[str, ...] = ()
    """How the article speaks of it, such as `dateline`."""
    teaser: str = ""
    """What stands in the place of sentences, where there are none."""
    anchor: str = ""
    """Of the sentence that the title leads to."""


class DayList(NamedTuple):
    """The articles of one day."""

    day: date | None
    """None for the undated."""
    address: str
    """Of the day's page; empty for the undated."""
    items: tuple[Item, ...]
    titles: tuple[Line, ...] = ()
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


def listing(articles: Sequence[Digest], address: str, make: Make, words: Words) -> Listing:
    """What the page at `address` shows of its articles (oldest first)."""
    if len(articles) <= LONGEST:
        return Listing(len(articles), _by_day(articles, make, len(articles) > _LONG))
    return Listing(
        len(articles), _by_day(articles[-_SAMPLE:], make, False), _links(_months(articles, address, words))
    )


def parts(articles: Sequence[Digest], address: str, words: Words) -> Iterator[Cut]:
    """The further pages of the list of the page at `address`, those that only lead to others among them."""
    if len(articles) <= LONGEST:
        return
    for month in _months(articles, address, words):
        yield month
        for below in _below(*month[1:], address, words):
            yield below
            yield from _below(*below[1:], address, words)


def part(articles: Sequence[Digest], address: str, own: str, make: Make, words: Words) -> Listing:
    """What the further page at `address` shows. `own`: the address of the page that the list belongs to."""
    below = _below(address, articles, own, words)
    if below:
        return Listing(len(articles), (), _links(below))
    if len(articles) <= LONGEST:
        return Listing(len(articles), _by_day(articles, make, True))
    lines = tuple(sorted((make(article).line for article in articles), key=lambda c: (c.title, c.address)))
    return Listing(len(articles), (_group(_day(articles[0]), (), lines),))


def _below(address: str, articles: Sequence[Digest], own: str, words: Words) -> list[Cut]:
    """The parts of a part: a long month's days, the letters of a very long day or of very many undated articles."""
    key = address.removeprefix(own.removesuffix(".html")).strip("/").removesuffix(".html")
    if _MONTH.fullmatch(key) and len(articles) > LONGEST:
        return list(_days(articles, own, words))
    if _DAY.fullmatch(key) and titles.too_many(articles):
        first = articles[0].date
        day = words.day_plain(first.value) if first else words.gettext("Undated")
        found = titles.by_initial(articles, f"{address.removesuffix('.html')}-", words)
        return [(f"{day}, {link.name}", link.address, held) for link, held in found]
    return []


_MONTH = re.compile(r"\d{4}-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|undated")


def _links(cuts: Iterable[Cut]) -> tuple[Part, ...]:
    return tuple(Part(name, address, len(held)) for name, address, held in cuts)


def _months(articles: Sequence[Digest], address: str, words: Words) -> Iterator[Cut]:
    newest_first = sorted(articles, key=_month, reverse=True)
    for key, group in groupby(newest_first, key=_month):
        held = list(group)
        first = held[0].date
        name = words.month_long(first.value) if first else words.gettext("Undated")
        yield name, addresses.part(address, key or "undated"), held


def _days(articles: Sequence[Digest], address: str, words: Words) -> Iterator[Cut]:
    newest_first = sorted(articles, key=_day, reverse=True)
    for day, group in groupby(newest_first, key=_day):
        yield words.day_plain(day), addresses.part(address, day.isoformat()), list(group)


def _by_day(articles: Sequence[Digest], make: Make, long: bool) -> tuple[DayList, ...]:
    newest_first = sorted(articles, key=_day, reverse=True)
    shown = _short_alone if long else partial(_shown, len(articles) > _SHORT)
    return tuple(
        [
            _group(day, tuple([shown(make(a)) for a in group]))
            for day, group in groupby(newest_first, key=_day)
        ]
    )


def _shown(middle: bool, item: Item) -> Item:
    """As much as a list that is not long shows of an article."""
    line, quotes, notes, teaser, _ = item
    longest = _IN_MIDDLE if middle else _IN_SHORT
    if quotes:
        return Item(line, (cut(quotes[0], longest),), notes, "", quotes[0].anchor)
    return Item(line, (), notes, shortened(teaser, longest))


def _short_alone(item: Item) -> Item:
    """As much as a long list does: no words that would have to be cut."""
    line, quotes, notes, teaser, _ = item
    anchor = quotes[0].anchor if quotes else ""
    kept = [quote for quote in quotes[:1] if sum([len(text) for text, _ in quote.pieces]) <= _IN_LONG]
    return Item(line, tuple(kept), notes, teaser if len(teaser) <= _IN_LONG else "", anchor)


def _group(day: date, items: tuple[Item, ...], lines: tuple[Line, ...] = ()) -> DayList:
    known = day != date.min
    return DayList(day if known else None, addresses.day(day) if known else "", items, lines)


def _day(article: Digest) -> date:
    return article.date.value if article.date else date.min


def _month(article: Digest) -> str:
    return article.date.value.isoformat()[:7] if article.date else ""
