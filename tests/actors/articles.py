"""Articles for the actor tests, made from plain text: each line is a paragraph of one sentence."""

from __future__ import annotations

import re

from daybook import actors
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.values import CleanText, Mention, RawArticle, Sentence, Span


def clean(layer: str) -> CleanText:
    """Every line of the layer as one sentence."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", layer)]
    sentences = tuple(Sentence(f"s{start:06x}", start, end, n) for n, (start, end) in enumerate(lines))
    return CleanText(None, None, False, tuple(Span(start, end) for start, end in lines), sentences, ())


def article(layer: str, path: str = "a.txt", toponyms: tuple[Mention, ...] = ()) -> Draft:
    """What the actor stages find in a text."""
    raw, text = RawArticle(path, "", "text/plain", layer), clean(layer)
    who, named = actors.find(raw, text, actors.tag(layer, text), toponyms, Authority())
    return Draft(raw, text, None, (), who, (*toponyms, *named))
