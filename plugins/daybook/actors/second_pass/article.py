"""What the rules of the second pass share: the article's names, and how new ones are put among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.tokens import Token, words_of

Sentences = Sequence[Sequence[Token]]
Spans = list[NameSpan]
Rule = Callable[[str, Sentences, Spans], Spans]
"""Takes the text layer, the article's sentences and its names so far; answers with the names."""


def persons(layer: str, spans: Spans) -> list[tuple[str, ...]]:
    """The words of every person's name."""
    return [words_of(layer[span.start : span.end]) for span in spans if span.label == "person"]


def with_overlooked(sentences: Sentences, spans: Spans, words: set[str], label: NameLabel) -> Spans:
    """The spans and every free token that is one of the words."""
    if not words:
        return spans
    taken = sorted((span.start, span.end) for span in spans)
    new = []
    at = 0
    for sentence in sentences:
        for word, start in sentence:
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            if word in words and not (at < len(taken) and taken[at][0] <= start):
                new.append(NameSpan(start, start + len(word), label, 0.5))
    return sorted([*spans, *new], key=lambda span: span.start)


def apart(spans: Spans) -> Spans:
    """By offset, the first of two that overlap."""
    out: Spans = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not out or out[-1].end <= span.start:
            out.append(span)
    return out


def put_over(spans: Spans, new: Spans) -> Spans:
    """The spans with new ones put over what they hold; a new span within or across an old one is left out."""
    out, news = [], iter(sorted(new, key=lambda span: span.start))
    coming = next(news, None)
    for span in spans:
        while coming and coming.end <= span.start:
            out.append(coming)
            coming = next(news, None)
        if coming and coming.start < span.end and span.start < coming.end:
            if coming.start <= span.start and span.end <= coming.end:
                continue
            coming = next(news, None)
        out.append(span)
    out += [span for span in [coming, *news] if span]
    return apart(out)
