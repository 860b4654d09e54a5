"""The day of publication, and the days spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from daybook.content.authority import Authority
from daybook.settings import Coverage
from daybook.values import CleanText, FoundDate, Mention, RawArticle

if TYPE_CHECKING:
    from daybook.pipeline import Draft


def find(
    raw: RawArticle, text: CleanText, authority: Authority, coverage: Coverage
) -> tuple[FoundDate | None, tuple[Mention, ...]]:
    """The day that the article proves by itself, and every day it speaks of."""
    return None, ()


def neighbours(drafts: Sequence[Draft], coverage: Coverage) -> list[Draft]:
    """Drafts that state no day, dated by the events they share with dated ones."""
    return list(drafts)
