"""Markdown to HTML that is safe to show, in two steps that do not trust one another.

Markdown without raw HTML, images and attribute lists; then nh3 (the Rust library ammonia) with a short allow-list.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

TAGS = {"p", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre", "br", "h2", "h3", "h4"}

TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
"""What a page that a person wrote may hold as well; an article's bars are text."""

LONGEST_TEXT = 500_000
"""Characters of a text that is read as Markdown; a longer one is plain paragraphs."""

MOST_BLOCKS = 3_000
"""Paragraphs of one text: the converter takes them off the front of a list, in quadratic time."""

LONGEST_BLOCK = 20_000
"""Characters of one paragraph that are read as Markdown; news paragraphs have a few hundred."""

MOST_MARKS = 400
"""Markdown's own characters in one paragraph: its patterns look ahead from each of them to the paragraph's end."""

DEEPEST = 12
"""Nested quotes, lists and brackets."""

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BLOCKS = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"[\\`*_{}\[\]()<>#!&|~:+-]")
_HEADS = {"h1": "h2", "h5": "h4", "h6": "h4"}


def written(text: str) -> str:
    """HTML of a page that a person wrote: as `sanitise`, with tables."""
    return sanitise(text, tables=True)


def sanitise(text: str, tables: bool = False) -> str:
    """HTML of a Markdown text, from outside or not. Time is linear in the text's length."""
    clean = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = [block for block in _BLOCKS.split(clean) if block.strip()]
    if len(clean) > LONGEST_TEXT or len(blocks) > MOST_BLOCKS:
        return "\n".join(map(_plain, blocks))
    if all(map(_is_harmless, blocks)):
        return _strict(_convert(clean, tables), tables)
    return "\n".join(
        _strict(_convert(block, tables), tables) if _is_harmless(block) else _plain(block) for block in blocks
    )


def _plain(block: str) -> str:
    return f"<p>{escape(block.strip())}</p>"


def _is_harmless(block: str) -> bool:
    """Whether Markdown's time for a block is bounded: what nests deep or marks much is shown as it stands."""
    if len(block) > LONGEST_BLOCK:
        return False
    marks = len(_MARKS.findall(block))
    return marks <= MOST_MARKS and block.count("[") <= 10 * DEEPEST and _depth(block) <= DEEPEST


def _depth(block: str) -> int:
    """The deepest nesting that the openings of any line can bring about."""
    return max(_opening(line) for line in block.split("\n"))


def _opening(line: str) -> int:
    head = line[: len(line) - len(line.lstrip(" \t>*+-0123456789."))]
    return head.count(">") + len(head.expandtabs(4)) // 4


def _convert(text: str, tables: bool) -> str:
    converter = _converter(tables)
    try:
        return str(converter.reset().convert(text))
    except RecursionError:
        return _plain(text)


def _strict(html: str, tables: bool) -> str:
    return nh3.clean(
        html,
        tags=TAGS | TABLES if tables else TAGS,
        clean_content_tags=set(),
        # without the star, ammonia allows lang and title everywhere
        attributes={"a": {"href"}, "th": {"scope"}, "*": set()},
        url_schemes={"http", "https"},
        url_relative="deny",
        link_rel="noopener noreferrer",
    )


@lru_cache(maxsize=2)
def _converter(tables: bool) -> markdown.Markdown:
    """The one converter of its kind in this process: building it costs as much as some ten articles."""
    converter = markdown.Markdown(output_format="html", extensions=[TableExtension()] if tables else [])
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "automail", "image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(pattern)
    converter.treeprocessors.register(_Heads(converter), "heads", 15)
    # As CommonMark has it: a backslash makes any punctuation plain.
    converter.ESCAPED_CHARS = list(string.punctuation)
    return converter


class _Heads(Treeprocessor):  # type: ignore[misc]
    """The page has one h1, its own; an article's heads begin below it. A table's heads are those of its columns."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.tag = _HEADS.get(element.tag, element.tag)
            if element.tag == "th":
                element.set("scope", "col")
