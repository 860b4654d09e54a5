"""Headlines in capitals, brought to the case that the words would have in running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

SHOUTED = 0.9
"""Share of words in capitals from which a sentence tells nothing by its capitals."""


def spellings(sentences: Iterable[Sequence[str]]) -> dict[str, str]:
    """How each word is spelt in sentences that mix cases, by its lower case; a lower-case use wins."""
    known: dict[str, str] = {}
    for words in sentences:
        for position, word in enumerate(words):
            if word.islower():
                known[word] = word
            elif position:
                known.setdefault(word.lower(), word)
    return known


def shouted(words: Sequence[str]) -> bool:
    """Whether the words stand in capitals throughout: at least two of two letters or more."""
    if sum(map(str.isupper, words)) < 2:
        return False
    loud = sum(word.isupper() and len(word) > 1 and word.isalpha() for word in words)
    return loud > 1 and loud >= SHOUTED * sum(len(word) > 1 and word.isalpha() for word in words)


def truecase(words: Sequence[str], known: Mapping[str, str], flags: Mapping[str, str]) -> list[str]:
    """The words of a shouted sentence as the article, or else the language, would spell them."""
    return [_cased(word, known, flags) for word in words]


def _cased(word: str, known: Mapping[str, str], flags: Mapping[str, str]) -> str:
    if not word.isalpha():
        return word
    low = word.lower()
    return known.get(low) or (low if "l" in flags.get(low, "") or len(low) == 1 else low.capitalize())
