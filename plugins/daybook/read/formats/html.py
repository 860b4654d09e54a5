"""HTML: the layer is the visible text of the article as the pinned extractor sees it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from daybook.read import files
from daybook.read.encoding import decode
from daybook.read.formats.text import undecodable
from daybook.read.refuse import set_aside
from daybook.read.statements import stated
from daybook.values import Problem, RawArticle

EXTRACTOR = f"trafilatura/{trafilatura.__version__}"
MAX_CHARACTERS = 3_000_000
"""Of markup. The extractor takes about a second for each million."""
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1850-01-01",
    "max_date": "2199-12-31",
}
"""Stated dates alone; the bounds keep the clock out, which the extractor asks otherwise."""


def page(path: Path, name: str) -> Iterator[RawArticle | Problem]:
    data = files.read(path, name)
    if isinstance(data, Problem):
        yield data
        return
    markup = decode(data, markup=True)
    if markup is None:
        yield undecodable(name)
    elif len(markup) > MAX_CHARACTERS:
        found = f"{len(markup):,}"
        yield set_aside(
            name, "too-big", f"at most {MAX_CHARACTERS:,} characters of HTML", found, "cut it down"
        )
    else:
        yield _article(name, hashlib.sha256(data).hexdigest(), markup)


def _article(name: str, sha256: str, markup: str) -> RawArticle | Problem:
    try:
        with _silenced():
            found = _extract(markup)
    except (ValueError, RecursionError, AttributeError, TypeError, etree.LxmlError) as error:
        found = None
        reason = type(error).__name__
    else:
        reason = "no text"
    layer = (found.text or "") if found else ""
    if found is None or not layer.strip():
        return set_aside(
            name, "no-article", "a page with an article", reason, "save the article's text as .txt"
        )
    values = {
        "title": found.title,
        "url": found.url,
        "outlet": found.sitename,
        "date": found.date,
        "byline": found.author,
        "lang": found.language,
    }
    return RawArticle(name, sha256, "text/html", _newlines(layer), stated(values, "html"), EXTRACTOR)


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep the extractor's log lines in: Pelican makes a library's complaint about one page the end of the build."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _extract(markup: str) -> Document | None:
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
    )
    if isinstance(found, Document) and (found.text or "").strip():
        return found
    text = trafilatura.html2txt(markup)
    if not text.strip():
        return None
    found = trafilatura.extract_metadata(markup, date_config=dict(_DATES)) or Document()
    found.text = text
    return found


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
