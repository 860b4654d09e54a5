"""Persons and clubs of sports pages: initials, players of results, what a coach or a striker belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from daybook.actors.countries import owners
from daybook.actors.knowledge import load
from daybook.actors.lines import Line
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans, free_of, put_over
from daybook.actors.shapes import PARTICLES, is_name, is_unknown

SHORT = 3
"""Words of a player's name in a list at most, particles aside."""


def initials(reading: Reading, spans: Spans) -> Spans:
    """Persons with all initials before their name; and overlooked ones of two initials or more, or of one before an age."""
    out = [_with_initials(reading, span) if span.label == "person" else span for span in spans]
    free = free_of(span for span in out if span.label == "person")
    new = []
    for word in filter(_is_initial, reading.spots):
        for start in reading.spots[word]:
            line, first = reading.at[start]
            last = _initialled(line, first)
            if last and free(start, line.end(last)):
                new.append(NameSpan(start, line.end(last), "person", 0.7, "initials"))
    return put_over(out, new)


def _with_initials(reading: Reading, span: NameSpan) -> NameSpan:
    line, first = reading.at[span.start]
    at = first
    while at and _is_initial(line.tokens[at - 1][0]):
        at -= 1
    return replace(span, start=line.tokens[at][1]) if at < first else span


def _is_initial(word: str) -> bool:
    """Whether it is a capital and its stop, `I.` of `I. D. Sample`."""
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _initialled(line: Line, first: int) -> int:
    """The last word of the name whose first initial stands at `first`; 0 where none does."""
    words, at = line.words, first
    if first and _is_initial(line.tokens[first - 1][0]):
        return 0
    while at < len(words) and _is_initial(line.tokens[at][0]):
        at += 1
    named = at < len(words) and len(words[at]) > 2 and is_unknown(words[at])
    return at if named and (at - first > 1 or _has_age(words, at + 1)) else 0


def _has_age(words: tuple[str, ...], at: int) -> bool:
    return words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",) and words[at + 1].isdigit()


def players(reading: Reading, spans: Spans) -> Spans:
    """Those before their country, `Sample (Ruritania)`, and scorers with their minutes, `(Sample 12, 40, Example 61)`, overlooked or tagged otherwise."""
    new = []
    for line in reading.lines:
        if "(" in line.words and not line.shouted:
            for first, last in (*_of_countries(line), *_scorers(line)):
                new.append(NameSpan(line.tokens[first][1], line.end(last), "person", 0.7, "player"))
    if not new:
        return spans
    persons = free_of(span for span in spans if span.label == "person")
    return put_over(spans, [span for span in new if persons(span.start, span.end)])


def _of_countries(line: Line) -> Iterator[tuple[int, int]]:
    words = line.words
    for at in range(1, len(words) - 2):
        if words[at] == "(" and words[at + 2] == ")" and (words[at + 1],) in owners():
            first = _begin(words, at)
            if first < at and any(map(is_unknown, words[first:at])) and _is_result(words):
                yield first, at - 1


def _is_result(words: tuple[str, ...]) -> bool:
    """Whether a score stands in the line: `6-4`."""
    return any(
        words[at] == "-" and words[at - 1].isdigit() and words[at + 1].isdigit()
        for at in range(1, len(words) - 1)
    )


def _begin(words: tuple[str, ...], stop: int) -> int:
    """Where the run of names before `stop` begins."""
    first = stop
    while first and stop - first < SHORT and is_name(words[first - 1]):
        first -= 1
    return first


def _scorers(line: Line) -> Iterator[tuple[int, int]]:
    """Names between a bracket behind a score, or a comma, and a minute of the game."""
    words, open_ = line.words, False
    first = len(words)
    for at, word in enumerate(words):
        if word == "(":
            open_ = at > 0 and words[at - 1].isdigit()
            first = at + 1
        elif word == ")":
            open_ = False
        elif open_ and (word == "," or word == ";"):
            first = at + 1
        elif open_ and word.isdigit():
            name = words[first:at]
            if (
                0 < len(name) <= SHORT + 1
                and is_name(name[-1])
                and all(is_name(each) or each.lower() in PARTICLES or each == "-" for each in name)
            ):
                yield first, at - 1
            first = at + 1


def clubs(reading: Reading, spans: Spans) -> Spans:
    """What a coach, a captain or a striker is of, or someone is on loan from, is a club; a country is its team and stays one."""
    new = []
    for line in reading.lines:
        words = line.words
        for at in range(2, len(words)):
            if words[at - 1] in ("of", "from", "for") and words[at][0].isupper() and _of_club(words, at):
                stop = _stop(words, at)
                if stop > at and tuple(words[at:stop]) not in owners() and not line.shouted:
                    new.append(NameSpan(line.tokens[at][1], line.end(stop - 1), "organisation", 0.6, "club"))
    men = _men() & reading.spots.keys()
    for man in men:
        for start in reading.spots[man]:
            line, at = reading.at[start]
            words = line.words
            if at + 1 < len(words) and is_name(words[at + 1]) and at and not line.shouted:
                first = _begin(words, at)
                if first < at and tuple(words[first:at]) not in owners():
                    new.append(NameSpan(line.tokens[first][1], line.end(at - 1), "organisation", 0.6, "club"))
    return put_over(spans, new)


def _of_club(words: tuple[str, ...], at: int) -> bool:
    """Whether `striker of` or `on loan from` stands right before word `at`."""
    if words[at - 1] == "from":
        return words[max(0, at - 3) : at - 1] == ("on", "loan")
    return words[at - 2] in _men() - {"captain", "boss", "forward"} or (
        words[at - 2] == "captain" and words[at - 1] == "of"
    )


def _stop(words: tuple[str, ...], first: int) -> int:
    stop = first
    while stop < len(words) and stop - first < SHORT and is_name(words[stop]):
        stop += 1
    return stop


@cache
def _men() -> frozenset[str]:
    return frozenset(load("names")["club_men"])
