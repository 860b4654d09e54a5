"""The grammar of a number: digits or words, a scale, a range, a bound before it, money or percent around it.

Reads `an estimated one billion dlrs`, `between 770 and 800 mln francs`, `nearly 14,000`, `5.4 pct`, `$6.6 billion`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import itemgetter

from daybook.figures.knowledge import alternatives, inverted, table, words

LONGEST = 60
"""Code points of a bound before a number that are looked at."""
LARGEST = Decimal(10) ** 18
"""No count is larger."""
DIGITS = 24
"""Digits of a number at most; what is longer is no count."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text, with all that belongs to its phrase."""

    start: int
    end: int
    at: int
    """Where its first digit or word begins, behind bound and sign."""
    value: Decimal
    high: Decimal | None = None
    """The upper end of a range, whose lower one is `value`."""
    bound: str = "exact"
    kind: str = ""
    """`money` or `percent`; empty of what only counts."""
    currency: str = ""
    """As written: a sign, or a word in small letters."""
    scaled: bool = False
    """Whether a word such as `million` stands behind it."""
    spelt: bool = False
    """Whether it is written in words alone."""

    @property
    def last(self) -> Decimal:
        return self.value if self.high is None else self.high


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    small = sorted(words("small"), key=lambda each: (-len(each), each))
    scale = alternatives(words("scales"))
    signs = alternatives(words("signs"))
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?(?:-\d{1,2}/\d{1,2}(?!\d))?"
    tens = "|".join(word for word in small if word.endswith("ty"))
    some = rf"(?:(?:{tens})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{'|'.join(small)})"
    spelt = (
        rf"(?:{some}|an?(?=\s+(?:hundred|dozen|thousand|million|billion)\b)|half\s+a(?=\s+(?:million|billion|dozen)\b))"
        rf"(?:[\s-]+(?:hundred|thousand)\b(?:\s+(?:and\s+)?{some}\b)?)*"
    )
    money = alternatives({*words("currencies"), *words("hundredths")})
    owner = alternatives(words("owners"))
    percent = alternatives(words("percent") - {"%"})
    number = re.compile(
        rf"(?P<sign>(?:{signs})\s?)?(?:(?<![\w.,/])(?P<digits>{digits})|(?<![\w.-])(?P<spelt>{spelt})\b)"
        rf"(?:(?P<letter>(?<=\d)(?:bn|tn|[kmb]))\b)?(?P<scales>(?:[\s-]+(?:{scale})\b){{0,2}})"
        rf"(?:(?P<percent>[\s-]*(?:%|(?:{percent})\b))|[\s-]+(?P<owner>(?:(?:{owner})\.?\s+)?)(?P<money>(?:{money}))\b)?",
        re.IGNORECASE,
    )
    bounds = re.compile(
        rf"(?:^|(?<![\w-]))(?P<bound>{alternatives(inverted('bounds'))})\s+(?:the\s+)?\Z", re.IGNORECASE
    )
    return number, bounds


@cache
def _last_words() -> frozenset[str]:
    return frozenset(bound.split()[-1] for bound in inverted("bounds"))


_SIGN = re.compile(r"(?<![A-Za-z])(?:US|NZ|HK|[CAS])?[$£€¥]\s?\Z", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|-|–|or)\s*\Z", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(?P<word>between|from)\s+\Z", re.IGNORECASE)


@cache
def _first() -> re.Pattern[str]:
    """A digit, or a word that begins a number; in literals alone, which the engine looks for without trying each place."""
    spelt = [
        *words("small"),
        "half",
        "hundred",
        "a hundred",
        "a dozen",
        "a thousand",
        "a million",
        "a billion",
    ]
    forms = sorted({form for word in spelt for form in (word, word.capitalize(), word.upper())})
    letters = [
        f"{letter}(?:{'|'.join(sorted((form[1:] for form in group), key=lambda rest: (-len(rest), rest)))})"
        for letter, group in groupby(forms, itemgetter(0))
    ]
    return re.compile("|".join([*letters, *(f"{digit}[\\d,.]*" for digit in range(10))]))


def next_number(layer: str, start: int, end: int) -> int:
    """Where the next digit or word that may be one of a number stands; -1 where none does."""
    found = _first().search(layer, start, end)
    return found.start() if found else -1


