"""What the tagger sees of each word: the word, its shape and affixes, word lists, neighbours, and the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from daybook.actors.lexicon import flags
from daybook.actors.truecase import shouted, spellings, truecase

Features = list[bytes]
"""UTF-8, as the model keeps them: a word's own are encoded once, and not at each of its uses."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One word by itself."""

    low: bytes
    shape: bytes
    flags: bytes
    own: tuple[bytes, ...]
    to_next: tuple[bytes, ...]
    """What it tells of the word behind it; and so on."""
    to_previous: tuple[bytes, ...]
    to_next_but_one: tuple[bytes, ...]
    to_previous_but_one: tuple[bytes, ...]


_NONE = _Look(b"^", b"^", b"", (b"^",), (b"-1=^",), (b"+1=^",), (b"-2=^",), (b"+2=^",))


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


def _sentence(words: Sequence[str], hints: dict[str, tuple[bytes, ...]]) -> list[Features]:
    looks = [_NONE, _NONE, *map(_look, words), _NONE, _NONE]
    out = []
    for i, word in enumerate(words, 2):
        before, here, after = looks[i - 1], looks[i], looks[i + 1]
        out.append([
            *here.own, *before.to_next, *after.to_previous,
            *looks[i - 2].to_next_but_one, *looks[i + 2].to_previous_but_one,
            b"b-=%b|%b" % (before.low, here.low), b"b+=%b|%b" % (here.low, after.low),
            b"sh=%b|%b|%b" % (before.shape, here.shape, after.shape),
            b"li=%b|%b|%b" % (before.flags, here.flags, after.flags),
            *((b"first",) if i == 2 else ()), *hints.get(word, ()),
        ])  # fmt: skip
    return out


@lru_cache(maxsize=1 << 16)
def _look(word: str) -> _Look:
    low, shape = _normal(word), _shape(word)
    lists = flags().get(word.lower(), "") if word[0].isalpha() else ""
    own = ["1", "w=" + low, "sh=" + shape, "li=" + lists]
    if word[0].isalpha():
        own += [f"p{n}=" + low[:n] for n in (2, 3, 4)]
        own += [f"s{n}=" + low[-n:] for n in (1, 2, 3, 4)]
        own += [f"f={flag}|{shape[:1]}" for flag in lists]
    beside = ("=" + low, "sh=" + shape, "li=" + lists, "s3=" + low[-3:])
    beyond = ("=" + low, "sh=" + shape[:1] + lists)
    return _Look(
        low.encode(), shape.encode(), lists.encode(),
        tuple(each.encode() for each in own),
        *(tuple((side + each).encode() for each in beside) for side in ("-1", "+1")),
        *(tuple((side + each).encode() for each in beyond) for side in ("-2", "+2")),
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


def _article_hints(sentences: Sequence[Sequence[str]]) -> dict[str, tuple[bytes, ...]]:
    """What the whole article tells of a capitalised word: where else, and next to what, it stands."""
    lists = flags()
    found: dict[str, set[bytes]] = {}
    lower = {word for words in sentences for word in words if word.islower()}
    for words in sentences:
        previous = ""
        for position, word in enumerate(words):
            if word[0].isupper():
                told = found.setdefault(word, set())
                told.add(b"D=first" if position == 0 else b"D=mid")
                if word.lower() in lower:
                    told.add(b"D=lower")
                if previous[:1].isupper():
                    _pair(previous, word, lists, found)
            previous = word
    return {word: tuple(sorted(told)) for word, told in found.items()}


def _pair(previous: str, word: str, lists: dict[str, str], found: dict[str, set[bytes]]) -> None:
    before, here = lists.get(previous.lower(), ""), lists.get(word.lower(), "")
    if "g" in before and "o" not in here:
        found[word].add(b"D=after-given")
    if "t" in before:
        found[word].add(b"D=after-title")
    if "o" in here:
        found.setdefault(previous, set()).add(b"D=before-body")
