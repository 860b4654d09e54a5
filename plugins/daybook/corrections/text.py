"""What a person typed, as it may stand in a file."""

from __future__ import annotations

from daybook.content.markdown import visible
from daybook.errors import SettingError


def words(given: str) -> str:
    """On one line, without anything that cannot be seen. Raises SettingError where nothing is left."""
    made = visible(given.encode("utf-8", "replace").decode("utf-8"))
    if not made:
        raise SettingError(f"{given!r}: expected words, found nothing that can be seen; write them")
    return made
