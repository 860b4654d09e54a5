"""A role with its owner and, without a comma, its holder: `head of the Sample Regional Administration Ann Example`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daybook.actors.knowledge import role_heads
from daybook.actors.lexicon import flags
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.shapes import is_given, is_unknown
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
    """The owner, and behind its last noun or place the holder, by a given name or as unknown words."""
    for i in range(1, len(words)):
        last, begin = words[i - 1]
        left = flags().get(last.lower(), "")
        body = "o" in left
        if (body or _is_place(left)) and _is_holder([word for word, _ in words[i:]], body, i > 1):
            kind: NameLabel = "organisation" if body else "place"
            return [
                replace(span, end=begin + len(last), label=kind, shares=()),
                replace(span, start=words[i][1], label="person", shares=(), rule="title"),
            ]
    return [span]


def _is_place(known: str) -> bool:
    return "g" not in known and not set("cnrd").isdisjoint(known)


def _is_holder(words: Sequence[str], behind_body: bool, long: bool) -> bool:
    """Two or three words that begin with a given name; behind a body also unknown ones, and one behind a long name."""
    if behind_body and all(map(is_unknown, words)):
        return len(words) in (2, 3) or (len(words) == 1 and long)
    return len(words) in (2, 3) and is_given(words[0]) and "o" not in flags().get(words[0].lower(), "")
