"""Articles as reports: copies of one text are one of them."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.digest import Digest
from daybook.site.index import source_id

COPIED = 0.6
"""Share of the shorter article's sentences that stand in the other word for word, from which the two are one text."""


def reports(articles: Sequence[Digest]) -> list[list[Digest]]:
    """Articles of one text together, in the order given."""
    if len(articles) == 1:
        return [[articles[0]]]
    found: list[list[Digest]] = []
    told: list[set[str]] = []
    for article in articles:
        own = {passage.anchor for passage in article.passages}
        at = next((n for n, other in enumerate(told) if _are_copies(own, other)), None)
        if at is None:
            found.append([article])
            told.append(own)
        else:
            found[at].append(article)
    return found


def sources(articles: Sequence[Digest]) -> int:
    """How many outlets tell it on their own: copies of one text count once, and so do all that state no source."""
    return len({source_id(held[0]) for held in reports(articles)})


def _are_copies(one: set[str], other: set[str]) -> bool:
    return len(one & other) > COPIED * min(len(one), len(other)) if one and other else False
