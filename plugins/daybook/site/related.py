"""For each article the few that are most like it, and what they share, and which may be of one story; by days (ordinals), as a day's answers rest on those around it alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from daybook import cores
from daybook.digest import Digest
from daybook.stories.features import REACH, Feature
from daybook.stories.odds import Evidence, odds
from daybook.stories.stories import LEAST_ODDS, Pair

if TYPE_CHECKING:
    from daybook.stories.wording import Shares

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
_Shares = tuple[bytes, float, float | None]
"""Of two articles that were looked at: their prints, one behind the other, and `daybook.stories.wording.Shares`."""
Day = tuple[bytes, tuple[tuple[str, tuple[Kin, ...]], ...], tuple[_Pair, ...], tuple[_Shares, ...]]
"""A print of the articles around a day, the kin of each article of the day that has any, the pairs that may be of one story, and
what rests on two articles alone, so that it holds where others around them change."""
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
    return comparing(articles, prints, before, over)()


def comparing(
    articles: Sequence[Digest],
    prints: Mapping[str, bytes],
    before: Before,
    over: Over[list[tuple[int, Day]]],
) -> Callable[[], dict[int, Day]]:
    """The same, to be asked for later: what `over` begins at once is under way meanwhile."""
    at = [article.day.toordinal() for article in articles]
    spans = {day: (bisect_left(at, day - REACH), bisect_right(at, day + REACH)) for day in dict.fromkeys(at)}
    keys = {day: _print(prints[a.id] for a in articles[low:high]) for day, (low, high) in spans.items()}
    found = {day: before.get(day, (b"", (), (), ())) for day in spans}
    changed = [day for day in spans if found[day][0] != keys[day]]
    known = {each[0]: each for *_, held in before.values() for each in held} if changed else {}

    def of_days(days: Sequence[int]) -> list[tuple[int, Day]]:
        wanted = sorted(set(chain.from_iterable(range(*spans[day]) for day in days)))
        compared = _Compared([articles[number] for number in wanted], prints, keys, known)
        return [(day, compared.day(day)) for day in days]

    made = over(of_days, _parts(changed, Counter(at), cores.usable())) if changed else ()
    return lambda: found | dict(chain.from_iterable(made))


def by_article(days: Mapping[int, Day]) -> dict[str, tuple[Kin, ...]]:
    """The kin of each article that has any, by its id."""
    return dict(chain.from_iterable(held for _, held, *_ in days.values()))


def pairs(days: Mapping[int, Day]) -> Iterator[Pair]:
    """The articles that may be of one story."""
    return (Pair(*pair) for _, _, found, _ in days.values() for pair in found)


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


class _Compared:
    """Articles of some days and those around them, ready to be compared. `known` are shares of the last build by their prints."""

    def __init__(
        self,
        articles: Sequence[Digest],
        prints: Mapping[str, bytes],
        keys: Mapping[int, bytes],
        known: Mapping[bytes, _Shares],
    ) -> None:
        # here, so that a build where nothing changed does not load numpy
        from daybook.stories.likeness import Likeness
        from daybook.stories.telling import Telling
        from daybook.stories.wording import Shares, Wording

        self.likeness, self.telling = Likeness(articles), Telling(articles)
        self.wording, self.shares_of = Wording(articles), Shares
        self.held = [(article.id, article.day.toordinal(), prints[article.id]) for article in articles]
        self.keys, self.known = keys, known

    def day(self, day: int) -> Day:
        around, taken = self.likeness.around(day), Counter[int]()
        among = self.telling.around(around.low, around.high)
        found: dict[str, list[Kin]] = {}
        near, looked = list[_Pair](), list[_Shares]()
        for article, other, cosine in around.alike(NEAR):
            (id, _, print), (beside, on, behind) = self.held[article], self.held[other]
            if other < article:
                key = print + behind
                shares = self._shares(key, article, other, cosine)
                looked.append((key, *shares))
                copied = shares.copied(cosine, day - on)
                likely = odds(Evidence(cosine, *among.common(article, other), shares.own))
                if copied or likely >= LEAST_ODDS or (shares.own < 1 and on < day):
                    near.append((id, beside, round(likely, 4), copied, shares.own < 1))
            if cosine >= LEAST and taken[article] < MOST:
                taken[article] += 1
                found.setdefault(id, []).append((beside, tuple(around.shared(article, other)[:WHY])))
        kin = tuple((id, tuple(kin)) for id, kin in found.items())
        return self.keys[day], kin, tuple(near), tuple(looked)

    def _shares(self, key: bytes, article: int, other: int, cosine: float) -> Shares:
        if key in self.known:
            known = self.shares_of(*self.known[key][1:])
            if known.enough(cosine):
                return known
        return self.wording.shares(article, other, cosine)


def _print(prints: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(prints), digest_size=16).digest()
