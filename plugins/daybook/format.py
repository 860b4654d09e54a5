"""How days, numbers and places are written. English, and independent of the machine's locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daybook.values import Place

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_long(day: date) -> str:
    """`Thursday, 3 March 2022`."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def day_plain(day: date) -> str:
    """`3 March 2022`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_short(day: date) -> str:
    """`Thu 3 March`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"


def month_long(day: date) -> str:
    """`March 2022`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def number(value: int) -> str:
    """`12,345`."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """`1 article`, `12,345 articles`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """`Lima, Oslo and Rome`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def coordinates(lat: float, lon: float) -> str:
    """Degrees to two digits, some 1 km: `50.45° N, 30.52° E`."""
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def kilometres(distance: float) -> str:
    """`8 km`, `410 km`, `1,230 km`: whole below 20 km, tens above."""
    return f"{number(round(distance) if distance < 20 else 10 * round(distance / 10))} km"


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
