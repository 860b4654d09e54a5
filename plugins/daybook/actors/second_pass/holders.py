"""A role with its owner and, without a comma, its holder: `head of the Sample Regional Administration Ann Example`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daybook.actors.knowledge import role_heads
from daybook.actors.lexicon import flags
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.tokens import Token

REACH = 6
"""Words before a name in which the head of its role is looked for."""


def holders(reading: Reading, spans: Spans) -> Spans:
    """Names in which the owner of a role and its holder were run together, cut in two."""
    out: Spans = []
    for span in spans:
        line, at = reading.at[span.start]
        before = line.words[max(0, at - REACH) : at]
        if span.label != "other" and _leads(before):
            out += _cut(span, reading.tokens(span))
        else:
            out.append(span)
    return out


def _leads(before: tuple[str, ...]) -> bool:
    """Whether `head of`, `mayor of the`, `spokesman for the` stands right before, all within one phrase."""
    while before and before[-1] in ("the", "'s"):
        before = before[:-1]
    return len(before) > 1 and before[-1] in ("of", "for") and before[-2].lower() in role_heads()


def _cut(span: NameSpan, words: Sequence[Token]) -> list[NameSpan]:
    """The owner, and behind its last noun or place the holder, by a given name or as one unknown word."""
    for i in range(1, len(words)):
        (before, _), (word, start) = words[i - 1], words[i]
        left, here = flags().get(before.lower(), ""), flags().get(word.lower(), "")
        rest = len(words) - i
        unknown = word.isalpha() and not set(here) - set("gspq")
        ends = "o" in left or (set("cnrd") & set(left) and "g" not in left)
        if ends and (
            (rest in (2, 3) and "g" in here and "o" not in here)
            or (rest == 1 and i > 1 and "o" in left and unknown)
        ):
            last, begin = words[i - 1]
            owner = replace(
                span, end=begin + len(last), label=span.label if "o" in left else "place", shares=()
            )
            if owner.label == "person":
                owner = replace(owner, label="organisation" if "o" in left else "place")
            return [owner, replace(span, start=start, label="person", shares=(), rule="title")]
    return [span]
