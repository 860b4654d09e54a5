"""Persons whom a title or a role beside them gives away: `President Sample`, `the mayor, Ann Sample,`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from daybook.actors.countries import owners
from daybook.actors.knowledge import load, role_heads
from daybook.actors.lexicon import flags
from daybook.actors.lines import Line
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.cues import REACH, cue_words, is_role
from daybook.actors.second_pass.reading import Reading, Spans, free_of
from daybook.actors.shapes import LONGEST, is_given, is_name, is_unknown, may_be_person, owner_kind

LONGEST_ROLE = 12
"""Words between the head of a role and the comma before the name, at most: `the head of the … of the …, Ann Sample`."""
_WHOSE = frozenset(["his", "her", "their", "my", "our", "your", "'s", "whose"])
MARKS = frozenset([",", ";", ":", "(", ")", '"', "“", "”"])


def titled(reading: Reading, spans: Spans) -> Spans:
    """The names and every person beside a title whom the tagger overlooked."""
    fixed = [span for span in spans if span.label != "other" and not _is_open(reading, span)]
    free = free_of(fixed)
    whole = {(span.start, span.end) for span in spans if _is_open(reading, span)}
    taken = free_of(span for span in spans if _is_open(reading, span))
    new = []
    for line in reading.lines:
        if not line.shouted:
            for first, last in _found(line, reading.english):
                start, end = line.tokens[first][1], line.end(last)
                if free(start, end) and (taken(start, end) or (start, end) in whole):
                    new.append(NameSpan(start, end, "person", 0.8, "title"))
    if not new:
        return spans
    kept = free_of(new)
    return sorted(
        [*(span for span in spans if kept(span.start, span.end)), *new], key=lambda span: span.start
    )


def _is_open(reading: Reading, span: NameSpan) -> bool:
    """Whether a title may overrule the tagger: for a body, and for a place of no known name."""
    return span.label == "organisation" or (
        span.label == "place" and all(map(is_unknown, reading.words(span)))
    )


def _found(line: Line, english: bool) -> Iterator[tuple[int, int]]:
    """First and last words of names beside titles; one word alone only in English."""
    words, behind = line.words, 0
    for at, word in enumerate(words):
        if at < behind:
            continue
        if not word[0].isupper():
            continue
        last = _last(line, at)
        if last < at or (last == at and not english):
            continue
        if _introduced(line, at, last) or (at and (_titled(line, at, last) or _apposed(line, at, last))):
            behind = last + 1
            yield at, last


def _titled(line: Line, first: int, last: int) -> bool:
    """A title right before a name, or before it and a comma; an office before one unknown word; an owner before unknown words."""
    before = line.words[first - 1]
    if before == ",":
        if first < 2 or last == first or not is_given(line.words[first]):
            return False
        return line.words[first - 2].islower() and line.words[first - 2] in role_heads()
    if last == first and _is_kin(line, first - 1):
        return _stands_alone(line, last, 2) or (is_given(line.words[last]) and _ends(line, last))
    if before.lower() not in _titles():
        if not _is_owner(line, first - 1):
            return False
        if last == first:
            return before[0].isupper() and _stands_alone(line, last)
        return last > first and may_be_person(line.words[first : last + 1])
    if last == first:
        return (
            before.lower() in offices()
            and (before[0].isupper() or before in _sure())
            and _stands_alone(line, last)
        )
    unknown = all(map(is_unknown, line.words[first : last + 1]))
    return unknown or is_given(line.words[first]) or before.lower() in offices()


def _introduced(line: Line, first: int, last: int) -> bool:
    """A name whose role stands behind it and a comma: `Ann Sample, minister of …`."""
    words = line.words
    if last == first or words[last + 1 : last + 2] != (",",) or (first and words[first - 1][0].isupper()):
        return False
    known = all(is_unknown(word) or is_given(word) for word in words[first : last + 1])
    return known and is_role(words[last + 2 : last + 2 + REACH])


def _is_owner(line: Line, at: int) -> bool:
    """Whether word `at` ends what a role belongs to: `President of Sampleland`, `mayor of the town of Example`."""
    kind = owner_kind(line.words[at])
    if not kind or not (kind == "body" or line.words[at][0].isupper()):
        return False
    for number in range(at - 1, max(0, at - LONGEST_ROLE), -1):
        word = line.words[number]
        if word in ("of", "for") and line.words[number - 1].lower() in role_heads():
            return True
        if not word[0].isupper() and word not in ("of", "for", "the", "and", "'s"):
            return False
    return False


def _is_kin(line: Line, at: int) -> bool:
    """Whether word `at` says whose kin the next one is: `her husband`, `Sample's son`."""
    return (
        at > 0 and line.words[at] in cue_words("person_cues", "kin") and line.words[at - 1].lower() in _WHOSE
    )


def _stands_alone(line: Line, at: int, longer: int = 3) -> bool:
    """Whether an unknown word of some length, and no part of a longer name: `President Sample said`."""
    word = line.words[at]
    known = flags().get(word.lower(), "")
    alone = _ends(line, at) or (bool(known) and line.words[at + 1] == "of")
    return alone and len(word) > longer and word[1:].islower() and is_unknown(word)


def _ends(line: Line, at: int) -> bool:
    """Whether a name ends with word `at`."""
    behind = line.words[at + 1] if at + 1 < len(line.words) else "."
    return not behind[0].isupper() and behind not in ("-", "&", "of")


def _apposed(line: Line, first: int, last: int) -> bool:
    """`the head of …, Name Name,`: a role in common words between the last mark and the comma."""
    words = line.words
    closed = last + 1 == len(words) or words[last + 1] in (",", ".")
    if words[first - 1] != "," or last == first or not closed:
        return False
    begin = first - 2
    while begin >= 0 and first - begin < LONGEST_ROLE and words[begin] not in MARKS:
        begin -= 1
    role = words[begin + 1 : first - 1]
    heads = [i for i, word in enumerate(role) if word.lower() in role_heads()]
    return bool(heads) and (heads[-1] + 1 == len(role) or role[heads[-1] + 1] in ("of", "for", "at", "in"))


def _last(line: Line, first: int) -> int:
    """The last word of the name that begins at `first`; the word before it where none does."""
    words = line.words
    if not is_name(words[first]) or words[first].lower() in role_heads() or (words[first],) in owners():
        return first - 1
    if words[first].isupper() and len(words[first]) > 2:
        return first - 1  # a body's acronym
    last = first
    while last + 1 < len(words) and last - first < LONGEST - 1 and is_name(words[last + 1]):
        last += 1
    return last


@cache
def _titles() -> frozenset[str]:
    return role_heads() | frozenset(load("titles")["courtesy"])


@cache
def offices() -> frozenset[str]:
    """Titles that stand before a name of one word."""
    known = load("titles")
    kinds = {*known["courtesy"], *known["military"], *known["royal"], *known["offices"]}
    return frozenset(
        kinds - {"crown", "private", "major", "saint", "father", "sister", "brother", "don", "miss", "count"}
    )


@cache
def _sure() -> frozenset[str]:
    """Titles that need no capital before such a name."""
    return frozenset(
        ["president", "premier", "chancellor", "minister", "king", "queen", "pope", "emir", "sultan"]
    )
