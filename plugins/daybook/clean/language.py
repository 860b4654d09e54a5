"""The language of a text: by its script, then by the short words that it is full of."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Literal

from daybook.clean.knowledge import load

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SAMPLE = 2000
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}|\d{3}))*")
_FEWEST = 3
"""Hits that another language needs to be believed."""


def language(text: str, stated: str | None = None) -> str:
    """BCP 47 tag of `text`; `stated` is believed where it is one. English where nothing says otherwise."""
    if stated and len(stated) <= 20 and _TAG.fullmatch(stated):
        first, *rest = stated.replace("_", "-").split("-")
        return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    return _by_script(sample) or _by_words(sample)


def direction(lang: str) -> Literal["ltr", "rtl"]:
    return "rtl" if lang.split("-")[0] in load("languages")["right_to_left"] else "ltr"


def _by_script(sample: str) -> str | None:
    foreign = [c for c in sample if c > "\u036f"]
    letters = Counter(
        script["lang"] for c in foreign for script in _scripts() if script["first"] <= c <= script["last"]
    )
    if not letters or letters.most_common(1)[0][1] * 2 < len(_LETTER.findall(sample)):
        return None
    found: str = "ja" if letters["ja"] * 10 > letters.total() else letters.most_common(1)[0][0]
    return "fa" if found == "ar" and any(c in sample for c in load("languages")["letters"]["fa"]) else found


def _by_words(sample: str) -> str:
    known = _stop_words()
    hits: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(sample.casefold())).items():
        for lang in known.get(word, ()):
            hits[lang] += times
    if _CYRILLIC.search(sample, 0, 400):
        letters = load("languages")["letters"]
        for lang in ("be", "uk", "ru"):
            hits[lang] += 3 * sum(sample.casefold().count(letter) for letter in letters[lang])
    best = max(sorted(hits), key=lambda lang: hits[lang], default="en")
    return best if hits[best] >= _FEWEST and hits[best] > hits["en"] else "en"


@cache
def _stop_words() -> dict[str, tuple[str, ...]]:
    """Languages by the short words that show them."""
    found: dict[str, tuple[str, ...]] = {}
    for lang, words in load("languages")["words"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), lang)
    return found


@cache
def _scripts() -> tuple[dict[str, str], ...]:
    return tuple(load("languages")["scripts"])
