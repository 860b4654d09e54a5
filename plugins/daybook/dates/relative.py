"""Days that are said without a name: `yesterday`, `three days ago`, `a week earlier`, `on the 24th`, `in March`.

Each finder takes a sentence and what is known of the days around it, and yields words with the day or month they mean.
Words that may mean several days yield nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from daybook.clean.days import MONTHS, month_named
from daybook.clean.knowledge import load

_WORDS = re.compile(r"\b(today|yesterday|tomorrow|tonight)\b", re.I)
_OFFSET = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_THE_NTH = re.compile(
    r"\b(?:on|by|until|since) the (\d{1,2})(?:st|nd|rd|th)(?= local| this month|\s*[.,;:)\n]| that| and| at\b| in\b| when| after| before|$)",
    re.I,
)
_MONTH = re.compile(
    r"\b([Ii]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate) ([^\W\d_]{3,9})(?!\w|[ \n]\d|[ \n][A-Z])"
)
_MOST_DAYS = 10
"""Counts further off are round ones: `two weeks ago`, `100 days ago`."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read against."""

    published: date
    anchor: date | None
    """The one other day that the sentence names; `two days earlier` counts from it."""
    ahead: Callable[[int], bool]
    """Whether the clause before that offset of the sentence speaks of what is to come."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a sentence, and the day `2022-03-02` or month `2022-03` that they mean."""

    start: int
    end: int
    target: str


Finder = Callable[[str, Context], Iterator[Said]]


def finders(text: str) -> tuple[Finder, ...]:
    """Those that may find something in the text, by the words without which they find nothing."""
    small = text.lower()
    return tuple(finder for words, finder in _FINDERS if any(word in small for word in words))


def _named(sentence: str, context: Context) -> Iterator[Said]:
    for match in _WORDS.finditer(sentence):
        yield _day(match, context.published + timedelta(days=_OFFSET[match[0].casefold()]))


def _counted(sentence: str, context: Context) -> Iterator[Said]:
    """`three days ago` from the day of publication, `two weeks earlier` from the day that the sentence names."""
    for match in _counts().finditer(sentence):
        number = _number(match[1]) * (7 if match[2].casefold() == "week" else 1)
        if number > _MOST_DAYS:
            continue
        word = match[3].casefold()
        origin = context.published if word == "ago" else context.anchor
        if origin is not None:
            yield _day(match, origin + timedelta(days=number if word == "later" else -number))


def _nth(sentence: str, context: Context) -> Iterator[Said]:
    """`on the 24th`: the latest one, or the next where its clause looks ahead."""
    for match in _THE_NTH.finditer(sentence):
        value = _of_month(int(match[1]), context.published, context.ahead(match.start()))
        if value is not None:
            yield _day(match, value)


def _of_month(day: int, published: date, ahead: bool) -> date | None:
    numbers = range(0, 62) if ahead else range(0, -62, -1)
    days = (published + timedelta(days=by) for by in numbers)
    return next((value for value in days if value.day == day), None)


def _months(sentence: str, context: Context) -> Iterator[Said]:
    """`in March`: the latest month of the name, this one included; `next March` and months ahead the next one."""
    for match in _MONTH.finditer(sentence):
        month = month_named(match[2])
        if month is None:
            continue
        word, now = match[1].casefold(), context.published
        if word in ("next", "by", "until") or context.ahead(match.start()):
            year = now.year + (month < now.month or (word == "next" and month == now.month))
        else:
            year = now.year - (month > now.month or (word == "last" and month == now.month))
        yield Said(match.start(2), match.end(2), f"{year:04}-{month:02}")


def _day(match: re.Match[str], value: date) -> Said:
    return Said(match.start(), match.end(), value.isoformat())


@cache
def _counts() -> re.Pattern[str]:
    numbers = "|".join(["a", "an", *load("day_cues")["cardinals"].split(), r"\d{1,2}"])
    return re.compile(
        rf"\b({numbers}) (day|week)s? (ago|earlier|later)\b",
        re.I,
    )


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    cardinals = load("day_cues")["cardinals"].split()
    return cardinals.index(words.casefold()) + 1 if words.casefold() in cardinals else 1


_FINDERS: tuple[tuple[tuple[str, ...], Finder], ...] = (
    (tuple(_OFFSET), _named),
    ((" ago", " earlier", " later"), _counted),
    ((" the ",), _nth),
    (MONTHS, _months),
)
