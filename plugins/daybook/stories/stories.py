"""Articles that tell of the same events, brought together: a story goes on from day to day under the article that began it.

An article joins the story of those before it that it is most like; what comes later moves no article from one story to
another, so that a story's id stays while the archive grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from daybook.digest import Digest

ALIKE = 0.31
"""Cosine from which two articles may tell of one event. Chosen on the open half of tests/quality/gold/pairs.jsonl."""
JOINED = 0.5
"""Of `ALIKE`: what an article's likeness to a story's other articles comes to on average, where it joins it."""

Pair = tuple[str, str, float]
"""An article's id, that of one before it, and their cosine."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on the same events; of one article alone as well."""

    id: str
    """Of the article that began it."""
    name: str
    """The title of its most telling article, or what a person calls it."""
    articles: tuple[Digest, ...]
    """Oldest first."""

    @property
    def first(self) -> date:
        return _day(self.articles[0])

    @property
    def last(self) -> date:
        return _day(self.articles[-1])

    def on(self, day: date) -> tuple[Digest, ...]:
        """Its articles of a day."""
        return tuple(article for article in self.articles if _day(article) == day)


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of an archive."""

    all: tuple[Story, ...]
    """In the order in which they began."""
    of: Mapping[str, Story] = field(repr=False)
    """By the id of each of their articles."""

    def on(self, articles: Iterable[Digest]) -> tuple[Story, ...]:
        """Those that some articles belong to, the one that most of these tell first; ties as the articles come."""
        counts: dict[str, int] = {}
        for article in articles:
            if article.id in self.of:
                id = self.of[article.id].id
                counts[id] = counts.get(id, 0) + 1
        return tuple(self.of[id] for id in sorted(counts, key=lambda id: -counts[id]))


NO_STORIES = Stories((), {})


def stories(articles: Sequence[Digest], pairs: Iterable[Pair]) -> Stories:
    """The stories of articles that have a day each, oldest first; `pairs` of those that are at least so much alike as `ALIKE`."""
    near: dict[str, dict[str, float]] = {}
    for one, other, cosine in pairs:
        near.setdefault(one, {})[other] = cosine
    held: dict[str, list[Digest]] = {}
    of: dict[str, str] = {}
    for article in articles:
        alike = near.get(article.id, {})
        sums: dict[str, float] = {}
        for other, cosine in alike.items():
            sums[of[other]] = sums.get(of[other], 0.0) + cosine
        fit = {id: total / len(held[id]) for id, total in sums.items()}
        best = max(fit, key=lambda id: (fit[id], id), default="")
        id = best if best and fit[best] >= JOINED * ALIKE else article.id
        of[article.id] = id
        held.setdefault(id, []).append(article)
    found = tuple(Story(id, each[0].title, tuple(each)) for id, each in held.items())
    return Stories(found, {article.id: story for story in found for article in story.articles})


def _day(article: Digest) -> date:
    assert article.date
    return article.date.value
