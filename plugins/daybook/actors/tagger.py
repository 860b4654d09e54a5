"""The names of an article, by a conditional random field over its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from daybook.actors.features import Features, featurize
from daybook.actors.lines import lines
from daybook.actors.names import NameLabel, Names, NameSpan
from daybook.actors.second_pass import refine
from daybook.actors.second_pass.reading import Reading
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
    """The names in the title and the body's sentences, sorted, without overlap.

    In a language that the model never saw they are those alone that the words beside them give away.
    """
    read = tuple(lines(layer, text))
    english = text.lang.partition("-")[0].lower() == LANGUAGE
    spans: list[NameSpan] = []
    if english:
        for line, features in zip(
            read, featurize([[word for word, _ in line.tokens] for line in read]), strict=True
        ):
            spans += _names(line.tokens, features)
    return Names(tuple(refine(Reading(layer, read, english), spans)), read)


def _names(tokens: Sequence[Token], features: list[Features]) -> Iterator[NameSpan]:
    model = _model()
    marks = model.tag(features)
    first = -1
    for i, mark in enumerate([*marks, "O"]):
        if first >= 0 and (mark[0] in "BUO" or mark[2:] != marks[first][2:]):
            word, start = tokens[i - 1]
            sure = min(model.marginal(marks[at], at) for at in range(first, i))
            found = LABELS[marks[first][2:]]
            yield NameSpan(
                tokens[first][1], start + len(word), found, round(sure, 3), shares=_shares(model, first)
            )
            first = -1
        if mark != "O" and first < 0:
            first = i


def _shares(model: pycrfsuite.Tagger, first: int) -> tuple[tuple[NameLabel, float], ...]:
    """How probable names of each label are that begin at a word."""
    return tuple(
        (label, round(model.marginal(f"B-{mark}", first) + model.marginal(f"U-{mark}", first), 3))
        for mark, label in LABELS.items()
    )
