"""Bodies that the form of a company, or a newsroom, gives away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from daybook.actors.knowledge import body_nouns, company_suffixes, load
from daybook.actors.lines import Line
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans, put_over
from daybook.actors.shapes import is_name
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
            if not all(word in partners() for word, _ in line.tokens[first:at]):
                begin = line.tokens[first][1]
                new.append(NameSpan(begin, start + len(form), "organisation", 0.9, "company-form"))
    return put_over(spans, new)


def partnerships(reading: Reading, spans: Spans) -> Spans:
    """What ends in `and Co`, `and Sons Ltd` is one name, and so is one round two trades: `Gas and Electric Co`."""
    new: Spans = []
    starts = [span.start for span in spans]
    for word in ("and", "&"):
        for start in reading.spots.get(word, ()):
            line, at = reading.at[start]
            stop = _behind(line.tokens, at)
            first = _run(line.tokens, at)
            if first < at < stop and line.tokens[at - 1][0] not in company_suffixes():
                first = _before_comma(line, first, at, spans, starts)
                new.append(
                    NameSpan(line.tokens[first][1], line.end(stop - 1), "organisation", 0.9, "company-form")
                )
    new.sort(key=_end)
    return put_over([span for span in spans if not _is_cut(span, new)], new)


def _end(span: NameSpan) -> int:
    return span.end


def _is_cut(span: NameSpan, new: Spans) -> bool:
    """Whether a name ends within a new one, or begins there, and is not all of it. `new` is sorted by ends."""
    i = bisect_right(new, span.start, key=_end)
    while i < len(new) and new[i].start < span.end:
        if new[i].start < span.start or span.end < new[i].end:
            return True
        i += 1
    return False


def _behind(sentence: Sequence[Token], at: int) -> int:
    """The word behind the partners or the second trade after the `and` at a place; that place where there are none."""
    stop = at + 1
    pair = (
        (sentence[at - 1][0].lower(), sentence[stop][0].lower()) if 0 < at < len(sentence) - 1 else ("", "")
    )
    if pair in _trades():
        named = stop + 1
        stop = named
        while stop < len(sentence) and sentence[stop][0].lower() in body_nouns():
            stop += 1
        return stop if stop > named and sentence[named][0][0].isupper() else at
    while stop < len(sentence) and sentence[stop][0] in partners():
        stop += 1
    return stop if stop > at + 1 else at


def _before_comma(line: Line, first: int, at: int, spans: Spans, starts: Sequence[int]) -> int:
    """One surname before the comma belongs to it: `Acme, Bolt and Co`."""
    if first < 2 or first < at - 1 or line.tokens[first - 1][0] != ",":
        return first
    word, start = line.tokens[first - 2]
    alone = first == 2 or not line.tokens[first - 3][0][:1].isupper()
    i = bisect_right(starts, start) - 1
    held = spans[i] if i >= 0 and start < spans[i].end else None
    if held and held.label not in ("person", "organisation"):
        return first
    named = is_name(word) or (held and (held.start, held.end) == (start, start + len(word)))
    return first - 2 if alone and named else first


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
def partners() -> frozenset[str]:
    """What stands for further partners of a firm, and the forms of companies: `and Co`, `and Sons Ltd`."""
    return company_suffixes() | frozenset(load("names")["partners"])


@cache
def _trades() -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for one, other in load("names")["trades"])


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
