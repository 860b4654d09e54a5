"""What a number counts: by the words behind it, by the verb beside it, or by the number before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import cast

from daybook.actors.knowledge import demonyms
from daybook.figures.knowledge import alternatives, inverted, table, words
from daybook.figures.numbers import Number
from daybook.values import FigureUnit

Offsets = tuple[int, int]

WINDOW = 120
"""Code points to either side of a number that are looked at."""
LONGEST_WORD = 30
LONGEST = 6
"""Words of what is counted at most."""
YEARS = (1700, 2100)
"""Four digits between these are a year, unless a noun that is counted stands right behind them."""
FATES = frozenset(["killed", "wounded", "missing", "captured", "arrested", "displaced", "refugees", "people"])
"""Units of persons."""
_WORD = re.compile(r"[A-Za-z][\w.'’-]*")
_NEXT = re.compile(r"[ \n]+(?:<[^<>]{1,20}>\s+)?([A-Za-z][\w'’-]*(?:\.(?=\w)\w+)*)(\.(?=\s+[a-z]))?")
_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*|&)[ \n]+\Z")
_PART = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|those|these|all)\s+(?:[A-Za-z]+['’]s?\s+)?(?:\d[\d,.]*\s+)?",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"-([a-z]+)", re.IGNORECASE)
_PLURALS = frozenset(
    [
        "bpd",
        "head",
        "cattle",
        "aircraft",
        "oz",
        "lots",
        "stg",
        "crude",
        "common",
        "preferred",
        "sheep",
        "fish",
        "oxen",
        "seamen",
        "newsmen",
        "businessmen",
        "fishermen",
        "gentlemen",
        "media",
    ]
)
_JOINED = re.compile(r"[.,]?\d|[-–]\d")
_AGED = re.compile(r",|\.?\s*\Z|\s+of\s+[A-Z]")
_DEFINITE = frozenset(
    [
        "the",
        "these",
        "those",
        "all",
        "first",
        "last",
        "other",
        "past",
        "next",
        "no",
        "any",
        "its",
        "their",
        "our",
        "his",
        "her",
        "my",
        "your",
    ]
)
_NO_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number is."""

    unit: FigureUnit
    of: Offsets | None
    like: bool = False
    """Whether only the number before it tells what it counts."""


@dataclass(frozen=True)
class Look:
    """A number in its sentence."""

    layer: str
    begin: int
    end: int
    number: Number
    before: Counted | None
    """What the last number of the same sentence counts."""
    money: bool
    """Whether money is spoken of in the sentence."""
    voted: bool
    """Whether votes are."""

    @cached_property
    def behind(self) -> str:
        return self.layer[self.number.end : min(self.end, self.number.end + WINDOW)]

    @cached_property
    def ahead(self) -> str:
        return self.layer[max(self.begin, self.number.start - WINDOW) : self.number.start]

    @cached_property
    def last(self) -> str:
        """The word before it, in small letters."""
        words = self.ahead[-LONGEST_WORD:].lower().split()
        return words[-1] if words else ""


def count(look: Look) -> Counted | None:
    """What it counts; None where it is no figure."""
    number = look.number
    if number.kind == "percent":
        return None if look.behind[:1].isalpha() else Counted("percent", _share(look))
    if number.kind == "money":
        return Counted("money", _price(look))
    if number.high is None and _is_name(look):
        return None
    return _votes(look) or _hyphened(look) or _things(look) or _alone(look)


def _is_name(look: Look) -> bool:
    """Whether it is a day, an age, a time, an address or part of a name, as far as signs beside it tell."""
    number, layer = look.number, look.layer
    before, behind = layer[number.start - 1 : number.start] if number.start > look.begin else "", look.behind
    if behind[:1].isalpha() or behind[:1] in ("'", "’", "/", ":", "°", "_", "@", "=", "*", "+"):
        return True
    if _JOINED.match(behind) and not look.voted:
        return True
    if before and before in "-–/:#.&_@=*+(" and before != "(" and not (before in "-–" and look.voted):
        return True
    if before == "(" and behind[:1] == ")":
        return True
    if look.last.endswith(",") and number.value < 120 and _AGED.match(behind):
        return not number.scaled and number.bound == "exact"
    return False


