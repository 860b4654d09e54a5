"""Names that nothing but a weak belief of the tagger makes a person or a body, and what no person is called."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

from daybook.actors.knowledge import load
from daybook.actors.lexicon import flags
from daybook.actors.names import NameLabel, NameSpan
from daybook.actors.second_pass.companies import partners
from daybook.actors.second_pass.reading import Reading, Spans

FLOOR = 0.3
"""What the tagger must give a name's kind at one of its uses at least, where no rule gave the kind."""
ARTICLES = frozenset(["The", "the"])


def never_persons(reading: Reading, spans: Spans) -> Spans:
    """Schools, hospitals, avenues and airports are named after persons and are none."""
    out: Spans = []
    for span in spans:
        kind = _ends().get(reading.words(span)[-1].lower()) if span.label == "person" else None
        out.append(replace(span, label=kind, shares=()) if kind and _is_long(reading, span) else span)
    return out


def _is_long(reading: Reading, span: NameSpan) -> bool:
    """Whether the name can be no woman's as `Della Street` is: by its length, a number before it, or a word that is no name."""
    words = reading.words(span)
    line, first = reading.at[span.start]
    numbered = first > 0 and line.words[first - 1].isdigit()
    given, surname = ("g" in flags().get(words[0].lower(), ""), "s" in flags().get(words[-1].lower(), ""))
    return len(words) > 2 or (len(words) == 2 and (numbered or not given or not surname))


def believed(reading: Reading, spans: Spans) -> Spans:
    """A kind that the tagger hardly believes and no rule gave is none; nor is a common word at the head of a line a name."""
    best: defaultdict[tuple[str, NameLabel], float] = defaultdict(float)
    for span in spans:
        key = reading.text(span), span.label
        best[key] = max(best[key], 1.0 if span.rule != "tagger" else span.confidence)
    out: Spans = []
    for span in spans:
        if span.label in ("person", "organisation"):
            if _is_rank(reading, span) or _names_nothing(reading, span):
                continue
            if best[reading.text(span), span.label] < FLOOR:
                span = replace(span, label="other")
            elif span.rule == "tagger" and (_is_common(reading, span) or _signs_off(reading, span)):
                continue
            else:
                span = _bare(reading, span)
        out.append(span)
    return out


def _is_rank(reading: Reading, span: NameSpan) -> bool:
    """`Del`, `Det. Insp`: titles cut short, with a stop or a name behind them."""
    words = reading.words(span)
    if words[0].lower() not in _ranks() or (
        words == ("Del",) and reading.layer[span.end : span.end + 1] != "."
    ):
        return False
    return all(word == "." or word.lower() in _ranks() for word in words)


def _names_nothing(reading: Reading, span: NameSpan) -> bool:
    """The form of a company alone, a letter, money, who votes for what, or the head of a table's row is no name of a body."""
    words = reading.words(span)
    alone, head = len(words) == 1, words[0].lower()
    form = all(word in partners() or not any(map(str.isalpha, word)) for word in words)
    voter = len(words) == 2 and words[1] in _voters() and not set("crn").isdisjoint(flags().get(head, ""))
    money = words[-1].lower() in _money() and (alone or span.label == "organisation")
    return form or voter or money or (alone and (len(words[0]) == 1 or _heads_row(reading, span)))


def _heads_row(reading: Reading, span: NameSpan) -> bool:
    """Whether it begins a printed line that compares figures: `Shr 36 cts vs 31 cts`."""
    begin, end = reading.layer.rfind("\n", 0, span.start) + 1, reading.layer.find("\n", span.end)
    before = reading.layer[begin : span.start]  # nothing, or the dateline
    behind = reading.layer[span.end : end if end >= 0 else None]
    return not before.rpartition(" - ")[2].strip() and " vs " in behind and not behind.startswith(" vs ")


def _bare(reading: Reading, span: NameSpan) -> NameSpan:
    """A body without the article before it."""
    if span.label == "organisation":
        words = reading.tokens(span)
        if len(words) > 1 and words[0][0] in ARTICLES:
            return replace(span, start=words[1][1])
    return span


def _signs_off(reading: Reading, span: NameSpan) -> bool:
    """Whether a single word taken for a person is all of the last line: the agency's, below its story."""
    line, first = reading.at[span.start]
    last = line is reading.lines[-1] and len(reading.lines) > 1
    return last and first == 0 and span.label == "person" and span.end == line.end(0) and len(line.tokens) < 3


def _is_common(reading: Reading, span: NameSpan) -> bool:
    """Whether a single word that begins its line is one that the article uses in lower case, or only so and common."""
    line, first = reading.at[span.start]
    word = line.words[first]
    if first or line.end(0) != span.end or not word[1:].islower():
        return False
    low = word.lower()
    everywhere = all(reading.at[start][1] == 0 for start in reading.spots.get(word, ()))
    return everywhere and (low in reading.spots or low.removesuffix("s") in reading.spots)


@cache
def _ranks() -> frozenset[str]:
    return frozenset(load("names")["ranks"])


@cache
def _voters() -> frozenset[str]:
    return frozenset(load("names")["voters"])


@cache
def _money() -> frozenset[str]:
    """Names of money that are no common word besides."""
    return frozenset(load("names")["money"])


@cache
def _ends() -> dict[str, NameLabel]:
    kinds: tuple[NameLabel, ...] = ("organisation", "place")
    return {word: kind for kind in kinds for word in load("names")["no_persons"][kind]}
