"""Bodies that the article names in full, or again, elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from daybook.actors.lexicon import flags
from daybook.actors.second_pass.reading import Reading, Spans


def heads_of_bodies(reading: Reading, spans: Spans) -> Spans:
    """`Acme` is the body that the article calls `Acme Widgets Inc` elsewhere, unless a person bears the name."""
    surnames = {words[-1] for words in reading.persons(spans) if len(words) > 1}
    heads = set()
    for span in spans:
        if span.label == "organisation":
            words = reading.words(span)
            unusual = words[0].isalpha() and not set("lcdnmrot") & set(flags().get(words[0].lower(), ""))
            if len(words) > 1 and words[0] not in surnames:
                heads |= {" ".join(words[:length]) for length in range(1 if unusual else 2, len(words))}
    if not heads:
        return spans
    out = [replace(span, label="organisation") if reading.text(span) in heads else span for span in spans]
    return reading.with_overlooked(
        out, {head for head in heads if " " not in head}, "organisation", "body-again"
    )


def bodies_recur(reading: Reading, spans: Spans) -> Spans:
    """A body's name of one unusual word that was seen twice is that body where it was overlooked."""
    seen = Counter(reading.text(span) for span in spans if span.label == "organisation")
    known = {
        name
        for name, count in seen.items()
        if count > 1 and name.isalpha() and not set(flags().get(name.lower(), "")) & set("lto")
    }
    return reading.with_overlooked(spans, known, "organisation", "body-again")