def _named(look: Look) -> bool:
    """Whether the word before makes a name of it: `Flight 103`, `April 7`, `Boeing 747`."""
    number = look.number
    if number.bound != "exact" or number.scaled or "," in look.layer[number.at : number.end]:
        return False
    found = _BEFORE.search(look.ahead)
    if not found:
        return False
    word = found[1]
    if word.lower() in words("named"):
        return True
    first = not look.ahead[: found.start()].strip(" \n\"“'")
    return (
        word[0].isupper()
        and not word.isupper()
        and not first
        and word.lower() not in words("stops")
        and not number.spelt
    )


def _phrase(look: Look, start: int) -> list[re.Match[str]]:
    """The words behind an offset up to where a phrase must end."""
    found: list[re.Match[str]] = []
    at = start
    while len(found) < LONGEST and (match := _NEXT.match(look.layer, at, min(look.end, start + WINDOW))):
        if match[1].lower() in words("stops"):
            break
        found.append(match)
        at = match.end()
    return found


def _is_plural(word: str) -> bool:
    low = word.lower()
    return (
        low in inverted("nouns")
        or low in _PLURALS
        or (is_demonym(word) and low.endswith("s"))
        or (low.endswith("s") and not low.endswith(_NO_PLURAL) and len(low) > 2)
    )


def _unit(found: list[re.Match[str]]) -> FigureUnit:
    """By the last of the words that is known."""
    for match in reversed(found):
        known = inverted("nouns").get(match[1].lower())
        if known:
            return cast(FigureUnit, known)
    return "people" if is_demonym(found[-1][1]) else "other"


def is_demonym(word: str) -> bool:
    """Whether a word names people by their country: `Ukrainians`, `LIBYANS`."""
    low = word.lower()
    return word[0].isupper() and (low in demonyms() or low.removesuffix("s") in demonyms())


def _things(look: Look) -> Counted | None:
    """`14,000 Ukrainians`, `six search boats`, `16 of the cases`."""
    number, start = look.number, look.number.end
    part = _PART.match(look.layer, start, look.end)
    if part:
        if number.value == 1:
            return None
        start = part.end() - 1
    found = _phrase(look, start)
    lows = [match[1].lower() for match in found]
    if not found or any(low in words("not_counted") for low in lows[:3]):
        return None
    if lows[-1] in words("vague") or lows[0] in words("vague"):
        return None
    head = next((n for n, match in enumerate(found) if _is_plural(match[1])), None)
    if number.spelt and number.value == 1:
        return _single(look, found)
    if head is None and is_demonym(found[-1][1]):
        head = len(found) - 1
    if head is None:
        return None
    while (
        head + 1 < len(found)
        and _is_plural(found[head + 1][1])
        and lows[head + 1] in inverted("nouns")
        and lows[head] not in ("others", "people")
    ):
        head += 1
    found = found[: head + 1]
    unit = _unit(found)
    known = lows[head] in inverted("nouns") or unit == "people"
    if (_is_year(look) or _named(look)) and not (known and head <= 1):
        return None
    if (_is_year(look) and unit in ("casualties", "weapons")) or lows[head : head + 2] == ["dead", "weight"]:
        return None
    if number.spelt and not number.scaled and look.last in _DEFINITE and not part:
        return None
    if (
        not number.spelt
        and not known
        and number.bound == "exact"
        and found[0][1][0].isupper()
        and not look.ahead.isupper()
        and number.value < 1000
        and not number.scaled
        and not is_demonym(found[0][1])
        and not look.layer[look.begin : look.end].isupper()
    ):
        return None
    of = (found[0].start(1), found[-1].end(1))
    if (
        unit == "other"
        and look.money
        and number.scaled
        and lows[head] not in _PLURALS
        and head == 0
        and lows[0] in ("profits", "losses", "sales", "earnings")
    ):
        return None
    if unit == "casualties" and look.money:
        unit = "other"
    return Counted(*_fate(look, unit, of))


def _single(look: Look, found: list[re.Match[str]]) -> Counted | None:
    """`killed one miner`, `one soldier died`: of a single one, only persons."""
    first = found[0]
    known = inverted("nouns").get(first[1].lower())
    if known is None and len(found) > 1:
        known = inverted("nouns").get(found[1][1].lower())
        first = found[1] if known else first
    if known is None:
        led = _led(look)
        return (
            Counted(_verbal(led["verb"], look), first.span(1))
            if led and led["verb"] and first[1].islower()
            else None
        )
    return Counted(*_fate(look, cast(FigureUnit, known), (found[0].start(1), first.end(1))))


