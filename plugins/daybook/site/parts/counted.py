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
SENSES = {
    "denied": N_("denied or taken back"),
    "disputed": N_("disputed"),
    "rumoured": N_("rumoured"),
    "feared": N_("feared or presumed"),
    "expected": N_("expected or possible"),
    "past": N_("of an earlier time"),
    "part": N_("a part of more"),
    "more": N_("besides others"),
    "stretch": N_("of a stretch of time"),
}
"""What keeps a number from being a count of the whole."""
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
    if held := list(dict.fromkeys(number.words for number in numbers if number.found)):
        found.append(
            words.gettext("corrected by the editor; the text has “%(words)s”", words=words.listed(held))
        )
    return tuple(found)


def sense(of: str, words: Words) -> str:
    """What keeps a number of a sense from being a count; empty for nothing."""
    return words.gettext(SENSES[of]) if of in SENSES else ""


def said(by: str, of: str, words: Words) -> str:
    """Whom a report has a number of a sense from, or who denies it; empty where nobody was found."""
    if by and of == "denied":
        return words.gettext("denied by %(who)s", who=by)
    return words.gettext("according to %(who)s", who=by) if by else ""


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
