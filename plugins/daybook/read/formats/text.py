"""Plain text and Markdown: the layer is the decoded file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from daybook.read import files
from daybook.read.encoding import decode
from daybook.read.header import header
from daybook.read.refuse import set_aside
from daybook.values import Problem, RawArticle


def plain(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    yield _article(path, name, "text/plain")


def markdown(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    yield _article(path, name, "text/markdown")


def _article(path: Path, name: str, media_type: str) -> RawArticle | Problem:
    data = files.read(path, name)
    if isinstance(data, Problem):
        return data
    layer = decode(data)
    if layer is None:
        return undecodable(name)
    if not layer.strip():
        return set_aside(name, "empty", "an article", "white space alone", "fill it, or remove it")
    stated, start = header(layer)
    return RawArticle(name, hashlib.sha256(data).hexdigest(), media_type, layer, stated, body_start=start)


def undecodable(name: str) -> Problem:
    return set_aside(
        name,
        "undecodable",
        "text in UTF-8, UTF-16 or cp1252",
        "bytes that are no text",
        "save it as UTF-8, or remove it",
    )