def _is_year(look: Look) -> bool:
    number = look.number
    digits = look.layer[number.at : number.end]
    return (
        len(digits) == 4
        and digits.isdecimal()
        and YEARS[0] <= number.value < YEARS[1]
        and number.bound == "exact"
    )


def _hyphened(look: Look) -> Counted | None:
    found = _HYPHENED.match(look.layer, look.number.end, look.end)
    if not found:
        return None
    if found[1].lower() not in words("hyphened") or look.number.value == 1:
        return None
    noun = inverted("nouns").get(found[1].lower(), "other")
    return Counted(cast(FigureUnit, noun), found.span(1))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verb = alternatives(inverted("verbs"))
    ahead = rf"\b(?:(?P<verb>{verb})(?:\s+(?:or|and)\s+(?:{verb}))?|(?P<loss>loss|deaths?|killing)\s+of)(?:\s+(?:another|a\s+further|an\s+additional|further|also))?\s+\Z"
    helper = r"(?:who|that|have|has|had|were|was|are|been|being|be|could|may|might|would|will|to|eventually|also|now|reportedly|already|either|later|feared|believed|presumed|since|more)"
    state = alternatives(
        {*table("nouns")["killed"], *table("nouns")["wounded"], "missing", "homeless", "captive"}
    )
    behind = rf"(?:\s+(?P<state>{state})\b(?!\s+[a-z]*s\b))|(?:\s*\([^()]{{1,60}}\))?(?P<apart>\s*,[^.;]{{1,80}}?,)?(?:\s+{helper})*\s+(?P<verb>{verb})\b"
    tolls = rf"\b(?P<toll>{alternatives(table('tolls'))})\b[^.;,]{{0,40}}?\b(?:to|at|of|is|are|was|were|reached|by)\s+\Z"
    return re.compile(ahead, re.I), re.compile(behind, re.I), re.compile(tolls, re.I)


@cache
def _leading() -> frozenset[str]:
    return frozenset(verb.split()[-1] for verb in inverted("verbs")) | {
        "of",
        "another",
        "further",
        "additional",
        "also",
    }


def _led(look: Look) -> re.Match[str] | None:
    """The verb before a number: `killed`, `the loss of`."""
    return _cues()[0].search(look.ahead) if look.last in _leading() else None


def _fate(look: Look, unit: FigureUnit, of: Offsets | None) -> tuple[FigureUnit, Offsets | None]:
    """Of people, what became of them."""
    if unit != "people":
        return unit, of
    ahead = _led(look)
    if ahead:
        return _verbal("killed" if ahead["loss"] else ahead["verb"], look), of
    at = of[1] if of else look.number.end
    behind = _cues()[1].match(look.layer, at, min(look.end, at + WINDOW))
    if behind and behind["state"]:
        return cast(FigureUnit, inverted("nouns").get(behind["state"].lower(), "captured")), of
    if behind and not (behind["apart"] and re.search(r"\d|\band\s+(?:the|a)\b", behind["apart"])):
        said = _verbal(behind["verb"], look)
        if said == "votes":
            return said, (behind.start("verb"), _ballot(look, behind.end("verb")))
        return said, of
    return unit, of


def _verbal(verb: str, look: Look) -> FigureUnit:
    known = inverted("verbs")[" ".join(verb.lower().split())]
    if known != "fled":
        return cast(FigureUnit, known)
    clause = {word.lower() for word in _WORD.findall(look.behind)}
    if clause & words("at_home"):
        return "displaced"
    after = re.search(rf"\b{re.escape(verb)}\s+(?:the\s+)?[A-Z]", look.behind)
    return "refugees" if after or clause & words("abroad") else "displaced"


def _ballot(look: Look, at: int) -> int:
    found = _FOR.match(look.layer, at, look.end)
    return found.end() if found else at


_FOR = re.compile(r"\s+(?:against|for|in\s+favou?r)\b")
_BACKED = re.compile(r"\b(supported|backed|opposed|approved|adopted|rejected)\s+by\s+\Z", re.IGNORECASE)
_BACKERS = re.compile(r"\s+(?:of\s+(?:the|its)|members|countries|states|votes)\b")
_VOTED = re.compile(r"\bvot(?:e|ed|es)\s+(?:of|by)?\s*\Z", re.IGNORECASE)
_PAIR_AHEAD = re.compile(r"(?:\A|(?<!\bfrom)[\s(])\d[\d,]*\s*(?:votes\s*)?(?:-|–|\bto\b)\s*\Z")
_PAIR_BEHIND = re.compile(r"\s*(?P<of>votes\b)?\s*(?:-|–|\bto\b)\s*\d")


