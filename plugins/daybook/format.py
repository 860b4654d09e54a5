"""Text cut to fit, places told from others, and counts as a terminal has them, in English. Pages have `daybook.words`."""

from __future__ import annotations

from daybook.values import Place


def number(value: int) -> str:
    """`12,345`."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """`1 article`, `12,345 articles`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def shortened(text: str, limit: int = 200) -> str:
    """The text in at most `limit` characters, cut between words."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip(",;:. ") + "…"


def place(place: Place) -> str:
    """A place as a person tells it from others of its name: `Springfield, Illinois, US`."""
    parts = (place.name, place.region if place.region != place.name else None, place.country)
    return ", ".join(filter(None, parts))
