"""One file per format. A format turns a file's bytes into articles; `BY_SUFFIX` is the visible list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from daybook.read.formats import html, jsonl, text
from daybook.values import Problem, RawArticle

Format = Callable[[Path, str], Iterator[RawArticle | Problem]]
"""Takes the file, and its name below seeds/."""

BY_SUFFIX: dict[str, Format] = {
    ".txt": text.plain,
    ".text": text.plain,
    ".md": text.markdown,
    ".markdown": text.markdown,
    ".html": html.page,
    ".htm": html.page,
    ".jsonl": jsonl.lines,
    ".jsonl.gz": jsonl.zipped_lines,
}


def of(name: str) -> Format | None:
    """The format of a file by the end of its name; None where no format knows it."""
    lower = name.lower()
    return next((BY_SUFFIX[suffix] for suffix in BY_SUFFIX if lower.endswith(suffix)), None)
