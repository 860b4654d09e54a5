"""Articles for the actor tests, made from plain text: each line is a paragraph of one sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from daybook import actors, places
from daybook.content.authority import Authority
from daybook.draft import Draft
from daybook.values import CleanText, RawArticle, Sentence, Span

NOBODY = Authority()


def clean(layer: str) -> CleanText:
    """Every line of the layer as one sentence."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", layer)]
    sentences = tuple(Sentence(f"s{start:06x}", start, end, n) for n, (start, end) in enumerate(lines))
    return CleanText(None, None, False, tuple(Span(start, end) for start, end in lines), sentences, ())


def article(layer: str, path: str = "a.txt", authority: Authority = NOBODY, lang: str = "en") -> Draft:
    """What the stages of places and actors find in a text."""
    raw, text = RawArticle(path, "", "text/plain", layer), replace(clean(layer), lang=lang)
    names = actors.tag(layer, text)
    _, toponyms, _ = places.find(raw, text, names, None, authority)
    who, named, rivals = actors.find(raw, text, names, toponyms, authority)
    return Draft(raw, text, None, (), who, named, rivals=rivals)
