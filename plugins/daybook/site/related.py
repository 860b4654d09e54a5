"""For each article the few that are most like it, and what they share, and which may be of one story; by days (ordinals), as a day's answers rest on those around it alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from daybook import cores
from daybook.digest import Digest
from daybook.stories.features import REACH, Feature
from daybook.stories.odds import Evidence, odds
from daybook.stories.stories import LEAST_ODDS, Pair

if TYPE_CHECKING:
    from daybook.stories.likeness import Likeness
    from daybook.stories.telling import Telling
    from daybook.stories.wording import Wording

MOST = 3
"""Articles that a page names as related."""
LEAST = 0.25
"""Cosine from which an article is named as related."""
NEAR = 0.12
"""Cosine from which two articles are looked at more closely, whether they are of one story."""
WHY = 8
"""Features kept of what two articles share; not each of them can be shown."""

Reason = Feature
"""What two articles share."""
_Pair = tuple[str, str, float, bool, bool]
"""`Pair` as a plain tuple."""
Kin = tuple[str, tuple[Reason, ...]]
"""The id of another article, and what it shares with this one, what says most first."""
Day = tuple[bytes, tuple[tuple[str, tuple[Kin, ...]], ...], tuple[_Pair, ...]]
"""A print of the articles around a day, the kin of each article of the day that has any, and the pairs that may be of one story."""
Before = Mapping[int, Day]
"""By the day's ordinal; plain values, for `marshal`."""

T = TypeVar("T")
R = TypeVar("R")
Over = Callable[[Callable[[Sequence[int]], R], Sequence[Sequence[int]]], Iterable[R]]


def related(
    articles: Sequence[Digest],
    prints: Mapping[str, bytes],
    before: Before,
    over: Over[list[tuple[int, Day]]],
) -> dict[int, Day]:
    """The kin of every day's articles, oldest first; taken from `before` where nothing around the day has changed.

    `prints` are those of the articles' files, by id; `over` maps a function over parts of the days' ordinals, in any order, on many cores.
    """
    # here, so that a build where nothing changed does not load numpy
    from daybook.stories.likeness import Likeness
    from daybook.stories.telling import Telling
    from daybook.stories.wording import Wording

    at = [article.day.toordinal() for article in articles]
    spans = {day: (bisect_left(at, day - REACH), bisect_right(at, day + REACH)) for day in dict.fromkeys(at)}
    keys = {day: _print(prints[a.id] for a in articles[low:high]) for day, (low, high) in spans.items()}
    found = {day: before.get(day, (b"", (), ())) for day in spans}
    changed = [day for day in spans if found[day][0] != keys[day]]
    if changed:
        wanted = sorted(set(chain.from_iterable(range(*spans[day]) for day in changed)))
        near = [articles[number] for number in wanted]
        compared = Likeness(near), Telling(near), Wording(near)
        held = [(articles[number].id, at[number]) for number in wanted]
        size = Counter(at)
        parts = _parts(changed, size, cores.usable())
        found |= chain.from_iterable(over(partial(_days, *compared, held, keys), parts))
    return found


def by_article(days: Mapping[int, Day]) -> dict[str, tuple[Kin, ...]]:
    """The kin of each article that has any, by its id."""
    return dict(chain.from_iterable(held for _, held, _ in days.values()))


def pairs(days: Mapping[int, Day]) -> Iterator[Pair]:
    """The articles that may be of one story."""
    return (Pair(*pair) for *_, found in days.values() for pair in found)


def _parts(days: Sequence[int], size: Mapping[int, int], count: int) -> list[list[int]]:
    """So many parts at most, of about the same size: days next to one another rest on the same articles, whose wording is found once in each process."""
    share = sum(size[day] for day in days) / count
    parts, held = list[list[int]](), 0.0
    for day in days:
        if not parts or held >= share * len(parts):
            parts.append([])
        parts[-1].append(day)
        held += size[day]
    return parts


def _days(
    likeness: Likeness,
    telling: Telling,
    wording: Wording,
    held: Sequence[tuple[str, int]],
    keys: Mapping[int, bytes],
    days: Sequence[int],
) -> list[tuple[int, Day]]:
    return [_day(likeness, telling, wording, held, keys, day) for day in days]


def _day(
    likeness: Likeness,
    telling: Telling,
    wording: Wording,
    held: Sequence[tuple[str, int]],
    keys: Mapping[int, bytes],
    day: int,
) -> tuple[int, Day]:
    """`held` are ids with the ordinals of their days."""
    around, taken = likeness.around(day), Counter[int]()
    among = telling.around(around.low, around.high)
    found: dict[str, list[Kin]] = {}
    near: list[_Pair] = []
    for article, other, cosine in around.alike(NEAR):
        id, (beside, on) = held[article][0], held[other]
        if other < article:
            copied = wording.is_copy(article, other, cosine, day - on)
            own = wording.own(article, other)
            likely = odds(Evidence(cosine, *among.common(article, other), own))
            if copied or likely >= LEAST_ODDS or (own < 1 and on < day):
                near.append((id, beside, round(likely, 4), copied, own < 1))
        if cosine >= LEAST and taken[article] < MOST:
            taken[article] += 1
            found.setdefault(id, []).append((beside, tuple(around.shared(article, other)[:WHY])))
    return day, (keys[day], tuple((id, tuple(kin)) for id, kin in found.items()), tuple(near))


def _print(prints: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(prints), digest_size=16).digest()
