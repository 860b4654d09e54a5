"""Bodies that the form of a company, or a newsroom, gives away."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.actors.knowledge import company_suffixes, load
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.article import Sentences, Spans, put_over
from daybook.actors.tokens import Token

LONGEST = 4
"""Words before the form at most."""


def suffixed(layer: str, sentences: Sentences, spans: Spans) -> Spans:
    """Capitalised words before the form of a company are its name: `Acme Widgets SpA`; so is an agency's newsroom."""
    new = []
    for sentence in sentences:
        for i, (word, start) in enumerate(sentence):
            if word in company_suffixes() or word in load("names")["newsrooms"]:
                first = _run(sentence, i)
                if first < i:
                    new.append(NameSpan(sentence[first][1], start + len(word), "organisation", 0.9))
    return put_over(spans, new)


def _run(sentence: Sequence[Token], stop: int) -> int:
    """Where the run of capitalised words and `&` that ends before `stop` begins."""
    first = stop
    while (
        first
        and stop - first < LONGEST
        and (sentence[first - 1][0][0].isupper() or sentence[first - 1][0] == "&")
    ):
        first -= 1
    while first < stop and sentence[first][0] in ("The", "&"):
        first += 1
    return first
