"""Surnames that an article gives to persons, so that the bare name is not taken for a town later on."""

from __future__ import annotations

import bisect

from daybook.places.context import context
from daybook.places.gazetteer import Gazetteer
from daybook.places.scene import Scene


def surnames(scene: Scene, gazetteer: Gazetteer) -> set[str]:
    """Folded words of persons' names: by the tagger, behind given names, behind titles."""
    found: set[str] = set()
    for span in scene.names.spans:
        if span.label != "person":
            continue
        words = _words(scene, span.start, span.end)
        if len(words) > 1:  # of a single word the tagger is no surer than of a town
            found.update(words)
    titles = context().titles
    for at in range(1, len(scene.words)):
        if not scene.words[at][0].isupper() or scene.gaps[at] not in {" ", ". "} or scene.first[at]:
            continue
        before = scene.folded[at - 1]
        capital = scene.words[at - 1][0].isupper()
        if (
            capital
            and scene.gaps[at] == " "
            and gazetteer.given_name(before)
            and not gazetteer.readings(before).all
        ) or (capital and before in titles and before in ("mr", "mrs", "ms", "dr")):
            found.add(scene.folded[at])
    return found


def _words(scene: Scene, start: int, end: int) -> list[str]:
    a = bisect.bisect_left(scene.starts, start)
    b = bisect.bisect_left(scene.starts, end)
    return scene.folded[a:b]
