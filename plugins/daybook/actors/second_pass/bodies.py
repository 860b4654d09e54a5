"""Bodies that the article names in full, or again, elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from daybook.actors.countries import owners
from daybook.actors.knowledge import body_nouns, load
from daybook.actors.lexicon import flags
from daybook.actors.lines import Line
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.cues import cue_words
from daybook.actors.second_pass.reading import Reading, Spans, free_of, put_over
from daybook.actors.shapes import is_unknown


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


def of_places(reading: Reading, spans: Spans) -> Spans:
    """A body's noun with the place behind `of`: `Sample Agency of Exampleland`."""
    out: Spans = []
    for span in spans:
        last = out[-1] if out else None
        if last and last.label == "organisation" and span.label == "place" and _is_of(reading, last, span):
            out[-1] = replace(last, end=span.end)
        else:
            out.append(span)
    return out


def _is_of(reading: Reading, body: NameSpan, place: NameSpan) -> bool:
    words = reading.words(body)
    between = " ".join(reading.layer[body.end : place.start].split())
    return len(words) > 1 and words[-1].lower() in body_nouns() and between in ("of", "of the")


def called(reading: Reading, spans: Spans) -> Spans:
    """What the article calls a firm, a group, a newspaper before its name: `the distributor Acme`, overlooked."""
    free = free_of(spans)
    new = []
    for cue in cue_words("body_cues", "before") & reading.spots.keys():
        for start in reading.spots[cue]:
            line, at = reading.at[start]
            stop = _unknown(line, at + 1)
            if stop > at + 1 and not line.shouted:
                begin, end = line.tokens[at + 1][1], line.end(stop - 1)
                if free(begin, end):
                    new.append(NameSpan(begin, end, "organisation", 0.6, "called"))
    return put_over(spans, new)


def parties(reading: Reading, spans: Spans) -> Spans:
    """The party behind a lawmaker's name and `of`; an acronym behind what it is, `the mission ABCDE`; overlooked."""
    free = free_of(spans)
    new = []
    for span in spans:
        if span.label == "person":
            line, first = reading.at[span.start]
            at = first + len(reading.tokens(span))
            if (
                first
                and line.words[at : at + 1] == ("of",)
                and line.words[first - 1].lower() in _named("legislators")
            ):
                new += _free_run(reading, line, at + 1, _party(line, at + 1), free)
    for cue in _named("body_missions") & reading.spots.keys():
        for start in reading.spots[cue]:
            line, at = reading.at[start]
            word = line.words[at + 1] if at + 1 < len(line.words) else ""
            if 3 <= len(word) <= 10 and word.isalpha() and word.isupper() and not line.shouted:
                new += _free_run(reading, line, at + 1, at + 2, free)
    found = put_over(spans, new)
    loud = {reading.text(span) for span in new if reading.text(span).isupper()}
    return reading.with_overlooked(found, loud, "organisation", "body-again") if loud else found


def _party(line: Line, first: int) -> int:
    """The word behind the capitalised words that begin at `first`, of which no list knows the first for a place."""
    stop = first
    while stop < len(line.words) and line.words[stop][0].isupper():
        stop += 1
    placed = stop > first and not set("cdnr").isdisjoint(flags().get(line.words[first].lower(), ""))
    return first if placed or line.words[first:stop] in owners() else stop


def _free_run(
    reading: Reading, line: Line, first: int, stop: int, free: Callable[[int, int], bool]
) -> list[NameSpan]:
    """The name from word to word, where nothing else has it."""
    if stop == first:
        return []
    start, end = line.tokens[first][1], line.end(stop - 1)
    return [NameSpan(start, end, "organisation", 0.6, "called")] if free(start, end) else []


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset(load("names")[key])


def _unknown(line: Line, first: int) -> int:
    """The word behind the unknown capitalised words that begin at `first`."""
    stop = first
    while stop < len(line.words) and len(line.words[stop]) > 2 and is_unknown(line.words[stop]):
        stop += 1
    return stop
