"""The names of an article, by a conditional random field over its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from daybook.actors.features import featurize
from daybook.actors.names import NameLabel, Names, NameSpan
from daybook.actors.second_pass import refine
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
    spans = [name for sentence, (labels, sure) in labelled for name in _names(sentence, labels, sure)]
    return Names(tuple(refine(layer, sentences, spans)))


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


def label(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[str], list[float]]]:
    """The label of each word of one article, and the probability of each that is part of a name."""
    model = _model()
    for features in featurize(sentences):
        labels = model.tag(pycrfsuite.ItemSequence(features))
        yield labels, [1.0 if mark == "O" else model.marginal(mark, i) for i, mark in enumerate(labels)]


def _names(sentence: Sequence[Token], labels: Sequence[str], sure: Sequence[float]) -> Iterator[NameSpan]:
    first = -1
    for i, mark in enumerate([*labels, "O"]):
        if first >= 0 and (mark[0] in "BUO" or mark[2:] != labels[first][2:]):
            word, start = sentence[i - 1]
            found = LABELS[labels[first][2:]]
            yield NameSpan(sentence[first][1], start + len(word), found, round(min(sure[first:i]), 3))
            first = -1
        if mark != "O" and first < 0:
            first = i
