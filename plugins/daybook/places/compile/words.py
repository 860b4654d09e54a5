"""Words that are names and something else as well: English words, given names, surnames."""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from daybook.places import store
from daybook.places.fold import fold, fold_word

_COMMON = 2000
"""A word counts as ordinary English from so many uses in the frequency list's 4 billion words; `essen` has 50."""
_SURNAMES = 1500
"""So many of the census' most frequent surnames count."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a name may be besides."""

    common: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]

    def flags(self, key: str) -> int:
        """The warnings that go with a folded name."""
        parts = key.split()
        word = all(part in self.common for part in parts)
        flags = store.WORD_FLAG if word else 0
        if len(parts) == 1:
            flags |= store.GIVEN_FLAG if key in self.given else 0
            flags |= store.SURNAME_FLAG if key in self.surnames else 0
        return flags


def load(node_modules: Path) -> Words:
    """Read the word lists of the packages that ship them."""
    dictionary = json.loads(
        (node_modules / "an-array-of-english-words/index.json").read_text(encoding="utf-8")
    )
    zipped = resources.files("spellchecker") / "resources" / "en.json.gz"
    frequency: dict[str, int] = json.loads(gzip.decompress(zipped.read_bytes()))
    common = {word for word in dictionary if frequency.get(word, 0) >= _COMMON}
    common |= {"of", "the", "a", "i"}
    first = _census("dist.female.first", 2000) | _census("dist.male.first", 2000)
    return Words(
        frozenset(fold_word(word) for word in common),
        frozenset(first - _census_towns()),
        frozenset(_census("dist.all.last", _SURNAMES)),
    )


def _census(file: str, count: int) -> set[str]:
    lines = (resources.files("names") / file).read_text(encoding="utf-8").splitlines()[:count]
    return {fold(row[0]) for row in csv.reader(lines, delimiter=" ")}


def _census_towns() -> frozenset[str]:
    """Given names in the census list that news use for the place far more often than for a person."""
    return frozenset(
        [
            "china",
            "india",
            "israel",
            "america",
            "asia",
            "paris",
            "london",
            "chicago",
            "houston",
            "dallas",
            "vienna",
        ]
    )
