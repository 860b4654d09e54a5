"""JSON as people read it in a diff: letters as they are, what cannot be seen as an escape, one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

# Controls, formatting and bidirectional marks, line separators, surrogates, specials: invisible, or harmful in a terminal.
_UNSEEN = re.compile(
    "[\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]"
)


encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
"""One line of JSON, keys in the order given, with what cannot be seen as it is."""


def dumps(value: object) -> str:
    """One line of JSON, keys in the order given."""
    return seen(encode(value))


def seen(text: str) -> str:
    """JSON in which what cannot be seen stands as an escape."""
    return _UNSEEN.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def to_lines(rows: Iterable[object]) -> bytes:
    """JSON Lines, sorted, so that the additions of two people merge line by line."""
    return "".join(f"{line}\n" for line in sorted({dumps(row) for row in rows})).encode()


def from_lines(path: Path) -> list[tuple[int, object]]:
    """The records of a JSON Lines file with their line numbers; none where there is no file.

    A line that is no JSON (a merge marker of git, say) raises ValueError that names it.
    """
    if not path.is_file():
        return []
    rows: list[tuple[int, object]] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        if line.strip():
            try:
                rows.append((number, json.loads(line)))
            except (ValueError, RecursionError):
                raise ValueError(
                    f"{path}, line {number}: expected one JSON object, found {line[:60]!r}"
                ) from None
    return rows
