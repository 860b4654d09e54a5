"""Places that no gazetteer has, but the tagger of names is sure of: villages, parks, quarters."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Final

from daybook.places.context import context
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry, gazetteer
from daybook.places.scene import Scene

_SURE: Final = 0.6
"""Least confidence of the tagger."""
_WORDS: Final = 4


def unlisted(scene: Scene, known: Sequence[int], persons: set[str]) -> list[tuple[int, int, Entry, float]]:
    """(start, end, place without coordinates, the tagger's confidence) of the tagger's places that hold no name of the gazetteer. `known`: the
    offsets where one begins, taken or refused, in order."""
    found = []
    for span in scene.names.spans:
        if span.label != "place" or span.confidence < _SURE:
            continue
        at = bisect.bisect_left(known, span.start)
        if at < len(known) and known[at] < span.end:
            continue
        words = scene.layer[span.start : span.end]
        if _plausible(words, persons) and _placed(scene, span.start, words):
            found.append((span.start, span.end, entry(words), span.confidence))
    return found


def _placed(scene: Scene, start: int, words: str) -> bool:
    """Whether the words around, or the name's own last one, say that it is a place."""
    known, at = context(), bisect.bisect_left(scene.starts, start)
    if fold(words).rpartition(" ")[2] in known.features:
        return True
    before = scene.word(at - 1)
    if scene.gap(at) != " ":
        return False
    return (
        before in known.locative
        or (before == "of" and scene.word(at - 2) in known.heads)
        or before in known.heads
    )


def _plausible(words: str, persons: set[str]) -> bool:
    parts = fold(words).split()
    if not 1 <= len(parts) <= _WORDS or any(part in persons or part.isdigit() for part in parts):
        return False
    if (
        words.isupper()
        or len(words) < 4
        or not words[0].isupper()
        or not all(c.isalpha() or c in " -'’." for c in words)
    ):
        return False
    readings = gazetteer().readings(parts[0])
    return not (len(parts) == 1 and (readings.word or gazetteer().given_name(parts[0])))


def entry(words: str) -> Entry:
    """A place without coordinates, of the kind that its last word says."""
    key = fold(words)
    kind = context().features.get(key.rpartition(" ")[2], "site")
    return Entry("dayb:" + key.replace(" ", "-"), words, kind, "", None, None, 0, "", "")
