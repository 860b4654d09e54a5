"""What does not hold."""

from __future__ import annotations

from daybook.values import Problem

STAGE = "proof"
BUILD = "run daybook build"
"""What mends a site that is not what its content gives."""
GONE = "seed-gone"
"""Code of what cannot be proven, as its seed is no more there; all else is broken."""


def fault(file: str, code: str, expected: str, found: str, do: str) -> Problem:
    return Problem(file, STAGE, code, expected, found, do)
