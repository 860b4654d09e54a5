"""`<slug>.evidence.json`: where in the text layer each fact was found, and by which rule. The machine's alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import to_builtins

from daybook.content.records import encode, seen
from daybook.values import Figure, Mention, Problem, Rival, Sentence, Span, Statement


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer that all spans count in."""

    extractor: str
    sha256: str
    """Of its UTF-8 bytes."""
    body_start: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What the machine knows of a place or actor, and no person need see."""

    confidence: float = 1.0
    population: int = 0
    why: str = ""


_NOTHING = Facts()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of an article's evidence file."""

    id: str
    layer: Layer
    title: Span | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dropped: tuple[Span, ...]
    problems: tuple[Problem, ...]
    proof: tuple[int, int] | None = None
    """Span of the words that prove the day, where they stand in the layer."""
    facts: tuple[tuple[str, Facts], ...] = ()
    """By `place gn:703448` and the like, sorted; what says nothing is left out."""
    title_rule: str = ""
    rivals: tuple[Rival, ...] = ()
    """Sorted by what they are rivals of, the strongest first."""
    statements: tuple[Statement, ...] = ()
    """In the text's order."""
    figures: tuple[Figure, ...] = ()
    """In the text's order."""


def write(evidence: Evidence) -> bytes:
    """JSON with one fact a line."""
    rows: dict[str, object] = {
        "id": evidence.id,
        "layer": to_builtins(evidence.layer),
        "title": _pair(evidence.title),
        "title_rule": evidence.title_rule,
        "proof": list(evidence.proof) if evidence.proof else None,
        "paragraphs": [_pair(span) for span in evidence.paragraphs],
        "sentences": to_builtins(evidence.sentences),
        "mentions": [_said(row, "role") for row in to_builtins(evidence.mentions)],
        "statements": [_spoken(row) for row in to_builtins(evidence.statements)],
        "figures": [_counted(row) for row in to_builtins(evidence.figures)],
        "dropped": [_said(row, "words") for row in to_builtins(evidence.dropped)],
        "facts": [{"of": of, **_told(facts)} for of, facts in evidence.facts],
        "rivals": to_builtins(evidence.rivals),
        "problems": [_problem(row) for row in to_builtins(evidence.problems)],
    }
    lines = [f"{encode(key)}: {_block(value)}" for key, value in rows.items()]
    return seen("{" + ",\n ".join(lines) + "}\n").encode()


@dataclass(frozen=True, slots=True)
class _Fact:
    of: str
    confidence: float = _NOTHING.confidence
    population: int = _NOTHING.population
    why: str = _NOTHING.why


@dataclass(frozen=True, slots=True)
class _Problem:
    stage: str
    code: str
    expected: str
    found: str
    do: str
    set_aside: bool


@dataclass(frozen=True, slots=True)
class _Rows:
    """The file as it is written."""

    id: str
    layer: Layer
    title: tuple[int, int] | None
    title_rule: str
    proof: tuple[int, int] | None
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dropped: tuple[Span, ...]
    facts: tuple[_Fact, ...]
    rivals: tuple[Rival, ...]
    problems: tuple[_Problem, ...]
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentences:
    """What `spans` looks at."""

    layer: Layer
    sentences: tuple[Sentence, ...]


_DECODER = msgspec.json.Decoder(_Rows)
_SENTENCES = msgspec.json.Decoder(_Sentences)


@dataclass(frozen=True, slots=True)
class Spans:
    """Where an article's sentences stand in its layer."""

    extractor: str
    sha256: str
    """Of the layer; empty where nothing is known of it."""
    sentences: Mapping[str, tuple[int, int]]
    """By their ids."""


NO_SPANS = Spans("", "", {})


def spans(data: bytes) -> Spans:
    """The spans of what `write` wrote; none of anything else."""
    try:
        found = _SENTENCES.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return NO_SPANS
    return Spans(found.layer.extractor, found.layer.sha256, {s.id: (s.start, s.end) for s in found.sentences})


def read(data: bytes, file: str) -> Evidence:
    """What `write` wrote. Raises ValueError."""
    try:
        rows = _rows(data)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise ValueError(
            f"expected an evidence file of Daybook, found {type(error).__name__}: {error}"[:200]
        ) from None
    return Evidence(
        id=rows.id,
        layer=rows.layer,
        title=Span(*rows.title) if rows.title else None,
        paragraphs=tuple(Span(start, end) for start, end in rows.paragraphs),
        sentences=rows.sentences,
        mentions=rows.mentions,
        dropped=rows.dropped,
        problems=tuple(
            Problem(file, p.stage, p.code, p.expected, p.found, p.do, p.set_aside) for p in rows.problems
        ),
        proof=rows.proof,
        facts=tuple((f.of, Facts(f.confidence, f.population, f.why)) for f in rows.facts),
        title_rule=rows.title_rule,
        rivals=rows.rivals,
        statements=rows.statements,
        figures=rows.figures,
    )


def _rows(data: bytes) -> _Rows:
    try:
        return _DECODER.decode(data)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:  # half a surrogate pair, which a seed's own JSON may bring, or no JSON at all
        return msgspec.convert(json.loads(data), _Rows)


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _said(row: dict[str, Any], key: str) -> dict[str, Any]:
    """Without the key where it says nothing."""
    if not row[key]:
        del row[key]
    return row


def _spoken(row: dict[str, Any]) -> dict[str, Any]:
    """Of a statement, without what it has not."""
    return {key: value for key, value in row.items() if value is not None}


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    """Of a figure, without what is as it mostly is; its sentence stands there even where it has none."""
    return {
        key: value
        for key, value in row.items()
        if key == "sentence"
        or (value is not None and value is not False and (key, value) != ("bound", "exact"))
    }


def _told(facts: Facts) -> dict[str, Any]:
    """Without what says nothing."""
    row: dict[str, Any] = to_builtins(facts)
    return {key: value for key, value in row.items() if value != getattr(_NOTHING, key)}


def _problem(row: dict[str, Any]) -> dict[str, Any]:
    del row["file"]
    return row


def _block(value: object) -> str:
    """Lists of records one record a line; short things on one."""
    if not isinstance(value, list | tuple) or not value or not isinstance(value[0], dict):
        return encode(value)
    return "[\n  " + ",\n  ".join(map(encode, value)) + "]"
