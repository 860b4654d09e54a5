"""Bodies that the article names in full, or again, elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from daybook.actors.lexicon import flags
from daybook.actors.second_pass.article import Sentences, Spans, persons, with_overlooked
from daybook.actors.tokens import words_of


def heads_of_bodies(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """`Acme` is the body that the article calls `Acme Widgets Inc` elsewhere, unless a person bears the name."""
    surnames = {words[-1] for words in persons(layer, spans) if len(words) > 1}
    heads = set()
    for span in spans:
        words = words_of(layer[span.start : span.end])
        unusual = words[0].isalpha() and not set("lcdnmrot") & set(flags().get(words[0].lower(), ""))
        if span.label == "organisation" and len(words) > 1 and words[0] not in surnames:
            heads |= {" ".join(words[:length]) for length in range(1 if unusual else 2, len(words))}
    out = [
        replace(span, label="organisation") if layer[span.start : span.end] in heads else span
        for span in spans
    ]
    return with_overlooked(sentences, out, {head for head in heads if " " not in head}, "organisation")


def bodies_recur(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """A body's name of one unusual word that was seen twice is that body where it was overlooked."""
    seen = Counter(layer[span.start : span.end] for span in spans if span.label == "organisation")
    known = {
        name
        for name, count in seen.items()
        if count > 1 and name.isalpha() and not set(flags().get(name.lower(), "")) & set("lto")
    }
    return with_overlooked(sentences, spans, known, "organisation")
