"""Words beside a name that tell a person from a body: `Acme shares`, `the carmaker Acme`, `Sample, who`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from daybook.actors.knowledge import load, role_heads
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.reading import Reading

WEIGHT = 0.8
"""Of one such word, where a sure tagging counts 1."""
LIGHT = 0.4
"""Of a word that often stands beside the one, and now and then beside the other."""
REACH = 6
"""Words behind a comma in which a role is looked for."""


def cues(reading: Reading, span: NameSpan) -> Iterator[tuple[NameLabel, float]]:
    """What the words beside a name vote for."""
    line, first = reading.at[span.start]
    behind = first + len(reading.tokens(span))
    words = line.words
    before, after = words[first - 1].lower() if first else "", words[behind : behind + 3]
    yield from _body(before, after)
    yield from _person(before, after, words[behind + 1 : behind + 1 + REACH])
    if after[:1] == (",",) and _is_body(words[behind + 1 : behind + 2 + REACH]):
        yield from (("organisation", 2 * WEIGHT), ("person", -WEIGHT))
    if after and after[0] in cue_words("person_cues", "thing"):
        yield from (("other", WEIGHT), ("person", -WEIGHT))
    if behind - first == 1:
        if after[:1] in (("beat",), ("defeated",)) and _is_won(words[behind : behind + 2 * REACH]):
            yield from (("organisation", WEIGHT), ("person", -WEIGHT))
        if before in ("in", "near", "outside") and after[:1] != ("'s",):
            yield "person", -LIGHT
        if len(words[first]) > 6 and words[first].endswith("bank"):
            yield from (("organisation", 2 * WEIGHT), ("person", -WEIGHT))
    if first > 1 and before == "of" and words[first - 2] in cue_words("place_cues", "of"):
        yield "place", 2 * WEIGHT
    if (
        before in ("a", "an", "the")
        and behind - first == 2
        and after[:1] != ("'s",)
        and not _is_affair(after)
    ):
        yield "person", -LIGHT  # the ship Ann Sample, not the woman


def _is_affair(after: tuple[str, ...]) -> bool:
    return bool(after) and after[0] in cue_words("person_cues", "affair")


def _body(before: str, after: tuple[str, ...]) -> Iterator[tuple[NameLabel, float]]:
    first = after[1:2] if after[:1] == ("'s",) else after[:1]
    if before in cue_words("body_cues", "before") or (first and first[0] in cue_words("body_cues", "after")):
        yield "organisation", WEIGHT
    if after[:2] == ("said", "it") or (after[:1] == ("'s",) and after[1:2] == ("its",)):
        yield "organisation", WEIGHT
    if after[:2] == (",", "which"):
        yield "person", -WEIGHT


def _person(
    before: str, after: tuple[str, ...], apposed: tuple[str, ...]
) -> Iterator[tuple[NameLabel, float]]:
    comma = after[:1] == (",",)
    behind = after[1:2] if comma else after[:1]
    if before in cue_words("person_cues", "before") or (
        behind and behind[0] in cue_words("person_cues", "after")
    ):
        yield "person", WEIGHT
    if len(after) == 3 and comma and after[2] in (",", ".") and after[1].isdigit() and len(after[1]) == 2:
        yield "person", WEIGHT  # an age between commas
    if after[:2] in (("said", "he"), ("said", "she")):
        yield "person", WEIGHT
    if after[:1] == ("told",) or (before == "said" and comma):
        yield "person", LIGHT
    if after[:1] == ("'s",) and after[1:2] and after[1] in cue_words("person_cues", "possessed"):
        yield "person", WEIGHT
    if comma and is_role(apposed):
        yield "person", WEIGHT


def _is_won(words: tuple[str, ...]) -> bool:
    """Whether `by 12 points` stands there: what teams win by."""
    return any(
        word == "by" and words[at + 1].isdigit() and words[at + 2] in _won_by()
        for at, word in enumerate(words[:-2])
    )


@cache
def _won_by() -> frozenset[str]:
    return frozenset(load("names")["won_by"])


def _is_body(words: tuple[str, ...]) -> bool:
    """Whether `the fruit company` begins behind the comma: an article, and a body's common noun before the next mark."""
    if not words or words[0] not in ("a", "an", "the"):
        return False
    for word, following in zip(words[1:], (*words[2:], "")[: len(words) - 1], strict=True):
        if word in ("of", "who", "which", "that", "for", "in") or not word[0].isalpha():
            return False
        if word.lower() in _apposed() and (
            not following or not following[0].isalpha() or following in _JOINTS
        ):
            return True
    return False


_JOINTS = frozenset(["of", "that", "which", "in", "for", "based", "behind", "led", "owned", "and"])


@cache
def _apposed() -> frozenset[str]:
    return frozenset(load("names")["body_apposed"])


def is_role(words: tuple[str, ...]) -> bool:
    """Whether a role begins behind the comma: `, a close friend of`, `, former editor of`."""
    for word, following in zip(words, (*words, "")[1:], strict=True):
        if not word[0].isalpha() or word in ("its", "whose", "which", "said"):
            return False
        if word.lower() in role_heads():
            return word.islower() or not following[:1].isupper()  # else the title of the next one
    return False


@cache
def cue_words(kind: str, side: str) -> frozenset[str]:
    """The words that stand beside a name on a side, of `body_cues`, `person_cues` or `place_cues`."""
    return frozenset(load("names")[kind][side])
