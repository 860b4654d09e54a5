"""Bodies that the form of a company, or a newsroom, gives away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from daybook.actors.knowledge import company_suffixes, load
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans, put_over
from daybook.actors.tokens import Token

LONGEST = 4
"""Words before the form at most."""


def suffixed(reading: Reading, spans: Spans) -> Spans:
    """Capitalised words before the form of a company are its name: `Acme Widgets SpA`; so is an agency's newsroom."""
    new = []
    for form in _forms() & reading.spots.keys():
        for start in reading.spots[form]:
            line, at = reading.at[start]
            first = _run(line.tokens, at)
            if first < at:
                begin = line.tokens[first][1]
                new.append(NameSpan(begin, start + len(form), "organisation", 0.9, "company-form"))
    return put_over(spans, new)


@cache
def _forms() -> frozenset[str]:
    return company_suffixes() | frozenset(load("names")["newsrooms"])


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
