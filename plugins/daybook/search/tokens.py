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
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

import regex

from daybook.search.stemmer import stem

_DATA = json.loads(files("daybook").joinpath("knowledge/search/tokens.json").read_text(encoding="utf-8"))
_STOP: frozenset[str] = frozenset(_DATA["stop"])
_LONGEST: int = _DATA["longest"]
_FOLDED = 256
"""Code points of a word that are looked at."""
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
    return [token for word in _WORD.finditer(text) for token in _fold(word.group()[:_FOLDED])]


def terms(text: str, lang: str) -> list[str]:
    """The terms under which a text of that language (BCP 47) is indexed, in its order."""
    if is_stemmed(lang):
        return [stem(token) for token in tokens(text) if token not in _STOP]
    return tokens(text)


def is_stemmed(lang: str) -> bool:
    """Whether the language has a stemmer."""
    return lang.partition("-")[0].lower() == "en"


def unique(texts: Iterable[str], lang: str) -> list[str]:
    """The terms of names and aliases, each once, in their order."""
    return list(dict.fromkeys(_all(texts, lang)))


def _all(texts: Iterable[str], lang: str) -> Iterator[str]:
    for text in texts:
        yield from terms(text, lang)


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> tuple[str, ...]:
    """One word folded; several where a compatibility form holds several, as ½ does."""
    bare = _DROPPED.sub("", _POSSESSIVE.sub("", word))
    plain = _ACCENTS.sub(r"\1", unicodedata.normalize("NFKD", bare)).lower().translate(_LETTERS)
    parts = _PART.findall(unicodedata.normalize("NFC", plain))
    return tuple(part[:_LONGEST] for part in parts)
