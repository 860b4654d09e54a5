"""Who a noun phrase names: one of the article's actors, or no one for certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daybook.actors.knowledge import role_heads
from daybook.statements.knowledge import words
from daybook.statements.scene import Scene, Speaker
from daybook.values import Mention

LONGEST = 240
"""Code points of a noun phrase at most."""
PRONOUNS = frozenset(["he", "she", "it", "who"])
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|from|in|at|with|on|by|near|against|about|between|among|under|over|like|than|including|as|through|after|before|behind)\b"
)
_JOINED = re.compile(r"\b(?:and|or)\b|&")
_WORD = re.compile(r"[\w'’.&-]+")
_TICKER = re.compile(r"\s*[<(\[][^<>()\[\]]{1,40}[>)\]]")
_OPEN = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "of",
        "for",
        "to",
        "and",
        "or",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "sir",
    ]
)
"""Words behind which a name begins a phrase of its own."""
_OF = re.compile(
    r"\s*(?:,\s*\d{1,2})?\s*(?:[<(\[][^<>()\[\]]{1,40}[>)\]]\s*)?(?:of|for|from|in|at|with|on)\b"
)


def phrase(scene: Scene, start: int, end: int) -> Speaker:
    """The speaker whom the words of a stretch name; its actor is empty where that is not plain."""
    layer = scene.layer
    while start < end and layer[start] in " \n\t\"'“”‘’.-–—":
        start += 1
    while end > start and layer[end - 1] in " \n\t.":
        end -= 1
    if end - start > LONGEST:
        return Speaker(max(start, end - LONGEST), end)
    if (
        layer[end : end + 1] == "."
        and scene.named(end, end + 1) == ()
        and scene.named(start, end + 1)[-1:] != scene.named(start, end)[-1:]
    ):
        end += 1  # the stop belongs to the name
    mentions = scene.named(start, end)
    found = _named(scene, mentions, start, end)
    return Speaker(
        start, end, found.target if found else "" if mentions else _surname(scene, layer[start:end])
    )


def _surname(scene: Scene, word: str) -> str:
    """A name that was not seen as one, such as `French`, where one person of the article bears it."""
    if not word.istitle() or not word.isalpha():
        return ""
    bearers = [a.id for a in scene.actors.values() if a.kind == "person" and a.name.split()[-1] == word]
    return bearers[0] if len(bearers) == 1 else ""


def _named(scene: Scene, mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    if not mentions:
        return None
    layer, last = scene.layer, mentions[-1]
    end = _without_ticker(layer, last.end, end)
    if last.end == end and scene.is_person(last):
        return last if _heads_person(scene, mentions, start) else None
    first = mentions[0]
    if scene.is_person(first):
        before = layer[start : first.start]
        if (
            _OF.match(layer, first.end, end)
            and not _PREPOSITION.search(before)
            and not _JOINED.search(before)
        ):
            return first
        return None
    return last if last.end <= end and _is_body(scene, last, mentions, start, end) else None


def _without_ticker(layer: str, at: int, end: int) -> int:
    """`General Motors Corp <GM>` ends with the name."""
    found = _TICKER.match(layer, at, end)
    return at if found and not layer[found.end() : end].strip() else end


def _heads_person(scene: Scene, mentions: Sequence[Mention], start: int) -> bool:
    """Whether the person at the end of a phrase is what it is about: `Director of public credit Angel Gurria`."""
    last = mentions[-1]
    before = _blanked(scene, mentions[:-1], start, last.start)
    link = _PREPOSITION.search(before)
    if link:
        return _is_titled(before, link)
    joined = _JOINED.search(before)
    if joined and any(scene.is_person(m) or m.end - start == joined.start() for m in mentions[:-1]):
        return False
    return not (joined and before[joined.end() :].strip() == "")


def _is_titled(before: str, link: re.Match[str]) -> bool:
    """`Minister of Health`, `former President of the … Association`: an office with its owner, and then the name."""
    heads = [word.lower() for word in _WORD.findall(before[: link.start()])]
    offices, unnamed = words("offices"), words("unnamed")
    if link[0] not in ("of", "for") or not heads or heads[-1] not in role_heads() | offices:
        return False
    if heads[-1] in unnamed and heads[-1] not in offices:
        return False
    behind = _WORD.findall(before[link.end() :])
    if not behind or behind[-1].lower() in _OPEN | role_heads():
        return False
    rest = before[link.end() :]
    second = _PREPOSITION.search(rest)
    return (second is None or second[0] in ("of", "for")) and not rest.rstrip().endswith(("'s", "’s"))


def _blanked(scene: Scene, mentions: Sequence[Mention], start: int, end: int) -> str:
    """The words before a name; other names in it are bodies whose own words are no prepositions."""
    text = scene.layer[start:end]
    for each in mentions:
        text = text[: each.start - start] + "X" * (each.end - each.start) + text[each.end - start :]
    return text


def _is_body(scene: Scene, body: Mention, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a phrase names a body, and not someone who speaks for it or beside it."""
    layer = scene.layer
    before = _blanked(scene, mentions[:-1], start, body.start)
    if _PREPOSITION.search(before) or _JOINED.search(before):
        return False
    unnamed = words("unnamed")
    if any(word.lower() in unnamed for word in _WORD.findall(before)):
        return False
    apposed = words("apposed")
    behind = [word.lower() for word in _WORD.findall(layer[body.end : end])]
    if layer[body.end : body.end + 2] in ("'s", "’s"):
        return False
    return not behind or behind == ["news", "agency"] or all(word in apposed for word in behind)
