"""Persons' names of several pieces: behind a hyphen, round a bracket, before a numeral."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from daybook.actors.knowledge import demonyms, load
from daybook.actors.lexicon import flags
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans, apart, put_over

_TAIL = re.compile(r"-[a-z]{2,12}\b")
_SYLLABLES = re.compile(r"\s([A-Z][a-z]{1,6})-([a-z]{1,7})\b(?!-)")
_BRACKET = re.compile(r"\s(?:\([A-Z][\w.'’ -]{0,20}\)|[\"“][A-Z][\w.'’ -]{0,20}[\"”])\s(?=[A-Z])")
_NUMERAL = re.compile(r"\s(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XXIII)\b")
_ROYAL_NUMERAL = re.compile(r"\s(?:I|V|X)\b(?!['’.])")
_PARTICIPLES = ("ed", "ing", "led", "born", "run", "made", "wide", "like", "era", "style")


def joined(reading: Reading, spans: Spans) -> Spans:
    """Persons with all pieces of their names."""
    return _numbered(reading, _bracketed(reading, _syllables(reading, _hyphenated(reading, spans))))


def _hyphenated(reading: Reading, spans: Spans) -> Spans:
    """A given name goes on behind its hyphen: `Kim Min-su`."""
    out, changed = [], False
    for span in spans:
        match = _TAIL.match(reading.layer, span.end) if span.label == "person" else None
        if match and not match[0].endswith(_PARTICIPLES):
            span, changed = replace(span, end=match.end()), True
        out.append(span)
    return apart(out) if changed else spans


def _syllables(reading: Reading, spans: Spans) -> Spans:
    """A family name of East Asia and a given name of two syllables: `Li In-mo`, however it was tagged."""
    new = []
    for family in _families() & reading.spots.keys():
        for start in reading.spots[family]:
            match = _SYLLABLES.match(reading.layer, start + len(family))
            if match and not match[2].endswith(_PARTICIPLES) and match[1].lower() not in demonyms():
                known = set(flags().get(match[1].lower(), ""))
                if "g" in known or not known & set("cnro"):
                    new.append(NameSpan(start, match.end(), "person", 0.9, "family-name-first"))
    return put_over(spans, new)


@cache
def _families() -> frozenset[str]:
    return frozenset(load("names")["surname_first"])


def _bracketed(reading: Reading, spans: Spans) -> Spans:
    """`Ann Mary (Bea) Sample` is one name."""
    out: Spans = []
    for span in spans:
        last = out[-1] if out else None
        if last and last.label == "person" == span.label and last.end < span.start:
            match = _BRACKET.match(reading.layer, last.end)
            if match and match.end() == span.start:
                out[-1] = replace(last, end=span.end)
                continue
        out.append(span)
    return out


def _numbered(reading: Reading, spans: Spans) -> Spans:
    """A ruler's numeral belongs to the name: `Elizabeth II`; `I`, `V` and `X` behind a royal title alone."""
    out, changed = [], False
    for span in spans:
        if span.label == "person":
            match = _NUMERAL.match(reading.layer, span.end)
            if not match:
                line, at = reading.at[span.start]
                royal = at and line.words[at - 1].lower() in _royal()
                match = _ROYAL_NUMERAL.match(reading.layer, span.end) if royal else None
            if match:
                span, changed = replace(span, end=match.end()), True
        out.append(span)
    return apart(out) if changed else spans


@cache
def _royal() -> frozenset[str]:
    return frozenset([*load("titles")["royal"], "pope", "patriarch"])
