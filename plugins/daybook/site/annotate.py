"""Sets the anchors of sentences and the links of names and days into an article's text.

Works on the document tree of HTML that was sanitised before; a text node is only ever parted and wrapped, so the text
stays what it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree, html
from markupsafe import Markup

from daybook.clean.sentences import identify, split
from daybook.sentences import locate, occurrences
from daybook.site.parts.body import Body, Mark

_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "pre", "blockquote", "div"})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)


@dataclass(frozen=True, slots=True)
class Prose:
    """An article's text, ready to be shown."""

    paragraphs: tuple[Markup, ...]
    gone: tuple[str, ...]
    """Ids of sentences that the text no longer has; their anchors belong at the article's head."""
    unplaced: tuple[Mark, ...]
    """Names that were found in the raw text, but not in the text as it is now."""


@dataclass(slots=True)
class _Run:
    """A text node: an element's text, or the tail behind it."""

    element: etree._Element
    is_tail: bool
    start: int
    """Offset in its block's text."""
    text: str
    linked: bool
    """Whether it lies within a link of the article's own."""


@dataclass(slots=True)
class _Block:
    """A paragraph or its like: the stretch of text that sentences are split in."""

    runs: list[_Run]
    text: str
    sentences: list[tuple[int, int, str]]
    """Start, end, id."""
    marks: list[tuple[int, int, Mark]]
    taken: bytearray
    """1 for each character that a mark covers."""


def annotate(body: Body, render: Callable[[str], str], link: Callable[[str, str], str]) -> Prose:
    """`render` gives the safe HTML of a Markdown paragraph, `link` the link to an address and anchor."""
    roots = [_parse(render(paragraph)) for paragraph in body.paragraphs]
    blocks = [block for root in roots for block in _blocks(root)]
    places = _number(blocks)
    unplaced = _place(body.marks, blocks, places)
    for block in blocks:
        _wrap(block, link)
    gone = tuple(id for id in body.sentences if id not in places)
    return Prose(tuple(map(_serialise, roots)), gone, unplaced)


def _parse(markup: str) -> etree._Element:
    return html.fragment_fromstring(_NOT_XML.sub("", markup), create_parent="div", parser=_PARSER)


def _serialise(root: etree._Element) -> Markup:
    parts = (etree.tostring(child, encoding="unicode", method="html") for child in root)
    return Markup("".join(parts))


def _blocks(root: etree._Element) -> Iterator[_Block]:
    """The text nodes in the document's order, gathered by the block they stand in."""
    runs: list[_Run] = []
    at = 0
    home: etree._Element | None = None
    for element, is_tail, text, block, linked in _texts(root):
        if block is not home and runs:
            yield _block(runs)
            runs, at = [], 0
        home = block
        runs.append(_Run(element, is_tail, at, text, linked))
        at += len(text)
    if runs:
        yield _block(runs)


def _block(runs: list[_Run]) -> _Block:
    text = "".join(run.text for run in runs)
    return _Block(runs, text, [], [], bytearray(len(text)))


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, bool, str, etree._Element, bool]]:
    """Every text node with its block and whether it is linked; without recursion, however deep the tree."""
    blocks, links = [root], 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            links += element.tag == "a"
            if element.tag in _BLOCKS and element is not root:
                blocks.append(element)
            if element.text:
                yield element, False, element.text, blocks[-1], links > 0
            continue
        links -= element.tag == "a"
        if element.tag in _BLOCKS and element is not root:
            blocks.pop()
        if element.tail and element is not root:
            yield element, True, element.tail, blocks[-1], links > 0


def _number(blocks: list[_Block]) -> dict[str, tuple[_Block, int, int]]:
    """Give every sentence its id; ids to the block and span they stand in."""
    spans = [(block, start, end) for block in blocks for start, end in split(block.text)]
    ids = identify([block.text[start:end] for block, start, end in spans])
    for id, (block, start, end) in zip(ids, spans, strict=True):
        block.sentences.append((start, end, id))
    return dict(zip(ids, spans, strict=True))


