"""One article's day, and the days it speaks of."""

from __future__ import annotations

from daybook.content.authority import Authority, Outlet
from daybook.dates.case import case
from daybook.dates.mentions import mentions
from daybook.dates.rivals import rivals
from daybook.dates.rules import RULES
from daybook.settings import Coverage
from daybook.values import CleanText, FoundDate, Mention, RawArticle, Rival


def find(
    raw: RawArticle, text: CleanText, outlet: Outlet | None, authority: Authority, coverage: Coverage
) -> tuple[FoundDate | None, tuple[Mention, ...], tuple[Rival, ...]]:
    """The day that the article proves by itself, or None, every day it speaks of, and the days that were passed over.

    A day behind the end of the coverage is in the future: it is refused, and no weaker rule is asked instead.
    """
    seen = case(raw, text, outlet, authority, coverage)
    answers = tuple(answer for rule in RULES if (answer := rule(seen)) is not None)
    found = answers[0] if answers and not _is_future(answers[0], coverage) else None
    return found, mentions(seen, found), rivals(seen, answers, found)


def _is_future(found: FoundDate, coverage: Coverage) -> bool:
    return coverage.last is not None and found.value > coverage.last
