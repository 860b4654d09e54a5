"""The names of an article, by a conditional random field over its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from daybook.actors.features import featurize
from daybook.actors.names import NameLabel, Names, NameSpan
from daybook.actors.tokens import Token, tokens
from daybook.values import CleanText

MODEL = "tagger.crfsuite"
LABELS: dict[str, NameLabel] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
LONGEST_SENTENCE = 250
"""Tokens decoded at once, so that a line without end costs no more memory than many short ones."""


@cache
def _model() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files("daybook") / "knowledge" / MODEL) as path:
        tagger.open(str(path))
    return tagger


def tag(layer: str, text: CleanText) -> Names:
    """The names in the title and the body's sentences, sorted, without overlap."""
    sentences = [cut for start, end in spans_of(text) for cut in cut_sentence(layer, start, end)]
    labelled = zip(sentences, label([[word for word, _ in sentence] for sentence in sentences]), strict=True)
    return Names(tuple(name for sentence, labels in labelled for name in _names(sentence, labels)))


def spans_of(text: CleanText) -> list[tuple[int, int]]:
    """Title and sentences; the title only where it stands apart from the body."""
    body = [(sentence.start, sentence.end) for sentence in text.sentences]
    title = text.title_span
    if title is None or any(start < title.end and title.start < end for start, end in body):
        return body
    return sorted([(title.start, title.end), *body])


def cut_sentence(layer: str, start: int, end: int) -> Iterator[list[Token]]:
    """The sentence's tokens, in stretches of bounded length."""
    found = list(tokens(layer, start, end))
    for first in range(0, len(found), LONGEST_SENTENCE):
        yield found[first : first + LONGEST_SENTENCE]


def label(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The labels of each word of one article."""
    model = _model()
    return [model.tag(pycrfsuite.ItemSequence(features)) for features in featurize(sentences)]


def _names(sentence: Sequence[Token], labels: Iterable[str]) -> Iterator[NameSpan]:
    start, kind, end = -1, "", -1
    for (word, offset), tagged in zip(sentence, labels, strict=True):
        mark, _, now = tagged.partition("-")
        if start >= 0 and (mark in "BUO" or now != kind):
            yield NameSpan(start, end, LABELS[kind])
            start = -1
        if mark != "O" and start < 0:
            start, kind = offset, now
        end = offset + len(word)
    if start >= 0:
        yield NameSpan(start, end, LABELS[kind])