def _place(
    marks: Iterable[Mark], blocks: list[_Block], places: dict[str, tuple[_Block, int, int]]
) -> tuple[Mark, ...]:
    """Find each mark by its sentence, else by its words; gives back those whose words are nowhere."""
    strays: list[Mark] = []
    for mark in marks:
        words = " ".join(mark.words.split())
        block, start, end = places.get(mark.sentence, (None, 0, 0))
        at = locate(block.text, words, start + mark.offset, start, end) if block and words else -1
        if block is None or at < 0:
            strays.append(mark)
        else:
            _take(block, at, words, mark)
    found: dict[str, Iterator[tuple[_Block, int]]] = {}
    return tuple(mark for mark in strays if not _place_by_words(mark, blocks, found))


def _place_by_words(mark: Mark, blocks: list[_Block], found: dict[str, Iterator[tuple[_Block, int]]]) -> bool:
    words = " ".join(mark.words.split())
    if words not in found:
        found[words] = ((block, at) for block in blocks for at in occurrences(block.text, words))
    return any(_take(block, at, words, mark) for block, at in found[words])


def _take(block: _Block, start: int, words: str, mark: Mark) -> bool:
    """Mark these characters, unless a longer name covers some of them already."""
    end = start + len(words)
    if any(block.taken[start:end]):
        return False
    block.taken[start:end] = b"\x01" * len(words)
    block.marks.append((start, end, mark))
    return True


def _wrap(block: _Block, link: Callable[[str, str], str]) -> None:
    block.marks.sort(key=lambda placed: placed[0])
    named: set[str] = set()
    for run in block.runs:
        nodes = [_sentence(run, block, *sentence, named, link) for sentence in _within(run, block.sentences)]
        _replace(run, [node for node in nodes if node is not None])


def _within(run: _Run, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The run parted at the sentences' ends; stretches between them have no id."""
    parts: list[tuple[int, int, str]] = []
    at, stop = run.start, run.start + len(run.text)
    for number in range(bisect_right(spans, at, key=lambda span: span[1]), len(spans)):
        start, end, id = spans[number]
        if start >= stop:
            break
        if start > at:
            parts.append((at, start, ""))
        parts.append((max(start, at), min(end, stop), id))
        at = min(end, stop)
    return [*parts, (at, stop, "")] if at < stop else parts


def _sentence(
    run: _Run, block: _Block, start: int, end: int, id: str, named: set[str], link: Callable[[str, str], str]
) -> etree._Element:
    """A stretch of one sentence as an element, its names linked. A stretch between sentences has no name and no id."""
    span = etree.Element("span")
    if id:
        span.set("class", "sentence")
        if id not in named:
            named.add(id)
            span.set("id", id)
    at, last = start, None
    begin = len(block.marks) if run.linked else bisect_right(block.marks, start, key=lambda placed: placed[1])
    for number in range(begin, len(block.marks)):
        first, stop, mark = block.marks[number]
        if first >= end:
            break
        _append(span, last, block.text[at : max(first, at)])
        last = _name(mark, block.text[max(first, start) : min(stop, end)], link)
        span.append(last)
        at = min(stop, end)
    _append(span, last, block.text[at:end])
    return span


def _name(mark: Mark, text: str, link: Callable[[str, str], str]) -> etree._Element:
    """The words as a link to what they name; those of a date as a time, linked where that day has a page."""
    element = etree.Element("a" if mark.address else "time")
    element.text = text
    if mark.address:
        element.set("class", f"name {mark.kind}")
        element.set("href", link(mark.address, mark.anchor))
    if mark.name and mark.name != mark.words:
        element.set("title", _NOT_XML.sub("", mark.name))
    if not mark.datetime:
        return element
    time = element
    if mark.address:
        time = etree.Element("time")
        time.append(element)
    time.set("datetime", mark.datetime)
    return time


def _append(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _replace(run: _Run, nodes: list[etree._Element]) -> None:
    """Put the nodes where the text was; a bare stretch becomes text again.

    Last node first, so that each goes right behind the text's place: lxml counts its way to any other.
    """
    lead, kept = "", []
    for node in nodes:
        if node.get("class"):
            kept.append(node)
        elif kept:
            kept[-1].tail = (kept[-1].tail or "") + (node.text or "")
        else:
            lead += node.text or ""
    if run.is_tail:
        run.element.tail = None
        for node in reversed(kept):
            run.element.addnext(node)
        run.element.tail = lead or None
    else:
        run.element.text = lead or None
        for node in reversed(kept):
            run.element.insert(0, node)
