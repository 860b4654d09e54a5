"""What an actor is said to have said, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from daybook.digest import Digest, Saying
from daybook.site.parts.cards import Line

MOST = 8
"""Statements that a page shows at once."""
FOLDED = 24
"""Further ones that it has folded away; any other stands in its article."""


class Told(NamedTuple):
    """A statement and the article that has it."""

    saying: Saying
    line: Line


def newest(articles: Sequence[Digest], actor: str) -> Iterable[tuple[Digest, Saying]]:
    """The newest statements of an actor in its articles (oldest first), those of one article in its order."""
    left = MOST + FOLDED
    for article in reversed(articles):
        for saying in article.sayings(actor)[:left]:
            left -= 1
            yield article, saying
        if not left:
            return
