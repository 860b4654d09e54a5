"""Organisations within one article: an acronym in brackets, and the short form of a name met in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from daybook.actors.folding import plain_fold
from daybook.actors.knowledge import body_nouns, legal_forms
from daybook.actors.lexicon import flags
from daybook.actors.scene import Found, Scene
from daybook.content.apart import Apart

_CHAMBERS = frozenset(["house", "senate", "congress"])
"""Names by themselves: the House is not the White House."""
_BRACKET = re.compile(r"\s?\(\s?([A-Z][A-Za-z.&/-]{1,11})\s?\)")


def told_apart(scene: Scene, found: Sequence[Found], apart: Apart) -> list[Found]:
    """Known bodies, but for a form that people keep apart from them: it names a body of its own."""
    if not apart:
        return list(found)
    return [
        replace(body, name=words, country=None, id="")
        if body.kind == "organisation" and apart.keeps_names(words, body.id or body.name)
        else body
        for body in found
        for words in (" ".join(scene.layer[body.start : body.end].split()),)
    ]


def acronyms(scene: Scene, found: Sequence[Found], apart: Apart) -> dict[str, Found]:
    """What each acronym stands for in this article: `Full Name of Body (FNB)`; not what people keep apart from it."""
    told = {}
    for body in found:
        match = _BRACKET.match(scene.layer, body.end)
        if (
            body.kind == "organisation"
            and match
            and _abbreviates(match[1], scene.layer[body.start : body.end])
            and not apart.keeps_names(match[1], body.name)
        ):
            told[match[1].replace(".", "")] = body
    return told


def _abbreviates(short: str, full: str) -> bool:
    """Whether the capitals of `short` are found in order among the words' first letters."""
    heads = iter(word[0].lower() for word in re.split(r"[\s-]+", full) if word)
    letters = [letter.lower() for letter in short if letter.isupper()]
    return len(letters) > 1 and all(letter in heads for letter in letters)


def spread(scene: Scene, told: dict[str, Found]) -> Iterator[Found]:
    """Every use of an acronym that the article explains."""
    if told:
        for line in scene.lines:
            for number, word in enumerate(line.words):
                if word in told:
                    body = told[word]
                    yield replace(body, start=line.tokens[number][1], end=line.end(number), rule="acronym")


def resolve(scene: Scene, found: Sequence[Found], apart: Apart) -> list[Found]:
    """Short forms under the name in full: `Acme` after `Acme Widgets Inc`, `the Commission` after `the Grain Commission`."""
    longer: dict[str, Found] = {}
    called: dict[str, dict[str, Found]] = {}
    for body in found:
        listed = body.rule == "authority"
        words = plain_fold(scene.layer[body.start : body.end] if listed else body.name).split()
        if body.kind == "organisation" and (body.seen or listed) and len(words) > 1:
            for length in range(1, len(words)):
                head = words[:length]
                if length > 1 or not set("lcdnrmgo") & set(flags().get(head[0], "")):
                    longer.setdefault(" ".join(head), body)
        for short in _called(words) if body.kind == "organisation" else ():
            called.setdefault(short, {}).setdefault(body.id or body.name, body)
    alone = {short: body for short, bodies in called.items() for body in bodies.values() if len(bodies) == 1}
    whole = {**alone, **longer}
    return [_longer(body, whole, apart) for body in found]


def _called(words: Sequence[str]) -> Iterator[str]:
    """What a body may be called where no other of the article is: by its noun, with the word before it, or by its first word."""
    if len(words) < 2:
        return
    if words[-1] in body_nouns() and words[-1] not in legal_forms() and words[-1] not in _CHAMBERS:
        yield words[-1]
        if len(words) > 2:
            yield " ".join(words[-2:])
    if words[0] not in body_nouns() or words[1] == "of":
        yield words[0]


def _longer(body: Found, longer: dict[str, Found], apart: Apart) -> Found:
    full = longer.get(plain_fold(body.name)) if body.kind == "organisation" and body.seen else None
    kept = full is None or apart.keeps_names(body.name, full.id or full.name)
    return body if full is None or kept else replace(body, name=full.name, id=full.id)
