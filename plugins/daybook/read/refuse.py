"""Problems of reading, worded once."""

from __future__ import annotations

from daybook.values import Problem


def printable(name: str) -> str:
    """A name as it may be reported: control characters and undecodable bytes as escapes, so that two never look alike."""
    return "".join(
        c if c.isprintable() and c != "\\" else c.encode("unicode_escape", "surrogatepass").decode()
        for c in name
    )


def set_aside(file: str, code: str, expected: str, found: str, do: str) -> Problem:
    """An article that is not published, and why."""
    return Problem(file, "read", code, expected, found, do, set_aside=True)


def remark(file: str, code: str, expected: str, found: str, do: str) -> Problem:
    """Something wrong beside an article that is published all the same."""
    return Problem(file, "read", code, expected, found, do)
