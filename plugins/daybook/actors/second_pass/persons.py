"""Persons whom the article names in full, or with their title, elsewhere."""

from __future__ import annotations

from dataclasses import replace

from daybook.actors.countries import owners
from daybook.actors.knowledge import demonyms, load
from daybook.actors.lines import Line
from daybook.actors.names import NameSpan
from daybook.actors.second_pass.reading import Reading, Spans
from daybook.actors.second_pass.titled import offices

PLACED = frozenset(
    ["in", "to", "from", "into", "of", "across", "near", "at", "outside", "within", "throughout", "via"]
)
"""Words before a country that is spoken of as a place."""

PLACED_SHARE = 0.25
"""Share of a name's uses behind such words from which it is the country."""


def surnames_are_persons(reading: Reading, spans: Spans) -> Spans:
    """The last word of someone named in full is that person where it stands alone, tagged otherwise or overlooked."""
    named = [(span, reading.words(span)) for span in spans if span.label == "person"]
    full = {words[-1] for _, words in named if len(words) > 1 and len(words[-1]) > 2}
    first = frozenset(load("names")["surname_first"])
    full |= {words[0] for _, words in named if len(words) > 1 and words[0] in first}
    full |= {words[0] for span, words in named if len(words) == 1 and _is_titled(reading, span)}
    full -= {word for word in full if (word,) in owners() and _is_place(reading, word)}
    out = [_as_person(span) if reading.text(span) in full else span for span in spans]
    return reading.with_overlooked(out, full, "person", "surname")


def _is_titled(reading: Reading, span: NameSpan) -> bool:
    """Whether a name of one word stands behind a title."""
    line, at = reading.at[span.start]
    return at > 0 and len(reading.text(span)) > 2 and line.words[at - 1].lower() in offices()


def _as_person(span: NameSpan) -> NameSpan:
    if span.label == "person":
        return span
    return replace(span, label="person", confidence=max(0.5, span.share("person")), rule="surname")


def _is_place(reading: Reading, name: str) -> bool:
    """Whether a country's name, a surname in this article, is the country as well: by its people, or as a place."""
    state = owners()[name,]
    if any(demonyms().get(word.lower()) == state.iso for word in reading.spots if word[0].isupper()):
        return True
    spots = [reading.at[start] for start in reading.spots.get(name, ())]
    placed = sum(_is_placed(line, at) for line, at in spots)
    return placed > PLACED_SHARE * len(spots)


def _is_placed(line: Line, at: int) -> bool:
    return at > 0 and line.words[at - 1] in PLACED and line.words[at + 1 : at + 2] != ("'s",)


def owners_are_persons(reading: Reading, spans: Spans) -> Spans:
    """`Ann Sample's Reform Party` is a person and a body, where the article names the person elsewhere."""
    known = {reading.text(span) for span in spans if span.label == "person"}
    out: Spans = []
    for span in spans:
        cut = _possessive(reading, span) if span.label == "organisation" else None
        if cut and reading.layer[span.start : cut[0]] in known:
            out.append(replace(span, end=cut[0], label="person", shares=()))
            out.append(replace(span, start=cut[1], shares=()))
        else:
            out.append(span)
    return out


def _possessive(reading: Reading, span: NameSpan) -> tuple[int, int] | None:
    """Where the owner within a name ends, and where what is owned begins."""
    words = reading.tokens(span)
    for i in range(1, len(words) - 1):
        if words[i][0] in ("'s", "’s"):
            return words[i - 1][1] + len(words[i - 1][0]), words[i + 1][1]
    return None
