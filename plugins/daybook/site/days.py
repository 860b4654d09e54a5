"""Days as mentions name them."""

from __future__ import annotations

import contextlib
import re
from datetime import date

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def iso_day(target: str) -> date | None:
    """The day that a mention of a date means; None for a month or a year."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(target) if _ISO_DAY.fullmatch(target) else None
    return None