def _votes(look: Look) -> Counted | None:
    """`voted 141-5`, `by 52 to 48 votes`, `supported by 141 of its members`."""
    ballot = _BALLOT.match(look.behind)
    if ballot:
        return Counted("votes", (look.number.end + ballot.start(1), look.number.end + ballot.end(1)))
    found = _BACKED.search(look.ahead) if look.last == "by" else None
    if found and _BACKERS.match(look.behind):
        start = look.number.start - len(look.ahead) + found.start(1)
        return Counted("votes", (start, start + len(found[1])))
    if not look.voted or look.number.spelt:
        return None
    pair = _PAIR_BEHIND.match(look.behind)
    if pair and look.last != "from":
        of = tuple(look.number.end + at for at in pair.span("of"))
        return Counted("votes", (of[0], of[1]) if pair["of"] else None)
    if _PAIR_AHEAD.search(look.ahead):
        return Counted("votes", None)
    found = _VOTED.search(look.ahead)
    return Counted("votes", None) if found and not _phrase(look, look.number.end) else None


_BALLOT = re.compile(
    r"\s+(?:countries|nations|states|members|deputies|senators|delegates)\b(?:,\s+including\b[^.;()]{1,90}?,)?\s+((?:had\s+)?(?:voted(?:\s+(?:against|for|in\s+favou?r))?|abstained))\b",
    re.I,
)


def _alone(look: Look) -> Counted | None:
    """A number without a noun: beside a verb, behind a toll, or like the one before it."""
    number = look.number
    found = _phrase(look, number.end)
    if _is_year(look) or (found and found[0][1].lower() in words("not_counted")):
        return None
    toll = _cues()[2].search(look.ahead) if look.last in _TOLD else None
    if toll:
        start = number.start - len(look.ahead) + toll.start("toll")
        unit = cast(FigureUnit, table("tolls")[" ".join(toll["toll"].lower().split())])
        return Counted(unit, (start, start + len(toll["toll"])))
    many = _MANY.search(look.ahead) if not found and look.last in _TOLD else None
    if many:
        start = number.start - len(look.ahead)
        noun = inverted("nouns").get(many["noun"].lower().split()[-1], "other")
        return Counted(cast(FigureUnit, noun), (start + many.start("noun"), start + many.end("noun")))
    if number.scaled and look.money:
        return Counted("money", _measure(look) or (found[0].span(1) if found else None), like=True)
    if number.scaled or look.last in _TOTALLING:
        if look.before and look.before.unit in ("other", "people"):
            return Counted(look.before.unit, look.before.of, like=True)
        return Counted("other", _measure(look))
    if not found:
        ahead = _led(look)
        money = (ahead["loss"] or "").lower() == "loss" if ahead else False
        if (
            ahead
            and not money
            and inverted("verbs").get((ahead["verb"] or "").lower()) not in ("votes", "fled")
        ):
            like = look.before.of if look.before and look.before.unit in FATES else None
            return Counted(_verbal(ahead["verb"] or "killed", look), like)
        if re.match(r"\s+of\s+(?:the|its|their|them)\b", look.behind):
            return None
        if look.before and look.before.unit == "votes" and "," in look.layer[number.at : number.end]:
            return Counted("votes", look.before.of, like=True)
        unit, _ = _fate(look, "people", None)
        if (
            (unit != "people" or _SUFFERED.match(look.behind))
            and not _named(look)
            and not (number.spelt and number.value == 1)
        ):
            return Counted(unit, None)
        total = _TOTAL.search(look.ahead) if look.last in _TOLD else None
        if (
            (total or look.last in _COMPARED)
            and look.before
            and not number.spelt
            and (
                total
                or (
                    look.before.unit in ("other", "people", "killed", "wounded")
                    and ("," in look.layer[number.at : number.end] or number.scaled)
                )
            )
        ):
            return Counted(look.before.unit, look.before.of, like=True)
        return None
    lone = found[0][1]
    if "," in look.layer[number.at : number.end] and (lone[0].islower()) and not number.spelt:
        return Counted("other", (found[0].start(1), found[0].end(1)))
    return None


