"""Places that no gazetteer has, but the tagger of names is sure of: villages, parks, quarters."""

from __future__ import annotations

from typing import Final

from daybook.places.context import context
from daybook.places.fold import fold
from daybook.places.gazetteer import Entry, gazetteer
from daybook.places.scene import Scene

_SURE: Final = 0.6
"""Least confidence of the tagger."""
_WORDS: Final = 4


def unlisted(
    scene: Scene, taken: set[int], rejected: set[int], persons: set[str]
) -> list[tuple[int, int, Entry]]:
    """(start, end, place without coordinates) of the tagger's places that nothing else took. `taken` and `rejected` hold
    the offsets where an accepted or refused name of the gazetteer begins."""
    found = []
    for span in scene.names.spans:
        if span.label != "place" or span.confidence < _SURE:
            continue
        words = scene.layer[span.start : span.end]
        if any(span.start <= at < span.end for at in taken) or not _plausible(words, persons):
            continue
        if any(span.start <= at < span.end for at in rejected):
            continue
        found.append((span.start, span.end, _entry(words)))
    return found


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


def _entry(words: str) -> Entry:
    key = fold(words)
    kind = context().features.get(key.rpartition(" ")[2], "site")
    return Entry("dayb:" + key.replace(" ", "-"), words, kind, "", None, None, 0, "", "")
