"""Who `he`, `the company` and `the minister` are: only where one alone can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from daybook.actors.knowledge import role_heads, role_modifiers
from daybook.statements.knowledge import words
from daybook.statements.scene import Saying, Scene, Speaker
from daybook.values import Mention

BACK = 4
"""Sentences before a pronoun in which its person is looked for."""
FAR = 20_000
"""Code points before a description in which its actor is looked for."""
RECENT = 100
"""Statements that are looked back upon."""
_DESCRIBED = re.compile(r"(?:the|The)\s+(?:[\w-]+\s+){0,2}?(\w+)\Z")


def resolve(scene: Scene, told: Sequence[Saying], found: Speaker, sentence: int) -> Speaker:
    """The phrase with its actor, where that is plain."""
    text = scene.layer[found.start : found.end]
    word = text.lower()
    if word in ("he", "she"):
        actor = _person(scene, told, found.start, sentence, word)
    elif word == "it":
        actor = _body(scene, told, sentence)
    elif described := _DESCRIBED.match(" ".join(text.split())):
        actor = _described(scene, told, found.start, sentence, described[1].lower(), word)
    else:
        return found
    return Speaker(found.start, found.end, actor)


def lead(scene: Scene, sentence: int) -> Speaker | None:
    """The actor with whose name a sentence begins, as its subject."""
    start, end = scene.begin_of(sentence), scene.sentences[sentence].end
    named = [m for m in scene.named(start, min(end, start + 160)) if scene.quote_around(m.start) is None]
    for mention in named[:3]:
        if not all(_entitles(word) for word in scene.layer[start : mention.start].split()):
            return None
        behind = scene.layer[mention.end : mention.end + 5]
        if behind.startswith(("'s", "’s", " and ", "-")):
            return None
        following = scene.named(mention.end, min(end, mention.end + 40))
        if following and not scene.layer[mention.end : following[0].start].strip(" \n"):
            continue
        return Speaker(start, mention.end, mention.target)
    return None


def _entitles(word: str) -> bool:
    """Whether a word may stand before a name as part of its phrase."""
    return (
        (word[0].isupper() and word[-1] not in ",;:")
        or word in ("the", "-")
        or word in role_heads()
        or word in role_modifiers()
    )


def _outside(scene: Scene, start: int, end: int) -> Iterator[Mention]:
    """Names in a stretch, but those in quotations."""
    return (m for m in scene.named(start, end) if scene.quote_around(m.start) is None)


def _person(scene: Scene, told: Sequence[Saying], at: int, sentence: int, word: str) -> str:
    """The one person who was last spoken of as a subject, or alone."""
    for number in range(sentence, max(-1, sentence - BACK - 1), -1):
        start, end = scene.begin_of(number), min(at, scene.sentences[number].end)
        here = [each for each in told if each.sentence == number and each.verb and each.verb[1] <= at]
        if here:
            last = here[-1]
            later = list(
                dict.fromkeys(m.target for m in _outside(scene, last.end, end) if scene.is_person(m))
            )
            if later:
                return _fits(scene, later[0], at, word) if len(later) == 1 else ""
            if not last.actor:
                return ""
            if not scene.is_body(last.actor):
                return _fits(scene, last.actor, at, word)
        persons = list(dict.fromkeys(m.target for m in _outside(scene, start, end) if scene.is_person(m)))
        if len(persons) == 1:
            return _fits(scene, persons[0], at, word)
        if persons:
            subject = lead(scene, number)
            return _fits(scene, subject.actor, at, word) if subject and subject.actor in persons else ""
    return ""


_HE, _SHE = (
    re.compile(r"\b(?:Mr|Sir|Lord|King|Prince)\b\.?\s*\Z"),
    re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess)\b\.?\s*\Z"),
)


def _fits(scene: Scene, actor: str, at: int, word: str) -> str:
    """The person, unless a title before the name says otherwise."""
    against = _SHE if word == "he" else _HE
    for mention in scene.named(max(0, at - FAR), at):
        if mention.target == actor and against.search(
            scene.layer[max(0, mention.start - 12) : mention.start]
        ):
            return ""
    return actor if not scene.is_body(actor) else ""


def _body(scene: Scene, told: Sequence[Saying], sentence: int) -> str:
    """The body that spoke last, or with whose name the sentence before begins."""
    for number in range(sentence, max(-1, sentence - BACK - 1), -1):
        here = [each for each in told if each.sentence == number]
        if here:
            return here[-1].actor if scene.is_body(here[-1].actor) else ""
        subject = lead(scene, number)
        if subject:
            return subject.actor if scene.is_body(subject.actor) else ""
    return ""


def _described(scene: Scene, told: Sequence[Saying], at: int, sentence: int, noun: str, text: str) -> str:
    if noun in words("bodies"):
        spoke = {each.actor for each in told if each.actor and scene.is_body(each.actor)}
        if len(spoke) == 1:
            return spoke.pop()
        return _body(scene, told, sentence) if not spoke else ""
    if noun in words("named_bodies"):
        return _only(
            m.target
            for m in scene.named(max(0, at - FAR), at)
            if scene.is_body(m.target) and noun in _forms(scene, m)
        )
    if noun in words("offices"):
        return _only(
            m.target
            for m in scene.named(max(0, at - FAR), at)
            if scene.is_person(m) and _has_role(scene, m, noun)
        )
    return ""


def _only(found: Iterator[str]) -> str:
    each = set(found)
    return each.pop() if len(each) == 1 else ""


def _forms(scene: Scene, mention: Mention) -> list[str]:
    actor = scene.actors[mention.target]
    return f"{actor.name} {mention.words}".lower().split()


def _has_role(scene: Scene, mention: Mention, noun: str) -> bool:
    actor = scene.actors[mention.target]
    before = scene.layer[max(0, mention.start - 40) : mention.start].lower().split()
    return noun in actor.role.lower().split() or noun in mention.role.lower().split() or noun in before[-2:]
