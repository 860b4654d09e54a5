"""Lines that every site repeats: sharing, newsletters, cookies, related links (knowledge/boilerplate.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from daybook.clean.knowledge import load
from daybook.clean.page import Block, Page
from daybook.values import Span

_LONGEST_START = 60
_LONGEST_LINE = 400
"""Characters of a line that is remembered."""
_HEADLINE_WORDS = 18
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Start:
    """Words of knowledge/boilerplate.yaml, and what a line is that has them."""

    words: str
    why: str
    longest: int
    """Words that the line may have."""
    tail: bool
    """Whether nothing behind it is article."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words where they stand whole."""
        return re.compile(rf"(?<!\w){re.escape(self.words)}(?!\w)")


_CALL = Start("follow ", "promo", 6, tail=False)
"""`Follow the Valley Post:`, above links that a text has lost."""


def rule(page: Page) -> Iterator[Span]:
    under: str | None = None
    for block in page.blocks:
        why = reason(block)
        heads = why if why is not None and not block.is_sentence else None
        if why is None and (
            (under == "promo" and _is_promo_text(block)) or (under == "related" and _is_headline(block))
        ):
            why = under
            heads = under if under == "related" else None
        if why is not None:
            yield block.span(why)
        under = heads


def reason(block: Block) -> str | None:
    """Why a block is no article by its own words; None where they say nothing."""
    start = entry(block)
    return start.why if start else None


def entry(block: Block) -> Start | None:
    if block.words > _most_words():
        return None
    return (
        _of_line(block.text, block.words)
        if len(block.text) <= _LONGEST_LINE
        else _of(block.text, block.words)
    )


def _of(line: str, words: int) -> Start | None:
    text = line.translate(_APOSTROPHES).casefold()
    if len(line) <= _LONGEST_START:
        found = _equals().get(" ".join(text.split()).rstrip(" .,:!…»>→*0123456789"))
        if found is not None:
            return found
    for start in _starts().get(text[:2], ()):
        if words <= start.longest and text.startswith(start.words) and _is_whole(text, start.words):
            return start
    for start in _contains():
        if start.words in text and words <= start.longest and start.pattern.search(text):
            return start
    return _CALL if words <= _CALL.longest and text.startswith(_CALL.words) and text[-1] == ":" else None


_of_line = lru_cache(maxsize=4096)(_of)
"""Several rules ask of the same lines, and pages of one outlet repeat theirs."""


def _is_whole(text: str, words: str) -> bool:
    """Whether the match ends where a word does."""
    return len(text) == len(words) or not (words[-1].isalnum() and text[len(words)].isalnum())


def _is_headline(block: Block) -> bool:
    """Whether the line under `Related` is a headline of another story rather than the next paragraph."""
    return not block.is_sentence and 3 <= block.words <= _HEADLINE_WORDS


def _is_promo_text(block: Block) -> bool:
    """Whether the paragraph under a promo's heading advertises the site's own coverage."""
    text = block.text[:400].translate(_APOSTROPHES).casefold()
    begins = text.startswith(("check out", "follow", "read", "see", "get", "watch", "the latest", "our "))
    return begins or "throughout the day" in text or "latest developments" in text


def _kinds(key: str) -> Iterator[Start]:
    for kind in load("boilerplate"):
        for words in kind.get(key, ()):
            yield Start(words, kind["why"], kind["longest"], kind.get("tail", False))


@cache
def _most_words() -> int:
    return max(int(kind["longest"]) for kind in load("boilerplate"))


@cache
def _equals() -> dict[str, Start]:
    return {start.words: start for start in _kinds("equals")}


@cache
def _starts() -> dict[str, tuple[Start, ...]]:
    """By their first two letters, so that a block is held against few of them."""
    found: dict[str, tuple[Start, ...]] = {}
    for start in _kinds("starts"):
        found[start.words[:2]] = (*found.get(start.words[:2], ()), start)
    return found


@cache
def _contains() -> tuple[Start, ...]:
    return tuple(_kinds("contains"))
