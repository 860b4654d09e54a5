"""`Home » World » Europe`, `NewsWorld NewsElection`: where an article hangs in its site, above the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daybook.clean.page import Block, Page
from daybook.values import Span

_ABOVE = 8
"""Blocks at the top in which a breadcrumb is looked for."""
_MOST_WORDS = 12
_SEPARATORS = re.compile(r"\s[>»›/|•·→]\s?|[>»›→]")
_GLUED = re.compile(r"[a-z](?=[A-Z][a-z])")
_SECTIONS = frozenset(
    [
        "news",
        "home",
        "world",
        "politics",
        "business",
        "sport",
        "sports",
        "opinion",
        "national",
        "local",
        "europe",
        "africa",
        "asia",
        "americas",
        "middle",
        "east",
        "international",
        "weather",
        "culture",
        "science",
        "tech",
        "technology",
        "health",
        "entertainment",
        "lifestyle",
        "travel",
        "video",
        "us",
        "uk",
        "obituaries",
        "classifieds",
        "subscribe",
        "archive",
        "archives",
        "features",
        "community",
        "editorials",
        "podcasts",
        "live",
        "menu",
        "search",
    ]
)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def rule(page: Page) -> Iterator[Span]:
    for block in page.blocks[:_ABOVE]:
        # `ACME <ACM> SELLS STAKE`: a sign between brackets parts nothing.
        if (
            block.words <= _MOST_WORDS
            and not block.is_sentence
            and "<" not in block.text
            and _is_trail(block)
        ):
            yield block.span("breadcrumb")


def is_menu_line(block: Block) -> bool:
    """`News Sports Opinion Weather`: a menu on one line."""
    parts = [part.casefold() for part in _PARTS.findall(block.text)] if block.words <= _MOST_WORDS else []
    sections = sum(part in _SECTIONS for part in parts)
    return sections > 1 and sections * 2 >= len(parts)


def _is_trail(block: Block) -> bool:
    parts = [part.casefold() for part in _PARTS.findall(block.text)]
    sections = sum(part in _SECTIONS for part in parts)
    if len(_SEPARATORS.findall(block.text)) >= 2:
        return sections >= 1
    if _SEPARATORS.search(block.text) and parts and parts[0] in _SECTIONS:
        return len(parts) <= 4
    return bool(_GLUED.search(block.text)) and sections >= 2 and bool(parts) and parts[0] in _SECTIONS
