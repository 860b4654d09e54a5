"""Words beside a name that tell a person from a body: `Acme shares`, `the carmaker Acme`, `Sample, who`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from daybook.actors.knowledge import load
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.tokens import Token, plain

WEIGHT = 0.8
"""Of one such word, where a sure tagging counts 1."""


def neighbours(
    sentences: Sequence[Sequence[Token]], spans: Sequence[NameSpan]
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """The word before and the three words behind each name, by the name's first offset."""
    found: dict[int, tuple[str, tuple[str, ...]]] = {}
    ends = {span.start: span.end for span in spans}
    for sentence in sentences:
        for number, (_, start) in enumerate(sentence):
            if start in ends:
                behind = number
                while behind < len(sentence) and sentence[behind][1] < ends[start]:
                    behind += 1
                after = tuple(plain(word) for word, _ in sentence[behind : behind + 3])
                found[start] = (sentence[number - 1][0].lower() if number else "", after)
    return {span.start: found.get(span.start, ("", ())) for span in spans}


def cues(before: str, after: Sequence[str]) -> Iterator[tuple[NameLabel, float]]:
    """What the words beside a name vote for."""
    first = after[1:2] if after[:1] == ("'s",) else after[:1]
    if before in cue_words("body_cues", "before") or (first and first[0] in cue_words("body_cues", "after")):
        yield "organisation", WEIGHT
    if after[:2] == ("said", "it") or (after[:1] == ("'s",) and after[1:2] == ("its",)):
        yield "organisation", WEIGHT
    behind = after[1:2] if after[:1] == (",",) else after[:1]
    if before in cue_words("person_cues", "before") or (
        behind and behind[0] in cue_words("person_cues", "after")
    ):
        yield "person", WEIGHT
    if len(after) == 3 and after[0] == "," == after[2] and after[1].isdigit() and len(after[1]) == 2:
        yield "person", WEIGHT  # an age between commas


@cache
def cue_words(kind: str, side: str) -> frozenset[str]:
    """The words that stand `before` or `after` a name, of `body_cues` or `person_cues`."""
    return frozenset(load("names")[kind][side])
