"""Articles that tell of the same events, brought together: a story goes on from day to day.

An article joins the story of those before it that it most likely tells: by the nearest of that story's articles of the last days, and by half by all
of them on average, so that a long chain of small steps makes no story. Notices that recur in one form day by day count for less the more days have them.
A person's word stands above it, in content/authority/stories.yaml.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from daybook.content.authority import AuthorityStory
from daybook.digest import Digest
from daybook.stories import lasting
from daybook.stories.features import REACH
from daybook.stories.odds import WEIGHTS, Weights, chance

ALIKE = 0.2
"""Chance of one event below which two articles count as nothing to one another. This and the next were chosen on the open half of tests/quality/gold/pairs.jsonl."""
JOINED = 0.5
"""Half of the best chance with one of a story's articles of the last `REACH` days and half of the average over them, from which an article joins it."""
LEAST_ODDS = -1.4
"""The logarithm of the odds just below `ALIKE`."""
ALONE = 1
"""Articles of a story that has no page of its own."""


class Pair(NamedTuple):
    """Two articles that may be of one story."""

    article: str
    """Its id."""
    other: str
    """The id of one before it."""
    odds: float
    """That they tell of one event, by themselves (`daybook.stories.odds`)."""
    copied: bool
    """Whether they are copies of one text."""
    in_form: bool
    """Whether they fill in one form."""