def numbers(layer: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of a stretch, in order; two that make a range are one."""
    held: Number | None = None
    for match in _matches(layer, start, end):
        found = _number(layer, start, match)
        if found is None:
            continue
        if held is not None:
            joined = _range(layer, start, held, found)
            if joined:
                held = joined
                continue
            yield _shared(layer, held, found)
        held = found
    if held is not None:
        yield held


def _matches(layer: str, start: int, end: int) -> Iterator[re.Match[str]]:
    at = start
    while found := _first().search(layer, at, end):
        first = found.start()
        before = layer[max(at, first - 4) : first]
        sign = _SIGN.search(before) if before and before.rstrip()[-1:] in "$£€¥" else None
        match = _patterns()[0].match(layer, first - len(before) + sign.start() if sign else first, end)
        if match:
            yield match
        at = match.end() if match else found.end()


def _number(layer: str, floor: int, match: re.Match[str]) -> Number | None:
    value = _value(match)
    if value is None or value >= LARGEST:
        return None
    start, at = match.start(), match.start("digits" if match["digits"] else "spelt")
    end = match.end()
    money, bound = (match["money"] or "").lower(), "exact"
    if match["letter"]:
        if not match["sign"]:
            return None
        value *= table("letters")[match["letter"].lower()]
    sign = (match["sign"] or "").strip().upper()
    if money in words("hundredths"):
        value /= 100
    before = layer[max(floor, start - LONGEST) : start].lower().split()
    last = before[-2:-1] if before[-1:] == ["the"] else before[-1:]
    found = (
        _patterns()[1].search(layer, max(floor, start - LONGEST), start)
        if last and last[0] in _last_words()
        else None
    )
    if found:
        bound, start = inverted("bounds")[" ".join(found["bound"].lower().split())], found.start("bound")
    kind = "percent" if match["percent"] else "money" if sign or money else ""
    owner = (match["owner"] or "").strip(" .\n").lower()
    return Number(
        start, end, at, value, None, bound, kind, sign or f"{owner} {money}".strip(), bool(match["scales"].strip(" -\n")),
        not match["digits"],
    )  # fmt: skip


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        if len(match["digits"]) > DIGITS:
            return None
        whole, _, part = match["digits"].replace(",", "").partition("-")
        value = Decimal(whole)
        if part:
            above, _, below = part.partition("/")
            if not int(below):
                return None
            value += Decimal(above) / Decimal(below)
    else:
        value = _spelt(match["spelt"].lower())
    for scale in re.findall(r"\w+", match["scales"].lower()):
        value *= table("scales")[scale]
    return value


def _spelt(text: str) -> Decimal:
    """`two hundred and thirty-five`; `a`, `half a` before a scale."""
    if text.startswith("half"):
        return Decimal("0.5")
    total = here = Decimal(0)
    for word in re.findall(r"[a-z]+", text):
        if word in ("a", "an"):
            here += 1
        elif word == "hundred":
            here = (here or Decimal(1)) * 100
        elif word == "thousand":
            total, here = total + (here or Decimal(1)) * 1000, Decimal(0)
        elif word != "and":
            here += table("small")[word]
    return total + here


def _range(layer: str, floor: int, one: Number, other: Number) -> Number | None:
    """Both as one range: `between 10 and 15`, `10 to 15`, `10-15`, of one kind and the smaller first."""
    gap = layer[one.end : other.at]
    if len(gap) > 12 or other.start < one.end or other.high is not None or one.high is not None:
        return None
    before = _OPENS_RANGE.search(layer, max(floor, one.start - 12), one.start)
    opened = before["word"].lower() if before else ""
    joins = gap.strip().lower().rstrip("$£€ ")
    if opened == "between":
        if joins != "and":
            return None
    elif opened == "from" or not _TO.match(gap.rstrip("$£€ ") or " ") or other.bound != "exact":
        return None
    low = one.value
    if (not one.kind and other.kind and not one.scaled and other.scaled and low < 1000) or (
        not one.scaled and other.scaled and low < 1000
    ):
        low *= _scale_of(layer, other)
    if low >= other.value or (one.kind and one.kind != (other.kind or one.kind)):
        return None
    if one.kind and opened != "between" and joins != "-" and one.currency.upper() not in words("signs"):
        return None  # `rose eight cents to 4.50 dlrs`
    start = before.start() if before and opened == "between" else one.start
    return Number(
        start, other.end, one.at, low, other.value, "range", other.kind or one.kind, other.currency or one.currency, other.scaled, other.spelt
    )  # fmt: skip


_LISTED = re.compile(r"\s*(?:,|to|and|or|,\s+and)\s+\Z")


def _shared(layer: str, one: Number, other: Number) -> Number:
    """The first of `from 8.5 to 17 billion dlrs`, `5, 6 and 7 pct`, which has scale and kind from the next."""
    if (
        one.kind
        or one.scaled
        or not other.kind
        or one.value >= 1000
        or other.spelt != one.spelt
        or other.end - other.start > 40
    ):
        return one
    if not _LISTED.match(layer[one.end : other.at].rstrip("$£€") + " ") or other.currency in words("signs"):
        return one
    scale = _scale_of(layer, other) if other.scaled else Decimal(1)
    return replace(
        one, value=one.value * scale, kind=other.kind, currency=other.currency, scaled=other.scaled
    )


def _scale_of(layer: str, number: Number) -> Decimal:
    scale = Decimal(1)
    for word in re.findall(r"[a-z]+", layer[number.at : number.end].lower()):
        scale *= table("scales").get(word, 1)
    return scale


def plain(value: Decimal) -> str:
    """Without exponent and trailing noughts: `1000000`, `5.75`."""
    text = f"{round(value, 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
