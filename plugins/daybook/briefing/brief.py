"""The briefing of a day, from the digests of its articles and the stories of the archive. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daybook.briefing.points import points
from daybook.briefing.values import Briefing, Point
from daybook.digest import Digest
from daybook.stories.stories import Stories


def brief(
    day: date, articles: Sequence[Digest], stories: Stories, held: tuple[Point, ...] | None = None
) -> Briefing:
    """The briefing of a day; `articles` are all of it, in its order; `held` are its key points where they are known already."""
    told = stories.on(articles)
    return Briefing(day, tuple(articles), points(day, told) if held is None else held, told)
