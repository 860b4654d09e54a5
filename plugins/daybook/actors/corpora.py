"""Readers of the open training sets: articles of sentences of (word, label), labels B-/I- PER, ORG, LOC, MISC or O.

The sets differ in words and labels; all are cut again by `daybook.actors.tokens`, titles are taken off persons,
and labels that are no names (times) are dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from daybook.actors.tokens import tokens

Sentence = list[tuple[str, str]]
Article = list[Sentence]

LABELS = {
    "per": "PER", "person": "PER",
    "org": "ORG", "group": "ORG", "corporation": "ORG",
    "loc": "LOC", "location": "LOC", "geo": "LOC", "gpe": "LOC",
    "misc": "MISC", "product": "MISC", "creative-work": "MISC", "art": "MISC", "eve": "MISC", "nat": "MISC",
}  # fmt: skip
"""The sets' labels in ours; a label that is not here names nothing."""

TITLES = frozenset(
    [
        "president",
        "prime",
        "minister",
        "foreign",
        "defense",
        "defence",
        "interior",
        "finance",
        "vice",
        "deputy",
        "secretary",
        "state",
        "general",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "sen.",
        "rep.",
        "gov.",
        "gen.",
        "lt.",
        "col.",
        "maj.",
        "capt.",
        "sgt.",
        "prof.",
        "rev.",
        "senator",
        "governor",
        "chancellor",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "judge",
        "justice",
        "spokesman",
        "spokeswoman",
        "leader",
        "ambassador",
        "mayor",
        "premier",
        "chairman",
        "former",
        "prophet",
        "sister",
        "mr",
        "mrs",
        "ms",
        "dr",
        "archbishop",
        "cardinal",
        "colonel",
        "major",
        "captain",
        "sheikh",
        "ayatollah",
        "emperor",
        "lord",
        "sir",
        "lieutenant",
        "congressman",
        "cardinal",
        "mufti",
        "imam",
        "commander",
        "admiral",
        "commissioner",
        "director",
        "brigadier",
    ]
)
"""Words that lead a person's name in sets that count titles in; the name begins behind them."""


def read(folder: Path) -> Iterator[Article]:
    """All articles of all sets in the folder, in order of file names."""
    for path in sorted(folder.iterdir()):
        if path.suffix in (".conll", ".iob2"):
            for article in _articles(path):
                yield [_recut(sentence) for sentence in article if sentence]


def _articles(path: Path) -> Iterator[list[list[tuple[str, str]]]]:
    whole = "-DOCSTART-" in path.read_text(encoding="utf-8") or path.suffix == ".iob2"
    article: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
        starts = line.startswith(("-DOCSTART-", "# newdoc"))
        if starts or not line.strip():
            if sentence:
                article.append(sentence)
                sentence = []
            if article and (starts or not whole):
                yield article
                article = []
        elif not line.startswith("# ") and len(row) > 1 and row[0]:
            word, label = (row[1], row[2]) if path.suffix == ".iob2" else (row[0], row[-1])
            sentence.append((word.strip(), label.strip()))
    if sentence:
        article.append(sentence)
    if article:
        yield article


def _recut(sentence: Iterable[tuple[str, str]]) -> Sentence:
    """The sentence in our tokens and labels."""
    out: Sentence = []
    inside = ""
    for word, label in sentence:
        mark, _, raw = label.partition("-")
        kind = LABELS.get(raw.lower(), "")
        begins = bool(kind) and (mark == "B" or kind != inside)
        inside = kind
        for piece, _ in tokens(word, 0, len(word)):
            out.append((piece, f"{'B' if begins else 'I'}-{kind}" if kind else "O"))
            begins = False
    return _untitled(out)


def _untitled(sentence: Sentence) -> Sentence:
    """Take titles off the head of persons' names, as long as a name is left."""
    out = list(sentence)
    for i in range(len(out) - 1):
        (word, label), follows = out[i], out[i + 1]
        if label == "B-PER" and (word.lower() in TITLES or word == "-") and follows[1] == "I-PER":
            out[i], out[i + 1] = (word, "O"), (follows[0], "B-PER")
    return out
