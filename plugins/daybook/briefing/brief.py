"""The briefing of a day, from the digests of its articles and the stories of the archive. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from daybook.briefing.hand import Hand
from daybook.briefing.points import points
from daybook.briefing.values import Briefing, Point
from daybook.content.authority import AuthorityPoint
from daybook.digest import Digest
from daybook.stories.stories import Stories


def brief(
    day: date,
    articles: Sequence[Digest],
    stories: Stories,
    by_hand: Iterable[AuthorityPoint] = (),
    held: tuple[Point, ...] | None = None,
) -> Briefing:
    """The briefing of a day; `articles` are all of it, in its order, `by_hand` is what a person said of its key points, `held`
    are these where they are known already."""
    told = stories.on(articles)
    return Briefing(day, tuple(articles), points(day, told, Hand.of(by_hand)) if held is None else held, told)
