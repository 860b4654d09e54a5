"""What stands between quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„«»‘’'`]")
_CLOSED_BY = {"“": "”", "„": "“", "«": "»", "``": "''", "''": "''", '"': '"', "‘": "’", "'": "'"}
_SINGLE, _SINGLE_ENDS = frozenset("'‘"), frozenset("'’")
LONGEST_SINGLE = 600
"""Code points between single quotation marks, which are apostrophes too."""
_EITHER = frozenset(['"', "''"])
"""Marks that open and close."""
_ENDS = frozenset(",.?!—–-…")
"""What ends the quotation of a whole clause."""


_STOPS = frozenset(",.!?…")


class Quote(NamedTuple):
    """A quotation: its words, and its marks around them."""

    open: int
    """Offset of the opening mark."""
    start: int
    end: int
    close: int
    """Offset behind the closing mark."""
    closed: bool
    """False where it runs to the end of its paragraph."""

    def ended(self, layer: str) -> bool:
        """Whether a mark within it, or the comma behind it, ends it."""
        last = layer[self.start : self.end].rstrip()[-1:]
        return last in _ENDS or layer[self.close : self.close + 1] == ","


def quotes(layer: str, start: int, end: int) -> Iterator[Quote]:
    """The quotations of a paragraph, one behind the other; what is nested belongs to the outer one.

    A mark that can only open takes the place of one that was never closed.
    """
    opened, begin = "", start
    for at, mark in _marks(layer, start, end):
        if opened in _SINGLE and (mark not in _SINGLE_ENDS or at - begin > LONGEST_SINGLE):
            opened = ""  # an apostrophe
        if not opened:
            if mark in _CLOSED_BY and _opens(layer, at, mark):
                opened, begin = mark, at
        elif mark in _EITHER and mark == opened and _only_opens(layer, at, mark):
            begin = at
        elif (mark == _CLOSED_BY[opened] or (opened == "„" and mark == "”")) and _closes(layer, at, mark):
            yield Quote(begin, begin + len(opened), at, at + len(mark), True)
            opened = ""
    if opened and opened not in _SINGLE:
        yield Quote(begin, begin + len(opened), end, end, False)


def _marks(layer: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each quotation mark with its offset; two apostrophes or backticks are one."""
    behind = start
    for match in _MARK.finditer(layer, start, end):
        at, mark = match.start(), match[0]
        if at >= behind:
            double = layer[at + 1 : at + 2] == mark and mark in "'`"
            behind = at + 2 if double else at + 1
            if double or mark != "`":
                yield at, mark * 2 if double else mark


def _opens(layer: str, at: int, mark: str) -> bool:
    before, behind = layer[at - 1 : at] if at else "", layer[at + len(mark) : at + len(mark) + 1]
    if mark in _SINGLE:
        return not before.isalnum() and before not in _SINGLE_ENDS and behind.isalnum()
    return mark not in _EITHER or behind.isalnum() or not (before.isalnum() or before in _STOPS)


def _only_opens(layer: str, at: int, mark: str) -> bool:
    return layer[at - 1 : at].isspace() and layer[at + len(mark) : at + len(mark) + 1].isalnum()


def _closes(layer: str, at: int, mark: str) -> bool:
    if mark not in _SINGLE_ENDS:
        return True
    return layer[at - 1 : at] in _STOPS and not layer[at + 1 : at + 2].isalnum()
