"""The days that articles speak of, beside the day they came out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from daybook.digest import Digest, Quote
from daybook.site.index import grouped

Spoken = Mapping[date, tuple[tuple[Digest, tuple[Quote, ...]], ...]]
"""By day the articles of other days that speak of it, each with the first sentences that do."""


def spoken(articles: Iterable[Digest]) -> Spoken:
    """Days alone, spoken of in a sentence; a month or a year is no day."""
    return grouped((of.day, (article, of.quotes)) for article in articles for of in article.spoken)