_TOTAL = re.compile(r"\b(?:total|number)\b[^.;,]{0,20}\b(?:to|of|at)\s+\Z", re.IGNORECASE)
_COMPARED = frozenset(["from", "against", "versus", "with", "and", "to"])
_TOTALLING = frozenset(["totaling", "totalling", "totaled", "totalled", "numbering", "numbered"])
_TOLD = frozenset(["to", "at", "of", "is", "are", "was", "were", "reached", "by"])
_SUFFERED = re.compile(r"\s+(?:have|had|were|are)\s+(?:been\s+)?\w+(?:ed|en)\b")
_MANY = re.compile(
    r"\bnumber\s+of\s+(?P<noun>(?:[\w-]+\s+){0,2}?[\w-]+s)\b[^.;,]{0,60}?\b(?:to|at|is|was|are|were|reached|by)\s+\Z",
    re.I,
)
_OF = re.compile(r"\s+(?:of|in|for)\s+(?:(?:the|its|their|his|her|a|an|all)\s+)?")
_EACH = re.compile(r"\s*(?:a|per|the|an|each)\s+(\w+)|\s*/\s*(\w+)")
_LINKS = frozenset(
    [
        "rose",
        "fell",
        "grew",
        "increased",
        "declined",
        "dropped",
        "jumped",
        "climbed",
        "totalled",
        "totaled",
        "was",
        "were",
        "is",
        "are",
        "of",
        "at",
        "by",
        "to",
        "up",
        "down",
        "from",
        "reached",
        "be",
        "been",
        "slightly",
        "sharply",
        "stood",
        "or",
        "a",
        "an",
    ]
)
_SUBJECT = re.compile(
    rf"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|their|his|her)\s+)?([A-Za-z][\w'’-]*(?:\s+[a-z][\w'’-]*){{0,2}}?)\s+(?:(?:{'|'.join(sorted(_LINKS - {'a', 'an'}))}|would|will|have|has|had)\s+){{1,4}}(?:an?\s+)?\Z"
)


def _share(look: Look) -> Offsets | None:
    """`34 pct of its shares`, `gasoline prices of up to 80 pct`."""
    number = look.number
    joined = _OF.match(look.layer, number.end, look.end)
    found = _phrase(look, joined.end() - 1 if joined else number.end)
    if found and found[0][1].lower() not in words("not_counted"):
        return found[0].start(1), found[min(len(found), 3) - 1].end(1)
    return _measure(look) or _subject(look)


def _price(look: Look) -> Offsets | None:
    """`$787 billion stimulus package`, `95 dlrs per share`, `profit of 800 mln francs`."""
    number = look.number
    each = _EACH.match(look.layer, number.end, look.end)
    if each and each.end() - number.end < 30:
        return number.end + len(look.behind) - len(look.behind.lstrip()), each.end()
    found = _phrase(look, number.end)
    if found and found[0][1].islower() and found[0][1] not in ("respectively", "pct", "dlrs", "due", "worth"):
        return found[0].start(1), found[min(len(found), 3) - 1].end(1)
    joined = _OF.match(look.layer, number.end, look.end)
    if joined:
        found = _phrase(look, joined.end() - 1)
        if found and found[0][1].islower():
            return found[0].start(1), found[min(len(found), 3) - 1].end(1)
    return _measure(look) or _subject(look)


def _measure(look: Look) -> Offsets | None:
    """The last noun before it that is measured in money or percent, with an adjective."""
    known, start = words("measures"), look.number.start - len(look.ahead)
    found = list(_WORD.finditer(look.ahead))
    for at in range(len(found) - 1, -1, -1):
        if found[at][0].lower() in known:
            first = at
            while (
                first > max(0, at - 2)
                and found[first - 1].end() + 1 == found[first].start()
                and found[first - 1][0].endswith(_ADJECTIVES)
            ):
                first -= 1
            return start + found[first].start(), start + found[at].end()
    return None


_ADJECTIVES = ("ing", "al", "ed", "ic", "ss", "et", "ry")


def _subject(look: Look) -> Offsets | None:
    found = _SUBJECT.search(look.ahead) if look.last in _LINKS else None
    if not found:
        return None
    start = look.number.start - len(look.ahead)
    return start + found.start(1), start + found.end(1)
