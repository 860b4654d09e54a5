"""How much of the archive a name reaches over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest


@dataclass(frozen=True, slots=True)
class Span:
    """Counts, and the first and last day; None where no article of it is dated."""

    articles: int
    days: int
    first: date | None
    last: date | None


def span(articles: Sequence[Digest]) -> Span:
    days = {a.date.value for a in articles if a.date}
    return Span(len(articles), len(days), min(days, default=None), max(days, default=None))
