"""What a person typed, as it may stand in a file."""

from __future__ import annotations

from daybook.content.markdown import visible
from daybook.errors import SettingError


def text(given: str) -> str:
    """The same. Raises SettingError where a shell handed over bytes that are no text."""
    try:
        given.encode("utf-8")
    except UnicodeEncodeError:
        raise SettingError(
            f"{given!a}: expected text in UTF-8, found bytes that are none; write it anew"
        ) from None
    return given


def words(given: str) -> str:
    """On one line, without anything that cannot be seen. Raises SettingError where it is no text, or nothing is left."""
    made = visible(text(given))
    if not made:
        raise SettingError(f"{given!r}: expected words, found nothing that can be seen; write them")
    return made
