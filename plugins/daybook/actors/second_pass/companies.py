"""Bodies that the form of a company, or a newsroom, gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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


def full_stops(reading: Reading, spans: Spans) -> Spans:
    """Where the article prints `Corp` without its stop, the stop behind one at a line's end is the sentence's."""
    if not any(_is_bare(reading, form) for form in _dotted() & reading.spots.keys()):
        return spans
    out = []
    for span in spans:
        word, _ = reading.tokens(span)[-1]
        line, _ = reading.at[span.start]
        last = span.end == line.end(len(line.tokens) - 1) and word[-1] == "." and word[:-1] in _dotted()
        out.append(replace(span, end=span.end - 1) if last and span.label == "organisation" else span)
    return out


def _is_bare(reading: Reading, form: str) -> bool:
    """Whether the form of a company stands anywhere without its stop."""
    return any(
        reading.layer[start + len(form) : start + len(form) + 1] != "." for start in reading.spots[form]
    )


@cache
def _dotted() -> frozenset[str]:
    return frozenset(form[:-1] for form in company_suffixes() if form[-1] == "." and "." not in form[:-1])


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
