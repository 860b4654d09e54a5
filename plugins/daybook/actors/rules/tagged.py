"""Persons and organisations as the tagger sees them."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.scene import Found, Scene


def find(scene: Scene) -> Iterator[Found]:
    """Each person and organisation of the tagger, under its own words, but for what is known for a place."""
    persons = [scene.layer[span.start : span.end].split() for span in scene.names.labelled("person")]
    surnames = {name[-1] for name in persons if len(name) > 1}
    for span in scene.names.spans:
        if span.label == "person" or span.label == "organisation":
            words = " ".join(scene.layer[span.start : span.end].split())
            toponym = scene.toponym_at.get(span.start)
            place = toponym and toponym.end == span.end and toponym.role != "embedded"
            if not place or span.rule == "club" or (span.label == "person" and words in surnames):
                yield Found(span.start, span.end, span.label, words, span.rule, seen=span)
