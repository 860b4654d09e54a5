"""Flattened pages: each file of pages/ is one, with a mark before every line.

`+` a line of the article, `-` one that is none, `#` the headline, `?` one that may be either.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from daybook.clean import clean
from daybook.content.authority import Authority
from daybook.values import CleanText, RawArticle

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def marked(lines: list[str], text: CleanText) -> list[str]:
    """The lines with the marks that cleaning gives them; one whose mark is `?` keeps it."""
    body = [(span.start, span.end) for span in text.paragraphs]
    if text.dateline is not None:
        body.append((text.dateline.start, text.dateline.end))
    found, at = [], 0
    for line in lines:
        start, at = at, at + len(line) - 1
        mark = "+" if any(first < at and start < last for first, last in body) else "-"
        if text.title_span is not None and text.title_span.start == start:
            mark = "#"
        found.append(("?" if line[0] == "?" else mark) + line[1:])
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    layer = "\n".join(line[2:] for line in lines)
    text = clean(RawArticle("a.txt", "0" * 64, "text/plain", layer), Authority())
    assert marked(lines, text) == lines
    assert text.title == next(line[2:] for line in lines if line[0] == "#")
