"""What the tagger sees of each word: the word, its shape and affixes, word lists, neighbours, and the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from daybook.actors.lexicon import flags
from daybook.actors.truecase import shouted, spellings, truecase

Features = list[str]

_NONE = ("^", ("^",), ("-1=^",), ("+1=^",), ("-2=^",), ("+2=^",), "^", "")


def featurize(sentences: Sequence[Sequence[str]]) -> Iterator[list[Features]]:
    """Features of every word of one article, sentence by sentence."""
    loud = [shouted(words) for words in sentences]
    if any(loud):
        known = spellings(words for words, all_ in zip(sentences, loud, strict=True) if not all_)
        sentences = [
            truecase(words, known, flags()) if all_ else words
            for words, all_ in zip(sentences, loud, strict=True)
        ]
    hints = _article_hints(sentences)
    for words in sentences:
        yield _sentence(words, hints)


def _sentence(words: Sequence[str], hints: dict[str, tuple[str, ...]]) -> list[Features]:
    looks = [_NONE, _NONE, *map(_look, words), _NONE, _NONE]
    out = []
    for i, word in enumerate(words, 2):
        before, here, after = looks[i - 1], looks[i], looks[i + 1]
        features = [
            *here[1], *before[2], *after[3], *looks[i - 2][4], *looks[i + 2][5],
            f"b-={before[0]}|{here[0]}", f"b+={here[0]}|{after[0]}",
            f"sh={before[6]}|{here[6]}|{after[6]}", f"li={before[7]}|{here[7]}|{after[7]}",
        ]  # fmt: skip
        if i == 2:
            features.append("first")
        features += hints.get(word, ())
        out.append(features)
    return out


@lru_cache(maxsize=1 << 16)
def _look(
    word: str,
) -> tuple[
    str, tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str
]:
    """The word, its own features, those it lends to neighbours (next, previous, two off), its shape and flags."""
    low, shape = _normal(word), _shape(word)
    lists = flags().get(word.lower(), "") if word[0].isalpha() else ""
    own = ["1", "w=" + low, "sh=" + shape, "li=" + lists]
    if word[0].isalpha():
        own += [
            "p2=" + low[:2],
            "p3=" + low[:3],
            "p4=" + low[:4],
            "s1=" + low[-1:],
            "s2=" + low[-2:],
            "s3=" + low[-3:],
            "s4=" + low[-4:],
        ]
        own += [f"f={flag}|{shape[:1]}" for flag in lists]
    return (
        low, tuple(own),
        ("-1=" + low, "-1sh=" + shape, "-1li=" + lists, "-1s3=" + low[-3:]),
        ("+1=" + low, "+1sh=" + shape, "+1li=" + lists, "+1s3=" + low[-3:]),
        ("-2=" + low, "-2sh=" + shape[:1] + lists), ("+2=" + low, "+2sh=" + shape[:1] + lists),
        shape, lists,
    )  # fmt: skip


def _normal(word: str) -> str:
    """Lower case, digits as 0, typographic quotes as plain ones."""
    if word[0].isdigit():
        return re.sub(r"\d", "0", word)[:8]
    return word.lower().replace("’", "'")


def _shape(word: str) -> str:
    """`Xx` Word, `X` WORD or W, `x` word, `0` digits, `XxX` McDonald, or the mark itself."""
    if word.isalpha():
        if word.islower():
            return "x"
        if word.isupper():
            return "X" if len(word) > 1 else "A"
        return "Xx" if word[0].isupper() and word[1:].islower() else "XxX"
    if word[0].isdigit():
        return "0"
    return word if len(word) == 1 else "X." if word[0].isupper() else "x."


def _article_hints(sentences: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What the whole article tells of a capitalised word: where else, and next to what, it stands."""
    lists = flags()
    found: dict[str, set[str]] = {}
    lower = {word for words in sentences for word in words if word.islower()}
    for words in sentences:
        previous = ""
        for position, word in enumerate(words):
            if word[0].isupper():
                told = found.setdefault(word, set())
                told.add("D=first" if position == 0 else "D=mid")
                if word.lower() in lower:
                    told.add("D=lower")
                if previous[:1].isupper():
                    _pair(previous, word, lists, found)
            previous = word
    return {word: tuple(sorted(told)) for word, told in found.items()}


def _pair(previous: str, word: str, lists: dict[str, str], found: dict[str, set[str]]) -> None:
    before, here = lists.get(previous.lower(), ""), lists.get(word.lower(), "")
    if "g" in before and "o" not in here:
        found[word].add("D=after-given")
    if "t" in before:
        found[word].add("D=after-title")
    if "o" in here:
        found.setdefault(previous, set()).add("D=before-body")
