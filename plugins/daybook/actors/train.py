"""Trains the tagger: `python -m daybook.actors.train DATA_DIR` writes knowledge/tagger.crfsuite and tagger.lexicon.gz.

DATA_DIR holds the open sets as .conll and .iob2 files (see knowledge/README.md for sources and licences). The same
files give the same model, byte by byte. Needs the extra `train`; takes about eight minutes on one core.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pycrfsuite

from daybook.actors.corpora import Article, Sentence, read
from daybook.actors.features import Features, featurize
from daybook.actors.lexicon import FILE as LEXICON
from daybook.actors.tagger import MODEL
from daybook.actors.wordlists import compile_lexicon

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
SETTINGS = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 60,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}
"""L1 and L2 weights, L-BFGS steps, and the least count of a feature."""


def train(folder: Path, into: Path = KNOWLEDGE) -> None:
    """Compile the lexicon, then train the model on all sets of the folder."""
    articles = list(read(folder))
    lexicon = compile_lexicon(articles)
    text = "".join(f"{word}\t{flags}\n" for word, flags in lexicon.items())
    (into / LEXICON).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for features, labels in examples(articles):
        trainer.append(features, labels)
    trainer.train(str(into / MODEL))


def examples(articles: Iterable[Article]) -> Iterator[tuple[list[Features], list[str]]]:
    """Features and labels of each sentence."""
    for article in articles:
        words = [[word for word, _ in sentence] for sentence in article]
        for features, sentence in zip(featurize(words), article, strict=True):
            yield features, bilou(sentence)


def bilou(sentence: Sentence) -> list[str]:
    """The sentence's labels with a name's last (L-) and only (U-) word marked."""
    labels = [label for _, label in sentence] + ["O"]
    out = []
    for label, following in pairwise(labels):
        last = not following.startswith("I")
        mark = {"B": "U" if last else "B", "I": "L" if last else "I"}.get(label[0], "O")
        out.append(mark + label[1:])
    return out


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    train(Path(sys.argv[1]))
