"""What the files of a built site say: links, anchors, markup, characters. No browser is needed for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

LINKING = (
    ("a", "href"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("image", "href"),
    ("source", "src"),
    ("form", "action"),
    ("iframe", "src"),
)
ABSOLUTE = frozenset({"canonical", "license", "me"})
"""`rel` of links that may name another host: nothing is fetched by them."""
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
"""Characters that no file of a site may hold."""
TEXT = frozenset({".html", ".xml", ".atom", ".txt", ".json", ".jsonl", ".geojson", ".csv"})
STATE = frozenset({"search.html", "map.html"})
"""Pages whose fragment is a state and no anchor."""


def pages(output: Path) -> list[Path]:
    """Every HTML page, sorted."""
    return sorted(output.rglob("*.html"))


@cache
def parsed(page: Path) -> html.HtmlElement:
    """The page's tree, read once."""
    return html.document_fromstring(page.read_bytes().decode("utf-8"))


def leads_on(page: Path) -> bool:
    """Whether it is the page of an old address, which a browser leaves at once."""
    return bool(parsed(page).xpath("//meta[@http-equiv='refresh']"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """Every id and named anchor of a page."""
    return frozenset(parsed(page).xpath("//@id | //a/@name"))


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Tag and target of everything a page links to or loads."""
    for tag, attribute in LINKING:
        for element in parsed(page).iter(tag):
            target = element.get(attribute)
            if target is not None and not (
                tag == "link" and ABSOLUTE & set((element.get("rel") or "").split())
            ):
                yield tag, target


def broken_links(output: Path) -> list[str]:
    """Each link that leads nowhere, leaves the site by more than a plain http(s) link, or needs a server."""
    return [
        f"{page.relative_to(output)}: {why}"
        for page in pages(output)
        for tag, target in links(page)
        if (why := _broken(output, page, tag, target))
    ]


def _broken(output: Path, page: Path, tag: str, target: str) -> str | None:
    parts = urlsplit(target)
    if parts.scheme in ("http", "https") and tag == "a" and parts.netloc:
        return None
    if parts.scheme == "data" and tag == "img":
        return None
    if parts.scheme or parts.netloc:
        return f"<{tag}> to another host or scheme: {target}"
    if parts.path.startswith("/") and page.name != "404.html":
        return f"<{tag}> from the root, which `file://` has not: {target}"
    there = page if not parts.path else Path(os.path.normpath(page.parent / unquote(parts.path)))
    if not there.is_relative_to(output):
        return f"<{tag}> out of the site: {target}"
    if not _is_file(there):
        return f"<{tag}> to nothing, or to a folder: {target}"
    fragment = unquote(parts.fragment)
    if fragment and there.suffix == ".html" and there.name not in STATE and fragment not in anchors(there):
        return f"<{tag}> to an anchor that is not there: {target}"
    return None


@cache
def _is_file(path: Path) -> bool:
    return path.is_file()


def vocabulary(output: Path) -> frozenset[tuple[str, str]]:
    """Every (tag, attribute) that the pages of a site use; ("p", "") for the bare tag."""
    found: set[tuple[str, str]] = set()
    for page in pages(output):
        for element in parsed(page).iter():
            if isinstance(element.tag, str):
                found.add((element.tag, ""))
                found.update((element.tag, name) for name in element.attrib)
    return frozenset(found)


def executable(page: Path) -> list[str]:
    """Whatever in a page could run, style, embed or lead elsewhere, beyond local scripts and data islands."""
    found = []
    for element in parsed(page).iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping", "background"):
                found.append(f"<{element.tag} {name}={value!r}>")
            if name in ("href", "src", "action", "xlink:href") and urlsplit(value.strip()).scheme not in (
                "",
                "http",
                "https",
            ):
                found.append(f"<{element.tag} {name}={value!r}>")
        if element.tag in ("iframe", "object", "embed", "base", "style", "applet", "frame"):
            found.append(f"<{element.tag}>")
        if element.tag == "script" and not element.get("src") and "json" not in (element.get("type") or ""):
            found.append("<script> with code of its own")
    return found


def unseen_characters(output: Path) -> list[str]:
    """Files of text that hold a character which cannot be seen, or are no UTF-8."""
    found = []
    for path in sorted(output.rglob("*")):
        if path.suffix in TEXT and path.is_file():
            match = UNSEEN.search(path.read_bytes().decode("utf-8"))
            if match:
                found.append(f"{path.relative_to(output)}: {match[0]!r} at {match.start()}")
    return found


def bad_paths(output: Path, longest: int = 120) -> list[str]:
    """Paths that are not ASCII, too long in bytes, or alike where case is not told apart."""
    names = [path.relative_to(output).as_posix() for path in sorted(output.rglob("*"))]
    found = [name for name in names if not name.isascii() or len(name.encode()) > longest]
    lower = [name.lower() for name in names]
    return (
        found + sorted({name for name in names if lower.count(name.lower()) > 1})
        if len(set(lower)) < len(lower)
        else found
    )
