"""The names of an article, by a conditional random field over its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from daybook.actors.features import featurize
from daybook.actors.lines import lines
from daybook.actors.names import NameLabel, Names, NameSpan
from daybook.actors.second_pass import refine
from daybook.actors.tokens import Token
from daybook.values import CleanText

MODEL = "tagger.crfsuite"
LANGUAGE = "en"
"""Of the sets that the model was trained on; of other languages it would name what is no name."""
LABELS: dict[str, NameLabel] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


@cache
def _model() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files("daybook") / "knowledge" / MODEL) as path:
        tagger.open(str(path))
    return tagger


def tag(layer: str, text: CleanText) -> Names:
    """The names in the title and the body's sentences, sorted, without overlap; none in a language it never saw."""
    read = tuple(lines(layer, text))
    if text.lang.partition("-")[0].lower() != LANGUAGE:
        return Names((), read)
    labelled = zip(read, label([[word for word, _ in line.tokens] for line in read]), strict=True)
    spans = [name for line, (labels, sure) in labelled for name in _names(line.tokens, labels, sure)]
    return Names(tuple(refine(layer, [line.tokens for line in read], spans)), read)


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