Groups = dict[str, list[Digest]]
"""Articles by the id of the one that began their story, oldest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on the same events; of one article alone as well."""

    id: str
    """Of one of its articles; it stays while the archive grows."""
    name: str
    """The title of its most telling article, or what a person calls it."""
    articles: tuple[Digest, ...]
    """Oldest first."""
    slug: str
    """Of its page; empty where it has none, as one article alone tells it."""
    reports: tuple[tuple[Digest, ...], ...]
    """The same, copies of one text together, each report where its first carrier stands."""

    @property
    def first(self) -> date:
        return self.articles[0].day

    @property
    def last(self) -> date:
        return self.articles[-1].day

    @property
    def days(self) -> Counter[date]:
        """The days that tell it, oldest first, with the number of its articles."""
        return Counter(article.day for article in self.articles)

    def on(self, day: date) -> tuple[Digest, ...]:
        """Its articles of a day."""
        return tuple(article for article in self.articles if article.day == day)


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of an archive."""

    all: tuple[Story, ...]
    """In the order in which they began."""
    of: Mapping[str, Story] = field(repr=False)
    """By the id of each of their articles."""
    settled: Mapping[str, str] = field(repr=False, default_factory=dict)
    """Slugs that stories have or had, by the ids of the articles they were given for: what the register is to remember."""

    def on(self, articles: Iterable[Digest]) -> tuple[Story, ...]:
        """Those that some articles belong to, the one that most of these tell first; ties as the articles come."""
        counts: dict[str, int] = {}
        for article in articles:
            if article.id in self.of:
                id = self.of[article.id].id
                counts[id] = counts.get(id, 0) + 1
        return tuple(self.of[id] for id in sorted(counts, key=lambda id: -counts[id]))


NO_STORIES = Stories((), {})


def stories(
    articles: Sequence[Digest],
    pairs: Iterable[Pair],
    settled: Mapping[str, str] | None = None,
    by_hand: Sequence[AuthorityStory] = (),
    weights: Weights = WEIGHTS,
) -> Stories:
    """The stories of articles that have a day each, oldest first.

    `settled` are the register's slugs; `by_hand` is what a person said.
    """
    near = list(pairs)
    alike = _alike(articles, near, weights)
    copies = [(pair.article, pair.other) for pair in near if pair.copied]
    groups = _joined(articles, alike)
    apart = {id for entry in by_hand for id in entry.apart}
    kept = lasting.handed_on(groups.values(), apart, settled or {})
    if any(entry.apart or entry.merged for entry in by_hand):
        order = {article.id: number for number, article in enumerate(articles)}
        groups = _in_order(_merged(_taken_apart(groups, by_hand), by_hand), order)
    paged = {id: held for id, held in groups.items() if len(held) > ALONE}
    ids, slugs = lasting.settle(paged.values(), kept)
    telling, texts = _telling(groups, alike), _texts(copies)
    names = {entry.id: entry.name for entry in by_hand if entry.name}
    found = []
    for first, held in groups.items():
        id = ids.get(first, first)
        given = [names[article.id] for article in held if article.id in names]
        name = given[0] if given else telling[first].title
        slug = slugs[id] if first in paged else ""
        found.append(Story(id, name, tuple(held), slug, _reports(held, texts)))
    return Stories(tuple(found), {article.id: story for story in found for article in story.articles}, slugs)


def recurring(articles: Sequence[Digest], pairs: Sequence[Pair]) -> list[int]:
    """For each pair, on how many other days the form of either is met again, of both what is fewer; none for articles of one day."""
    days = {article.id: article.day for article in articles}
    again = defaultdict[str, set[date]](set)
    for pair in pairs:
        one, other = days[pair.article], days[pair.other]
        if pair.in_form and not pair.copied and one != other:
            again[pair.article].add(other)
            again[pair.other].add(one)
    return [
        min(len(again[pair.article]), len(again[pair.other])) * (days[pair.article] != days[pair.other])
        for pair in pairs
    ]


def _alike(
    articles: Sequence[Digest], pairs: Sequence[Pair], weights: Weights
) -> dict[str, dict[str, float]]:
    """For each article those before it that may be of its story, with the chance."""
    alike = dict[str, dict[str, float]]()
    for pair, again in zip(pairs, recurring(articles, pairs), strict=True):
        likely = 1.0 if pair.copied else chance(pair.odds, again, weights)
        if likely >= ALIKE:
            alike.setdefault(pair.article, {})[pair.other] = round(likely, 4)
    return alike


def _joined(articles: Sequence[Digest], alike: Mapping[str, Mapping[str, float]]) -> Groups:
    groups: Groups = {}
    days: dict[str, list[int]] = {}
    of: dict[str, str] = {}
    for article in articles:
        at = article.day.toordinal()
        chances = defaultdict[str, list[float]](list)
        for other, likeness in alike.get(article.id, {}).items():
            if other in of:
                chances[of[other]].append(likeness)
        recent = {id: len(days[id]) - bisect_left(days[id], at - REACH) for id in chances}
        fit = {id: (max(found) + sum(found) / recent[id]) / 2 for id, found in chances.items()}
        best = max(fit, key=lambda id: (fit[id], id), default="")
        id = best if best and fit[best] >= JOINED else article.id
        of[article.id] = id
        groups.setdefault(id, []).append(article)
        days.setdefault(id, []).append(at)
    return groups


def _taken_apart(groups: Groups, by_hand: Sequence[AuthorityStory]) -> Groups:
    """With the articles that a person took out in stories of their own."""
    own = {id: entry.id for entry in by_hand for id in entry.apart}
    found: Groups = {}
    for first, held in groups.items():
        for article in held:
            found.setdefault(f"\n{own[article.id]}" if article.id in own else first, []).append(article)
    return found


def _merged(groups: Groups, by_hand: Sequence[AuthorityStory]) -> Groups:
    """With the stories in one that a person brought together."""
    of = {article.id: first for first, held in groups.items() for article in held}
    found = dict(groups)
    for entry in by_hand:
        for id in entry.merged:
            into, other = of.get(entry.id), of.get(id)
            if into and other and into != other:
                gone = found.pop(other)
                found[into] = [*found[into], *gone]
                of |= {article.id: into for article in gone}
    return found


def _in_order(groups: Groups, order: Mapping[str, int]) -> Groups:
    ordered = [sorted(held, key=lambda article: order[article.id]) for held in groups.values()]
    return {held[0].id: held for held in sorted(ordered, key=lambda held: order[held[0].id])}


def _telling(groups: Groups, alike: Mapping[str, Mapping[str, float]]) -> dict[str, Digest]:
    """Of each story the article that is most like its others; the first of those that tie."""
    found = {}
    for first, held in groups.items():
        own = {article.id for article in held} if len(held) > ALONE else set[str]()
        sums = dict.fromkeys(own, 0.0)
        for id in own:
            for other, likeness in alike.get(id, {}).items():
                if other in own:
                    sums[id] += likeness
                    sums[other] += likeness
        found[first] = max(held, key=lambda article: round(sums.get(article.id, 0.0), 6))
    return found


def _texts(copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each article that has a copy, the same one of all that have its text."""
    first: dict[str, str] = {}

    def root(id: str) -> str:
        while first.get(id, id) != id:
            id = first[id]
        return id

    for later, earlier in copies:
        one, other = root(later), root(earlier)
        if one != other:
            first[max(one, other)] = min(one, other)
    return {id: root(id) for id in first}


def _reports(held: Sequence[Digest], texts: Mapping[str, str]) -> tuple[tuple[Digest, ...], ...]:
    found: dict[str, list[Digest]] = {}
    for article in held:
        found.setdefault(texts.get(article.id, article.id), []).append(article)
    return tuple(map(tuple, found.values()))
