"""By what figures can be compared: what is counted, whose it is, and whether it counts the whole of it.

Two figures count the same only where all of this is the same. Precision first: what is not plain is left open, and compared with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from daybook.actors.knowledge import demonyms, load
from daybook.figures.knowledge import inverted, table
from daybook.values import FigureUnit

LOSSES: frozenset[FigureUnit] = frozenset(["killed", "wounded", "missing", "casualties", "captured"])
FLED: frozenset[FigureUnit] = frozenset(["refugees", "displaced"])
COMPARED: frozenset[FigureUnit] = LOSSES | FLED | {"arrested", "weapons"}
NEAR = 80
"""Code points to either side in which cues are looked for."""
CLAUSE = 160
"""Those in which words are looked for that make of a number no count."""
LONGEST_NAME = 4
"""Words of a country's name at most."""

_NAME = re.compile(r"[^\W\d_][\w.]*")
_LEFT = re.compile(
    r"\b(?:fled|flee|fleeing|flees|left|leave|leaving|escaped|escaping|out\s+of|from)\s+(?:the\s+)?\Z", re.I
)
_HAD = re.compile(r"\A\s+(?:has\s+|have\s+)?(?:had|lost|suffered|sustained|fired|launched)\s+(?:some\s+)?\Z")
_OWN = re.compile(r"\A\s+of\s+(?:its|their|our)\b|\A(?:its|their|our)\s")
_POSSESSIVE = re.compile(r"\A(?:['’]s?)?\s+(?:own\s+)?\Z")
_PAIR_AHEAD = re.compile(r"(?:\A|(?<!\bfrom)[\s(])\d[\d,]*\s*(?:votes\s*)?(?:-|–|\bto\b)\s*\Z")
_PAIR_BEHIND = re.compile(r"\A\s*(?:votes\s*)?(?:-|–|\bto\b)\s*\d")
_WORD = re.compile(r"[a-z]+", re.I)


class Compared(NamedTuple):
    """What a figure has in common with those that it can be compared with."""

    noun: str
    """What is counted, in small letters; words for the same are one."""
    whose: str
    """Code of the country that those who are counted belong to or left; empty where it is not said."""
    sense: str
    """Empty where it counts the whole; else why it does not: `denied` (or taken back), `disputed`, `rumoured`, `feared`, `expected`, `past`, `part`, `more` (besides others), `stretch` (of time), `unsure`, or of a vote `for`, `against`, `abstaining`."""
    together: bool
    """Whether those wounded are among those killed."""
    total: bool
    """Whether it counts all until its day, and not those of one event."""


def compare(
    text: str, start: int, end: int, unit: FigureUnit, of: str, before: str = "", speaker: str = ""
) -> Compared:
    """Of the figure at `text[start:end]` of its sentence; `before` is the sentence before it,
    `speaker` the country of whoever says it."""
    if unit == "votes":
        return Compared("", "", _side(text, start, end, of), False, False)
    counted = _counted(text, start, end, of)
    standing = _standing(text, start, end, max(end, counted[1]))
    if unit not in COMPARED:
        return Compared(_noun(of), "", standing, False, False)
    near = text[max(0, start - NEAR) : end + NEAR]
    together = unit == "killed" and _cue("together").search(near) is not None
    total = _cue("total").search(near) is not None
    whose = _whose(text, start, end, unit, of, counted, before, speaker)
    return Compared(
        _noun(of) or "people",
        whose,
        standing or _sense(text, start, end, max(end, counted[1]), unit),
        together,
        total,
    )


def countries(text: str) -> Iterator[tuple[int, int, str]]:
    """Where names of countries and of their people stand in a text, with their codes."""
    found = [(m.start(), m.end()) for m in _NAME.finditer(text)]
    at = 0
    while at < len(found):
        length = 1
        if text[found[at][0]].isupper():
            for words in range(min(LONGEST_NAME, len(found) - at), 0, -1):
                start, end = found[at][0], found[at + words - 1][1]
                name = " ".join(text[start:end].lower().split())
                code = _known().get(name) or _known().get(name.rstrip("."))
                if code:
                    yield start, end, code
                    length = words
                    break
        at += length


