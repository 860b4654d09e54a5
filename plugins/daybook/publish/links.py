"""Whether every link of a built site leads somewhere within it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_LINKING = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("form", "action"))
_OUTSIDE = frozenset({"canonical", "license"})
"""`rel` of what names an address and loads nothing."""
_FROM_ROOT = "404.html"
"""Answered at any depth, so its links begin at the server's root."""
_STATE = "search.html"
"""Its fragment is a state, and no anchor."""


def broken(output: Path) -> Iterator[str]:
    """Each page and link that leads to no file or anchor of the site, or to another host by more than a click."""
    anchors: dict[str, frozenset[str]] = {}
    leading: list[tuple[str, str, str]] = []
    for path in sorted(output.rglob("*.html")):
        page = path.relative_to(output).as_posix()
        tree = html.document_fromstring(path.read_bytes())
        anchors[page] = frozenset(tree.xpath("//@id"))
        for tag, target in _links(tree):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                if not (tag == "a" and parts.scheme in ("http", "https")) and parts.scheme != "data":
                    yield f"{page}: {target}: leads to another host"
            elif not (page == _FROM_ROOT and target.startswith("/")):
                there = os.path.normpath(os.path.join(os.path.dirname(page), unquote(parts.path)))  # noqa: PTH118, PTH120
                leading.append((page, target, there if parts.path else page))
    for page, target, there in leading:
        anchor = unquote(urlsplit(target).fragment)
        if there.startswith("..") or not (output / there).is_file():
            yield f"{page}: {target}: leads to no file of the site"
        elif anchor and there != _STATE and there in anchors and anchor not in anchors[there]:
            yield f"{page}: {target}: leads to no anchor of that page"


def _links(tree: etree._Element) -> Iterator[tuple[str, str]]:
    for tag, attribute in _LINKING:
        for element in tree.iter(tag):
            target = element.get(attribute)
            if target is not None and _OUTSIDE.isdisjoint((element.get("rel") or "").split()):
                yield tag, target
