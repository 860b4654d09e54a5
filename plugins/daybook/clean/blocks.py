"""A text layer into blocks: hard-wrapped lines are joined again, all others stand for themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from daybook.clean.page import Block

_LINE = re.compile(r"[^\n]+")
MOST = 50_000
"""Blocks of one article; all lines behind make up the last one."""
_WIDEST = 84
"""Columns of hard-wrapped text; typewriters and wires stay below."""
_ENDS = frozenset('.!?…:;"”’»)')
_INDENT = 2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    gap: bool


def blocks(layer: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of `layer` from `start` on."""
    lines = _lines(layer, start)
    width = max(len(line.text) for line in lines) if _is_wrapped(lines) else 0
    found: list[tuple[int, int, bool]] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and (len(found) >= MOST or _continues(before, line, width)):
            first, _, gap = found[-1]
            found[-1] = (first, line.end, gap)
        else:
            found.append((line.start, line.end, line.gap))
        before = line
    return tuple(Block.of(layer, first, last, gap) for first, last, gap in found)


def _lines(layer: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    last = -1
    gap = True
    for match in _LINE.finditer(layer, start):
        line = match[0]
        bare = line.strip()
        if not bare:
            gap = True
            continue
        indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
        first = match.start() + indent
        gap = gap or match.start() - last > 1
        lines.append(_Line(first, first + len(bare), bare, indent, gap))
        last, gap = match.end(), False
    return lines


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether lines break where the column ends rather than where a paragraph does."""
    if len(lines) < 2:
        return False
    wide = sum(len(line.text) > _WIDEST for line in lines)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    broken = sum(_breaks_sentence(a, b) for a, b in pairs)
    return wide * 10 <= len(lines) and broken * 4 >= len(pairs) and broken > 0


def _breaks_sentence(line: _Line, following: _Line) -> bool:
    return (
        len(line.text) >= 40
        and line.text[-1] not in _ENDS
        and following.indent < line.indent + _INDENT
        and not following.text[0].isupper()
    )


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Whether `following` belongs to the paragraph of `line`; `width` is 0 where lines are paragraphs."""
    if following.gap or following.indent >= line.indent + _INDENT:
        return False
    if not width:
        return len(line.text) >= 50 and line.text[-1] not in _ENDS and following.text[0].islower()
    if line.text[-1] in _ENDS and len(line.text) + 1 + len(following.text.split(None, 1)[0]) <= width:
        return False
    return len(line.text) >= 40 or following.text[0].islower()
