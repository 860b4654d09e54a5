"""JSON Lines: one article a line, its layer the line's `text`. Read as a stream, so the file may be large."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from daybook.read import files
from daybook.read.encoding import decode
from daybook.read.refuse import printable, set_aside
from daybook.read.statements import stated
from daybook.values import Problem, RawArticle

MAX_TOTAL = 2_000_000_000
"""Bytes of one file, decompressed; a zip bomb ends here."""


def lines(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    problem = files.check(path, name, limit=None)
    if problem is not None:
        yield problem
        return
    try:
        with path.open("rb") as file:
            yield from _records(file, name)
    except OSError as error:
        yield files.unreadable(name, error)


def zipped_lines(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    problem = files.check(path, name, limit=None)
    if problem is not None:
        yield problem
        return
    try:
        with gzip.open(path, "rb") as file:  # its own buffer gives what stands before a fault
            yield from _records(file, name)
    except OSError as error:
        yield files.unreadable(name, error)


def _records(file: IO[bytes] | gzip.GzipFile, name: str) -> Iterator[RawArticle | Problem]:
    number = total = 0
    while True:
        number += 1
        try:
            line = file.readline(files.MAX_BYTES + 1)
            rest = _skip(file, MAX_TOTAL - total) if len(line) > files.MAX_BYTES else 0
        except (OSError, EOFError, zlib.error) as error:
            found = str(error) or type(error).__name__
            yield set_aside(f"{name}:{number}", "broken-file", "a whole file", found, "fetch the file again")
            return
        total += len(line) + rest
        if not line:
            return
        if len(line) > files.MAX_BYTES or total > MAX_TOTAL:
            expected = f"lines of at most {files.MAX_BYTES:,} bytes, {MAX_TOTAL:,} in all"
            yield set_aside(
                f"{name}:{number}", "too-big", expected, "more", "split the file, or cut the line"
            )
        if total > MAX_TOTAL:
            return
        if line.strip() and len(line) <= files.MAX_BYTES:
            yield _record(line.rstrip(b"\r\n"), name, number)


def _record(line: bytes, name: str, number: int) -> RawArticle | Problem:
    try:
        record = json.loads(decode(line) or "")
    except (ValueError, RecursionError) as error:
        found = str(error)[:200] or type(error).__name__
        return set_aside(
            f"{name}:{number}", "bad-json", "one JSON object", found, "mend the line, or remove it"
        )
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        return set_aside(f"{name}:{number}", "no-text", "an object with a string `text`", "none", "add it")
    where = name + _key(record, number)
    layer = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    layer = layer.encode("utf-8", "replace").decode("utf-8")
    if not layer.strip() or "\x00" in layer:
        return set_aside(
            where, "empty", "an article in `text`", "none, or NUL characters", "fill it, or remove it"
        )
    sha256 = hashlib.sha256(line).hexdigest()
    return RawArticle(where, sha256, "application/json", layer, stated(record, "json"), "json/1")


def _skip(file: IO[bytes] | gzip.GzipFile, most: int) -> int:
    """Read to the end of a line and forget it; the bytes it had, the line after it whole unless `most` were passed."""
    passed = 0
    while passed <= most and (piece := file.readline(1 << 20)):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed


def _key(record: dict[str, object], number: int) -> str:
    """`#` with the record's id, else its url; else `:` with its line number, which no id can be taken for."""
    for key in ("id", "url"):
        value = record.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and 0 < len(str(value)) <= 500:
            return "#" + printable(str(value))
    return f":{number}"
