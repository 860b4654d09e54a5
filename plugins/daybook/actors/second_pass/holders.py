"""A role with its owner and, without a comma, its holder: `head of the Sample Regional Administration Ann Example`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daybook.actors.knowledge import role_heads, role_modifiers, role_words
from daybook.actors.lexicon import flags
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.shapes import is_given, is_name, is_unknown, may_be_person, owner_kind
from daybook.actors.tokens import Token

MARKS = frozenset([",", ";", ":", ".", "(", ")", '"', "“", "”"])
KINDS: dict[str, NameLabel] = {"body": "organisation", "country": "place", "place": "place"}
MINISTERS = frozenset(["minister", "ministers", "secretary", "commissioner", "undersecretary"])
"""Those who are of a topic, and not only of a state or a body."""
REACH = 6
"""Words before a name in which the head of its role is looked for."""


def holders(reading: Reading, spans: Spans) -> Spans:
    """Names in which the owner of a role and its holder were run together, cut in two."""
    out: Spans = []
    for span in spans:
        line, at = reading.at[span.start]
        before = line.words[max(0, at - REACH) : at]
        if span.label != "other" and _leads(before):
            out += _cut(span, reading.tokens(span), before)
        else:
            out.append(span)
    return out


def _leads(before: tuple[str, ...]) -> bool:
    """Whether `head of`, `mayor of the`, `spokesman for the` stands right before, all within one phrase."""
    while before and before[-1] in ("the", "'s"):
        before = before[:-1]
    if before and before[-1] == "and":
        return not MINISTERS.isdisjoint(map(str.lower, before))
    return len(before) > 1 and before[-1] in ("of", "for", "to", "at") and _is_led(before)


def _is_led(before: tuple[str, ...]) -> bool:
    """Whether a role stands before the preposition, or before an owner of one word: `minister of health of`."""
    if before[-2].lower() in role_heads():
        return True
    return any(word.lower() in role_heads() for word in before[:-2]) and not MARKS.intersection(before)


def _cut(span: NameSpan, words: Sequence[Token], before: tuple[str, ...]) -> list[NameSpan]:
    """The owner, and behind its last noun or place the holder, by a given name or as unknown words."""
    minister, behind_article = not MINISTERS.isdisjoint(map(str.lower, before)), before[-1] == "the"
    if minister and len(words) > 1 and _is_topic(words[0][0]) and span.label != "place":
        first = next(i for i in range(1, len(words) + 1) if i == len(words) or not _is_topic(words[i][0]))
        if first < len(words) and all(is_name(word) or len(word) < 3 for word, _ in words[first:]):
            return [replace(span, start=words[first][1], label="person", shares=(), rule="title")]
    if behind_article and span.label == "person" and len(words) == 2 and not is_given(words[0][0]):
        last, begin = words[0]
        return [
            replace(span, end=begin + len(last), label="place", shares=()),
            replace(span, start=words[1][1], shares=(), rule="title"),
        ]
    for i in range(1, len(words)):
        last, begin = words[i - 1]
        kind = owner_kind(last)
        alone = i == len(words) - 1 and is_unknown(words[i][0])
        alone = alone and (span.label == "person" or (span.label == "place" and kind == "country"))
        if kind and (alone or _is_holder([word for word, _ in words[i:]], kind, i > 1)):
            label = span.label if span.label != "person" and kind == "country" and i > 1 else KINDS[kind]
            return [
                replace(span, end=begin + len(last), label=label, shares=()),
                replace(span, start=words[i][1], label="person", shares=(), rule="title"),
            ]
    return [span]


def _is_topic(word: str) -> bool:
    """What a minister or secretary is of, and no state or body: `Infrastructure`, `State`."""
    if word == "State":
        return True
    known = flags().get(word.lower(), "")
    return not set("gscno") & set(known) and (word.lower() in role_modifiers() or "l" in known)


def _is_holder(words: Sequence[str], kind: str, long: bool) -> bool:
    """Two or three words that begin with a given name; behind a body or country also unknown ones, or one behind a long body."""
    if len(words) == 1:
        return long and kind == "body" and is_unknown(words[0])
    if kind != "place" and may_be_person(words):
        return len(words) in (2, 3)
    return len(words) in (2, 3) and is_given(words[0]) and "o" not in flags().get(words[0].lower(), "")


def roles_are_no_names(reading: Reading, spans: Spans) -> Spans:
    """`Defence` in `Defence Minister` names nothing, nor does `Defence of Sampleland` behind `Minister of`."""
    return [span for span in spans if not _is_role(reading, span)]


def _is_role(reading: Reading, span: NameSpan) -> bool:
    line, first = reading.at[span.start]
    words = [word.lower() for word in reading.words(span)]
    before, behind = (
        line.words[max(0, first - 2) : first],
        line.words[first + len(words) : first + len(words) + 1],
    )
    if (
        len(before) == 2
        and before[1] == "of"
        and before[0].lower() in role_heads()
        and words[0] in role_words()
    ):
        return ("of" in words or words == ["state"]) and span.label == "organisation"
    return bool(behind) and behind[0].lower() in role_heads() and all(word in role_words() for word in words)
