"""HTML: the layer is the visible text of the whole page; what an extractor takes for the article is marked in it.

Cleaning looks at both, so that what either leaves out is told with its reason.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import trafilatura
from htmldate import find_date
from lxml import etree
from trafilatura.settings import Document

from daybook.read import files
from daybook.read.encoding import decode
from daybook.read.formats.marked import lines_of
from daybook.read.formats.text import undecodable
from daybook.read.formats.visible import VERSION, visible
from daybook.read.refuse import set_aside
from daybook.read.statements import stated
from daybook.values import Problem, RawArticle

EXTRACTOR = f"{VERSION} trafilatura/{trafilatura.__version__}"
MAX_CHARACTERS = 3_000_000
"""Of markup. The extractor takes about a second for each million."""
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1850-01-01",
    "max_date": "2199-12-31",
}
"""Stated dates alone; the bounds keep the clock out, which the extractor asks otherwise."""

_PROSE = ("p", "li", "td", "figcaption", "blockquote", "footer")
"""Elements in which days are told rather than stated, unless they are marked as the day's."""
_DATED = frozenset(["time", "abbr", "meta"])
_MARKED = re.compile("date|time|publish|post", re.I)
_NAMES = ("property", "name", "itemprop", "class", "id")
_UPDATE = re.compile("modif|update", re.I)
_FIRST = re.compile("publish|created|posted|issued", re.I)
_MOST_BEFORE = 40


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
    layer = visible(markup)
    if not layer:
        return set_aside(
            name, "no-article", "a page with an article", "no text", "save the article's text as .txt"
        )
    found = _extract(markup)
    values = {
        "title": found.title,
        "url": found.url,
        "outlet": found.sitename,
        "date": found.date,
        "byline": found.author,
        "lang": found.language,
    }
    lines = tuple(lines_of(found.text or "", layer))
    return RawArticle(name, sha256, "text/html", layer, stated(values, "html"), EXTRACTOR, article=lines)


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep the extractor's log lines in: Pelican makes a library's complaint about one page the end of the build."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _extract(markup: str) -> Document:
    """The extractor's article and what the page states; a page that it fails on, or finds no article in, has none."""
    with _silenced():
        try:
            found = trafilatura.bare_extraction(
                markup, include_comments=False, include_tables=True, with_metadata=True,
                date_extraction_params=dict(_DATES),
            )  # fmt: skip
            if not isinstance(found, Document):
                found = trafilatura.extract_metadata(markup, date_config=dict(_DATES)) or Document()
            if found.date:
                found.date = _first_day(markup, found.url) or _stated_day(markup, found.url)
        except (ValueError, RecursionError, AttributeError, TypeError, etree.LxmlError):
            return Document()
    return found


def _first_day(markup: str, url: str | None) -> str | None:
    """The day that a page says it was published on, where it also says when it was changed; None where it says but one."""
    if not _UPDATE.search(markup) or not _FIRST.search(markup):
        return None
    return _stated_day(markup, url, updates=False)


def _stated_day(markup: str, url: str | None, updates: bool = True) -> str | None:
    """The day that the page's head, address or marked-up elements state, and none that its text speaks of; without
    `updates` none on which it was changed either."""
    tree = trafilatura.load_html(markup)
    if tree is None:
        return None
    told: set[etree._Element] = set()
    published = "datePublished" in markup
    for element in tree.iter():
        within = element.getparent() in told
        marked = element.tag in _DATED or any(
            _MARKED.search(element.get(name, "")) for name in ("class", "id", "itemprop")
        )
        if not marked and (within or element.tag in _PROSE):
            told.add(element)
            element.text = None
        if not updates and element.tag in _DATED:
            words = _about(element)
            published = published or _FIRST.search(words) is not None
            if _UPDATE.search(words) and not _FIRST.search(words):
                element.attrib.clear()
                element.text = None
        if within:
            element.tail = None
    return find_date(tree, url=url, **_DATES) if updates or published else None


def _about(element: etree._Element) -> str:
    """Its names, and the words right before it."""
    sibling, parent = element.getprevious(), element.getparent()
    before = sibling.tail if sibling is not None else parent.text if parent is not None else None
    return " ".join([*(element.get(name, "") for name in _NAMES), (before or "")[-_MOST_BEFORE:]])
