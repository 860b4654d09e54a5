"""The visible text of an HTML page: all of it, a line for each block, as a reader without pictures sees it."""

from __future__ import annotations

import re

from lxml import etree, html

VERSION = f"visible/1 lxml/{etree.__version__}"
"""What made the text: another version of the parser may part its lines elsewhere."""
_UNSEEN = frozenset({
    "head", "title", "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio",
    "video", "input", "textarea", "select", "option", "datalist", "area", "map",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "td", "th", "amp-img",
})  # fmt: skip
_CELLS = frozenset(["td", "th"])
_HIDDEN = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")


def visible(markup: str) -> str:
    """The text of `markup`, blocks parted by one newline; empty where there is none. Never raises."""
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=_parser())
    except (etree.LxmlError, ValueError):
        return ""
    lines: list[str] = []
    line: list[str] = []
    # A stack in place of recursion: pages nest deeper than Python calls.
    waiting: list[tuple[str, etree._Element | str]] = [("open", root)]
    while waiting:
        step, what = waiting.pop()
        if isinstance(what, str):
            line.append(_SPACE.sub(" ", what) if step == "text" else what)
            continue
        block = what.tag not in _INLINE
        if block or what.tag in _CELLS:
            _end(lines, line, block)
        if step == "close" or not isinstance(what.tag, str) or _is_unseen(what):
            continue
        waiting.append(("close", what))
        for child in reversed(what):
            if child.tail:
                waiting.append(("text", child.tail))
            waiting.append(("open", child))
        if what.text:
            waiting.append(("text", what.text))
    _end(lines, line, True)
    return "\n".join(lines)


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)


def _is_unseen(element: etree._Element) -> bool:
    return (
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or _HIDDEN.search(element.get("style", "")) is not None
    )


def _end(lines: list[str], line: list[str], block: bool) -> None:
    """A block ends the line, a cell of a table puts a space."""
    if not block:
        line.append(" ")
        return
    words = _SPACE.sub(" ", "".join(line)).strip()
    if words:
        lines.append(words)
    line.clear()
