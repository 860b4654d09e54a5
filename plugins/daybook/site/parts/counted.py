"""A figure in words: what it is called, its value, and what else is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.digest import Number
from daybook.words import N_, Words

UNITS = {
    "killed": N_("Killed"),
    "casualties": N_("Casualties"),
    "missing": N_("Missing"),
    "wounded": N_("Wounded"),
    "captured": N_("Captured"),
    "refugees": N_("Fled abroad"),
    "displaced": N_("Driven from home"),
    "votes": N_("Vote"),
    "weapons": N_("Weapons"),
    "arrested": N_("Arrested"),
    "money": N_("Money"),
    "percent": N_("Per cent"),
}
"""What figures of a unit are called; those of persons and of other things by the words for them."""
_SIDES = {
    "for": N_("%(number)s for"),
    "against": N_("%(number)s against"),
    "abstaining": N_("%(number)s abstaining"),
}


def notes(numbers: Sequence[Number], words: Words) -> tuple[str, ...]:
    """What is said of a value by those who report it."""
    found = []
    if any(number.unverified for number in numbers):
        found.append(words.gettext("could not be verified"))
    if any(number.found for number in numbers):
        found.append(words.gettext("corrected by the editor"))
    return tuple(found)


def has_side(number: Number) -> bool:
    """Whether it is the votes for something, against it, or the abstentions."""
    return number.unit == "votes" and number.sense in _SIDES


def printed(numbers: Sequence[Number], words: Words) -> str:
    """A value in words: as the article has it, a vote by its sides."""
    if has_side(numbers[0]):
        return words.listed([words.gettext(_SIDES[n.sense], number=_digits(n.value, words)) for n in numbers])
    (number,) = numbers
    if not number.found:
        return number.words
    return " ".join(
        filter(None, (_digits(number.value, words), "%" if number.unit == "percent" else "", number.currency))
    )


def _digits(value: str, words: Words) -> str:
    return words.number(int(value)) if value.isdecimal() else value
