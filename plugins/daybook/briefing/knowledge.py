"""Words by which sentences lean on one another, from `knowledge/briefing.yaml`, by language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"[^\W_]+")


@cache
def words(lang: str, part: str) -> frozenset[str]:
    """One list of a language (BCP 47); none of a language that the file does not know."""
    return frozenset(_file().get(lang.partition("-")[0].lower(), {}).get(part, ()))


@cache
def begins(lang: str, part: str) -> re.Pattern[str]:
    """One of a list's words or phrases at the beginning of a text, in any case."""
    return re.compile(rf"(?:{_alternatives(words(lang, part))})\b", re.IGNORECASE)


class Words:
    """The words of a text, to be asked which of the lists' words and phrases are among them, in any case."""

    def __init__(self, text: str, lang: str) -> None:
        told = _WORD.findall(text.lower())
        self._words, self._text, self._lang = frozenset(told), f" {' '.join(told)} ", lang

    def hold(self, part: str) -> bool:
        """Whether one of a list is among them."""
        single, several = _parted(self._lang, part)
        return not single.isdisjoint(self._words) or any(phrase in self._text for phrase in several)


@cache
def _parted(lang: str, part: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """A list's words, and its phrases between spaces."""
    known = words(lang, part)
    parted = {each: _WORD.findall(each.lower()) for each in known}
    several = sorted(f" {' '.join(told)} " for told in parted.values() if len(told) > 1)
    return frozenset(told[0] for told in parted.values() if len(told) == 1), tuple(several)


def _alternatives(known: frozenset[str]) -> str:
    ordered = sorted(known, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered) or r"(?!)"


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    text = (files("daybook") / "knowledge" / "briefing.yaml").read_text(encoding="utf-8")
    known: dict[str, dict[str, list[str]]] = yaml.load(
        text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return known
