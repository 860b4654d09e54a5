"""A header block at the top of a text or Markdown file.

Either lines `Title: …`, `Date: …` up to a blank line, all with known keys, or YAML between two `---` lines.
Anything less certain is article text.
"""

from __future__ import annotations

import re

from daybook.read import plain_yaml
from daybook.read.statements import KNOWN, stated
from daybook.values import Stated

_KEY_LINE = re.compile(r"([A-Za-z]{3,9}):[ \t]+(\S.{0,2000})")
_MAX_LINES = 12
_FENCE = "---"
_MAX_FENCED = 8_000
_SURE = frozenset({"title", "date", "url", "outlet"})
"""A header holds at least one of these; `Source: …` alone may be an article's own line."""


def header(text: str) -> tuple[Stated, int]:
    """What the header block of `text` states, and where the article begins behind it (0 without a header)."""
    return _fenced(text) if text.startswith(_FENCE + "\n") else _lines(text)


def _lines(text: str) -> tuple[Stated, int]:
    at = len(text) - len(text.lstrip("\n"))
    values: dict[str, object] = {}
    for _ in range(_MAX_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].strip()
        if not line:
            break
        match = _KEY_LINE.fullmatch(line) if len(line) < 2100 else None
        if match is None or match[1].lower() not in KNOWN or match[1].lower() in values or end < 0:
            return Stated(), 0
        values[match[1].lower()] = match[2]
        at = end + 1
    else:
        return Stated(), 0
    if not _SURE & values.keys() or not text[at:].strip():
        return Stated(), 0
    return stated(values, "header"), _skip_blank(text, at)


def _fenced(text: str) -> tuple[Stated, int]:
    end = text.find(f"\n{_FENCE}\n", 0, _MAX_FENCED)
    if end < 0:
        return Stated(), 0
    try:
        values = plain_yaml.mapping(text[len(_FENCE) + 1 : end + 1])
    except ValueError:
        return Stated(), 0
    return stated(values, "header"), _skip_blank(text, end + len(_FENCE) + 2)


def _skip_blank(text: str, at: int) -> int:
    while at < len(text) and text[at] == "\n":
        at += 1
    return at