@cache
def _known() -> Mapping[str, str]:
    found = dict(demonyms())
    for country in load("countries"):
        for name in (country["name"], *country["also"]):
            found.setdefault(name.lower(), country["iso"])
    for word, code in tuple(found.items()):
        found.setdefault(f"{word}s", code)
    return found


def _counted(text: str, start: int, end: int, of: str) -> tuple[int, int]:
    """Where the words for what is counted stand: behind the figure, else before it."""
    if not of:
        return end, end
    at = text.find(of, end, end + NEAR + len(of))
    if at < 0:
        at = text.rfind(of, max(0, start - NEAR - len(of)), start)
    return (at, at + len(of)) if at >= 0 else (end, end)


def _noun(of: str) -> str:
    """Without names of countries and their people; words for the same as one."""
    held = list(countries(of))
    for start, end, _ in reversed(held):
        of = of[:start] + of[end:]
    plain = " ".join(of.lower().split())
    same = inverted("same")
    return same.get(plain) or same.get(plain.rpartition(" ")[2]) or plain or ("people" if held else "")


def _whose(
    text: str,
    start: int,
    end: int,
    unit: FigureUnit,
    of: str,
    counted: tuple[int, int],
    before: str,
    speaker: str,
) -> str:
    held = list(countries(text))
    within = {code for first, last, code in held if counted[0] <= first < counted[1] and last <= counted[1]}
    if within:
        return within.pop() if len(within) == 1 else ""
    if unit in FLED:
        left = {code for first, _, code in held if _LEFT.search(text, max(0, first - NEAR), first)}
        around = {code for _, _, code in held} or {code for _, _, code in countries(before)}
        found = left or (around if not held else set())
        return found.pop() if len(found) == 1 else ""
    heads = {start, counted[0]}
    for _, last, code in held:
        if any(last <= head and _POSSESSIVE.match(text[last:head]) for head in heads):
            return code
        if last <= start and _HAD.match(text[last:start]):
            return code
    return speaker if _OWN.match(text[end:]) or _OWN.match(text[counted[0] - 6 : counted[0]].lstrip()) else ""


def _standing(text: str, start: int, end: int, last: int) -> str:
    """What makes of it no count; `last` is where the words for what is counted end."""
    return _matching("standings", text, start, end, last, CLAUSE) if _is_doubted(text) else ""


@lru_cache
def _is_doubted(text: str) -> bool:
    """Asked for each figure of a sentence: words are found in a tenth of the time that a pattern of them all takes."""
    folded = text.casefold()
    return any(part in folded for part in table("doubt"))


def _sense(text: str, start: int, end: int, last: int, unit: FigureUnit) -> str:
    found = _matching("senses", text, start, end, last, NEAR)
    return found or ("stretch" if unit in FLED and _cue("stretch").search(text[last : last + NEAR]) else "")


def _matching(part: str, text: str, start: int, end: int, last: int, reach: int) -> str:
    """The first of a table whose words stand beside a figure."""
    ahead, behind, right = (
        text[max(0, start - reach) : start],
        text[last : last + reach],
        text[end : end + reach],
    )
    looked = {"ahead": (ahead,), "behind": (behind, right), "near": (f"{ahead}#{behind}",)}
    for (name, where), cue in _patterns(part).items():
        if any(cue.search(each) for each in looked[where]):
            return name
    return ""


@cache
def _patterns(part: str) -> Mapping[tuple[str, str], re.Pattern[str]]:
    return {
        (name, where): re.compile(
            {"ahead": rf"(?:{cue})\Z", "behind": rf"\A(?:{cue})"}.get(where, cue), re.IGNORECASE
        )
        for name, cues in table(part).items()
        for where, cue in cues.items()
    }


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(str(table(name)), re.IGNORECASE)


def _side(text: str, start: int, end: int, of: str) -> str:
    """Which side of a vote it is; empty where it is not plain."""
    if _PAIR_BEHIND.match(text[end : end + 16]) and not text[:start].endswith("from "):
        return "for"
    if _PAIR_AHEAD.search(text[max(0, start - 30) : start]):
        return "against"
    known = inverted("ballot")
    found = [known[word] for word in map(str.lower, _WORD.findall(of)) if word in known]
    return found[-1] if len(set(found)) == 1 else ""
