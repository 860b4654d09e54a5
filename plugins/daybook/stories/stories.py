"""Articles that tell of the same events, brought together: a story goes on from day to day.

An article joins the story of those before it that it is most like. On average over that story's articles of the last days, not by the
nearest of them alone: so a long chain of small steps makes no story. A person's word stands above it, in content/authority/stories.yaml.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from daybook.content.authority import AuthorityStory
from daybook.digest import Digest
from daybook.stories import lasting
from daybook.stories.features import REACH

ALIKE = 0.25
"""Likeness from which two articles may tell of one event. This and the next were chosen on the open half of tests/quality/gold/pairs.jsonl."""
JOINED = 0.18
"""What an article's likeness to a story's articles of the last `REACH` days comes to on average, where it joins it."""
ALONE = 1
"""Articles of a story that has no page of its own."""

Pair = tuple[str, str, float, bool]
"""An article's id, that of one before it, how alike they are, and whether they are copies of one text."""
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
) -> Stories:
    """The stories of articles that have a day each, oldest first; `pairs` of those that are at least so much alike as `ALIKE`.

    `settled` are the register's slugs; `by_hand` is what a person said.
    """
    alike, copies = dict[str, dict[str, float]](), list[tuple[str, str]]()
    for one, other, likeness, copied in pairs:
        alike.setdefault(one, {})[other] = likeness
        if copied:
            copies.append((one, other))
    groups = _joined(articles, alike)
    if any(entry.apart or entry.merged for entry in by_hand):
        order = {article.id: number for number, article in enumerate(articles)}
        groups = _in_order(_merged(_taken_apart(groups, by_hand), by_hand), order)
    paged = {id: held for id, held in groups.items() if len(held) > ALONE}
    ids, slugs = lasting.settle(paged.values(), settled or {})
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


def _joined(articles: Sequence[Digest], alike: Mapping[str, Mapping[str, float]]) -> Groups:
    groups: Groups = {}
    days: dict[str, list[int]] = {}
    of: dict[str, str] = {}
    for article in articles:
        at = article.day.toordinal()
        sums: dict[str, float] = {}
        for other, likeness in alike.get(article.id, {}).items():
            if other in of:
                sums[of[other]] = sums.get(of[other], 0.0) + likeness
        fit = {id: total / (len(days[id]) - bisect_left(days[id], at - REACH)) for id, total in sums.items()}
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
