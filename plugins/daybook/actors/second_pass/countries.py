"""Countries and peoples under their right label."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from daybook.actors.countries import owners
from daybook.actors.knowledge import demonyms, load
from daybook.actors.second_pass.reading import Reading, Spans


def countries_are_places(reading: Reading, spans: Spans) -> Spans:
    """A country is a place; a people, faith or party's adherent is neither person nor body."""
    out = []
    for span in spans:
        if span.label in ("person", "organisation"):
            words = reading.words(span)
            name = " ".join(words)
            if words in owners() or name in _peoples():
                people = name in _peoples() or name.lower() in demonyms()
                span = replace(span, label="other" if people else "place", shares=())
        out.append(span)
    return out


@cache
def _peoples() -> frozenset[str]:
    return frozenset(load("names")["peoples"])
