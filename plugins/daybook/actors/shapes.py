"""What words look like that make a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.actors.countries import owners
from daybook.actors.knowledge import calendar
from daybook.actors.lexicon import flags

LONGEST = 4
"""Words of a person's name at most."""
PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "al",
        "bin",
        "ben",
        "ibn",
        "el",
        "ter",
        "dos",
    ]
)


def is_given(word: str) -> bool:
    """Whether a word is known for a given name."""
    return "g" in flags().get(word.lower(), "")


def is_unknown(word: str) -> bool:
    """A capitalised word that no list knows for anything but a name."""
    return word.isalpha() and word[0].isupper() and set(flags().get(word.lower(), "")) <= {"g", "s"}


def is_name(word: str) -> bool:
    """A capitalised word that is a given name, or no known common word, title, noun of a body, or country."""
    if len(word) < 2 or not word[0].isupper() or not word.isalpha():
        return False
    known = flags().get(word.lower(), "")
    if known and "g" not in known and not set("ontml").isdisjoint(known):
        return False
    return word not in calendar("weekdays") and word not in calendar("months")


def may_be_person(words: Sequence[str]) -> bool:
    """Whether the words could be a person's name, and one of them is nothing else."""
    return all(map(is_name, words)) and any(is_unknown(word) or is_given(word) for word in words)


def owner_kind(word: str) -> str:
    """What a word ends that a role belongs to: a `body`, a `country`, a `place`; empty where none."""
    known = flags().get(word.lower(), "")
    if "o" in known or (len(word) > 1 and word.isalpha() and word.isupper()):
        return "body"
    if (word,) in owners():
        return "country"
    return "place" if "g" not in known and not set("cnrd").isdisjoint(known) else ""


def _is_surname(word: str) -> bool:
    return word[0].isupper() and "s" in flags().get(word.lower(), "")


def name_at(words: Sequence[str], first: int) -> int:
    """The word behind the name that begins at `first`, which is at least one such word; `first` where none does.

    Behind a given name a surname may be a common word. Initials, particles and hyphens stand within a name, never at its end.
    """
    stop, at, count = first, first, 0
    while at < len(words) and count < LONGEST:
        word = words[at]
        if is_name(word) or (count == 1 and is_given(words[first]) and _is_surname(word)):
            at, count = at + 1, count + 1
            stop = at
        elif (at > first and (word in PARTICLES or word == "-")) or (
            len(word) <= 2 and word[0].isupper() and word[-1] == "."
        ):
            at += 1
        else:
            break
    return stop
