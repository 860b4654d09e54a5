"""Countries and peoples under their right label."""

from __future__ import annotations

from dataclasses import replace

from daybook.actors.countries import owners
from daybook.actors.knowledge import demonyms, load
from daybook.actors.second_pass.article import Sentences, Spans
from daybook.actors.tokens import words_of


def countries_are_places(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """A country is a place; a people, faith or party's adherent is neither person nor body."""
    peoples = load("names")["peoples"]
    out = []
    for span in spans:
        words = words_of(layer[span.start : span.end])
        name = " ".join(words)
        if span.label in ("person", "organisation") and (words in owners() or name in peoples):
            span = replace(span, label="other" if name in peoples or name.lower() in demonyms() else "place")
        out.append(span)
    return out
