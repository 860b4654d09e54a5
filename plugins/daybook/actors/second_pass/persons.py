"""Persons whom the article names in full elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from daybook.actors.countries import owners
from daybook.actors.knowledge import load
from daybook.actors.second_pass.article import Sentences, Spans, apart, persons, with_overlooked

_HYPHENATED = re.compile(r"-[a-z]{2,12}\b")


def hyphenated(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """A given name goes on behind its hyphen: `Kim Min-su`."""
    out = []
    for span in spans:
        match = _HYPHENATED.match(layer, span.end) if span.label == "person" else None
        out.append(replace(span, end=match.end()) if match else span)
    return apart(out)


def surnames_are_persons(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """The last word of someone named in full is that person where it stands alone, tagged otherwise or overlooked."""
    full = {words[-1] for words in persons(layer, spans) if len(words) > 1 and len(words[-1]) > 2}
    first = frozenset(load("names")["surname_first"])
    full |= {words[0] for words in persons(layer, spans) if len(words) > 1 and words[0] in first}
    full -= {words[0] for words in owners() if len(words) == 1}
    out = [replace(span, label="person") if layer[span.start : span.end] in full else span for span in spans]
    return with_overlooked(sentences, out, full, "person")
