"""Whole numbers as characters, which a script holds in half the room and a browser reads without parsing numerals.

A number's last digit is one of 64, each digit before it one of 27 others, so that it shows where it ends:
theme/scripts/search/digits.ts reads them, and both are held to tests/search/cases/digits.json.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_ALL = bytes(code for code in range(0x20, 0x7F) if chr(code) not in '"\\<>')
"""Printable ASCII that no script's string has to escape."""
_LAST = np.frombuffer(_ALL[:64], np.uint8)
_BEFORE = np.frombuffer(_ALL[64:], np.uint8)


def written(numbers: Numbers) -> tuple[str, Numbers]:
    """All numbers (from 0 up) in one string, and where each one ends in it."""
    if not len(numbers):
        return "", numbers
    digits, rest = [_LAST[numbers % len(_LAST)]], numbers // len(_LAST)
    held = [np.ones(len(numbers), bool)]
    while rest.any():
        digits.append(_BEFORE[rest % len(_BEFORE)])
        held.append(rest > 0)
        rest = rest // len(_BEFORE)
    shown = np.stack(held[::-1], axis=1)
    text = np.stack(digits[::-1], axis=1)[shown].tobytes().decode("ascii")
    return text, np.cumsum(shown.sum(axis=1))


def steps(numbers: Sequence[int]) -> str:
    """Rising numbers, each as the step from the one before; the first from 0."""
    return "".join(runs(np.array(numbers, np.int64), np.array([len(numbers)])))


def runs(numbers: Numbers, ends: Numbers) -> list[str]:
    """The same for many runs of rising numbers that stand one behind the other; `ends` tells where each one does."""
    text, at = written(stepped(numbers, ends))
    cut = np.concatenate(([0], at))[ends].tolist()
    return [text[start:end] for start, end in pairwise([0, *cut])]


def stepped(numbers: Numbers, ends: Numbers) -> Numbers:
    """The steps of such runs, each of which begins from 0."""
    made = np.diff(numbers, prepend=0)
    starts = ends[:-1][ends[:-1] < len(numbers)]
    made[starts] = numbers[starts]
    return made
