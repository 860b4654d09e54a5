"""From text to the terms of the index. The browser has the same contract in theme/scripts/search/tokens.ts, and
both are held to tests/search/cases/tokens.json.

1. Words are runs of letters, marks and digits. An apostrophe between them belongs to the word, as do the commas of
   35,000 and the full stops of U.N.; everything else, dashes and slashes among it, divides.
2. A word is folded: compatibility forms (NFKD), no accents on Latin letters, lower case, no possessive 's, no
   apostrophes, recomposed (NFC). Other scripts keep their marks: й is no и.
3. A word of an English text is dropped if it is too common, and stemmed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import chain

import regex

from daybook.search.stemmer import stem

_DATA = json.loads(files("daybook").joinpath("knowledge/search/tokens.json").read_text(encoding="utf-8"))
_STOP: frozenset[str] = frozenset(_DATA["stop"])
_LONGEST: int = _DATA["longest"]
_FOLDED = 256
"""Code points of a word that are looked at."""
_KEPT = 1 << 17
"""Parts of texts of which the words are kept."""
_AROUND = "!\"#$%&()*+,-./:;<=>?@[]^_`{|}~'"
"""ASCII that belongs to no word at its ends."""
_APOSTROPHES = f"[{_DATA['apostrophes']}]"
_LETTERS = str.maketrans(_DATA["letters"])

_CHARACTER = r"[\p{L}\p{M}\p{N}]"
_INITIALS = rf"(?<!{_CHARACTER})\p{{L}}(?:\.\p{{L}}(?!{_CHARACTER}))+"
_GROUPED = rf"(?<!{_CHARACTER})\p{{Nd}}{{1,3}}(?:,\p{{Nd}}{{3}}(?!{_CHARACTER}))+"
_WORD = regex.compile(rf"{_INITIALS}|{_GROUPED}|{_CHARACTER}+(?:{_APOSTROPHES}{_CHARACTER}+)*")
_POSSESSIVE = regex.compile(rf"{_APOSTROPHES}[sS]$")
_DROPPED = regex.compile(rf"{_APOSTROPHES}|[.,]")
_ACCENTS = regex.compile(r"(\p{Latin})\p{Mn}+")
_PART = regex.compile(rf"{_CHARACTER}+")


def tokens(text: str) -> list[str]:
    """The folded words of a text, in its order."""
    return list(chain.from_iterable(map(_plain.__getitem__, text.split())))


def terms(text: str, lang: str) -> list[str]:
    """The terms under which a text of that language (BCP 47) is indexed, in its order."""
    of = _stemmed if is_stemmed(lang) else _plain
    return list(chain.from_iterable(map(of.__getitem__, text.split())))


def terms_of_each(words: Iterable[str], lang: str) -> Iterator[tuple[str, ...]]:
    """The terms of each word, which holds no white space."""
    return map((_stemmed if is_stemmed(lang) else _plain).__getitem__, words)


def is_stemmed(lang: str) -> bool:
    """Whether the language has a stemmer."""
    return lang.partition("-")[0].lower() == "en"


def unique(texts: Iterable[str], lang: str) -> list[str]:
    """The terms of names and aliases, each once, in their order."""
    return list(dict.fromkeys(_all(texts, lang)))


def _all(texts: Iterable[str], lang: str) -> Iterator[str]:
    for text in texts:
        yield from terms(text, lang)


def _words(part: str) -> tuple[str, ...]:
    """The folded words of a part between white space."""
    core = part.strip(_AROUND)
    if core.isascii() and core.isalnum():
        return (core.lower()[:_LONGEST],)
    return tuple(token for word in _WORD.finditer(part) for token in _fold(word.group()[:_FOLDED]))


def _stems(part: str) -> tuple[str, ...]:
    return tuple(stem(token) for token in _words(part) if token not in _STOP)


class _Kept(dict[str, tuple[str, ...]]):
    """What was made of parts of texts; the same ones come again and again, and no word reaches over white space."""

    def __init__(self, make: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, part: str) -> tuple[str, ...]:
        made = self._make(part)
        if len(part) <= _FOLDED:
            if len(self) >= _KEPT:
                self.clear()
            self[part] = made
        return made


_plain = _Kept(_words)
_stemmed = _Kept(_stems)


def _fold(word: str) -> tuple[str, ...]:
    """One word folded; several where a compatibility form holds several, as ½ does, and none of apostrophes alone."""
    bare = _DROPPED.sub("", _POSSESSIVE.sub("", word))
    if bare.isascii():
        return (bare.lower()[:_LONGEST],) if bare else ()
    plain = _ACCENTS.sub(r"\1", unicodedata.normalize("NFKD", bare)).lower().translate(_LETTERS)
    parts = _PART.findall(unicodedata.normalize("NFC", plain))
    return tuple(part[:_LONGEST] for part in parts)
