"""The days that articles speak of, beside the day they came out."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from daybook.site.index import grouped
from daybook.values import Article, Mention

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Spoken = Mapping[date, tuple[tuple[Article, tuple[Mention, ...]], ...]]
"""By day the articles of other days that speak of it, each with the mentions that do, in the text's order."""


def spoken(articles: Iterable[Article]) -> Spoken:
    """Days alone, spoken of in a sentence; a month or a year is no day."""
    return grouped(
        (day, (article, mentions))
        for article in articles
        for day, mentions in grouped(_of_other_days(article)).items()
    )


def iso_day(target: str) -> date | None:
    """The day that a mention of a date means; None for a month or a year."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(target) if _ISO_DAY.fullmatch(target) else None
    return None


def _of_other_days(article: Article) -> Iterator[tuple[date, Mention]]:
    own = article.date.value if article.date else None
    for mention in sorted(article.mentions, key=lambda m: (m.start, m.end)):
        if mention.kind == "date" and mention.role == "event" and mention.sentence:
            day = iso_day(mention.target)
            if day and day != own:
                yield day, mention
