"""The key points of a day: sentences of its articles, each as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from daybook.briefing.values import Point, Support
from daybook.stories.stories import Story

MOST = 5


def points(day: date, stories: Sequence[Story]) -> tuple[Point, ...]:
    """At most five, from the stories of a day, the most told first."""
    return tuple(islice(_first(day, stories), MOST))


def _first(day: date, stories: Sequence[Story]) -> Iterator[Point]:
    for story in stories:
        for article in story.on(day)[:1]:
            for passage in article.passages[:1]:
                support = (Support(article.id, passage.anchor, passage.words),)
                yield Point(f"{article.id}#{passage.anchor}", passage.words, support, 1, story)
