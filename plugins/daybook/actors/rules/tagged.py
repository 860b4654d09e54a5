"""Persons and organisations as the tagger sees them."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.scene import Found, Scene


def find(scene: Scene) -> Iterator[Found]:
    """Each person and organisation of the tagger, under its own words."""
    for span in scene.names.spans:
        if span.label == "person" or span.label == "organisation":
            words = " ".join(scene.layer[span.start : span.end].split())
            yield Found(span.start, span.end, span.label, words, "tagger")
