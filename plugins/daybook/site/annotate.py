"""Sets the anchors of sentences and the links of names and days into an article's text.

Works on the text between the tags of HTML that was sanitised before; that is only ever parted and wrapped, so the text
stays what it was. What the archive decides stands as tokens (daybook.site.late).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from operator import itemgetter

from markupsafe import Markup

from daybook.clean.sentences import identify, split
from daybook.sentences import locate, occurrences
from daybook.site.late import END, token, when
from daybook.site.parts.body import Body, Mark, Spans
from daybook.site.plain import unmarked

_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "pre", "blockquote", "div"})
_SIGNS = re.compile("[&<>]")
_UNSEEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Prose:
    """An article's text, ready to be shown."""

    paragraphs: tuple[Markup, ...]
    gone: tuple[str, ...]
    """Ids of sentences that the text no longer has; their anchors belong at the article's head."""
    unplaced: tuple[Mark, ...]
    """Names that were found in the raw text, but not in the text as it is now."""
    marked: bool
    """Whether any name or day is marked in it."""


@dataclass(slots=True)
class _Run:
    """The text between two tags."""

    at: int
    """Its place among the pieces of its paragraph."""
    start: int
    """Offset in its block's text."""
    text: str
    linked: bool
    """Whether it lies within a link of the article's own."""


@dataclass(slots=True)
class _Block:
    """A paragraph or its like: the stretch of text that sentences are split in."""

    pieces: list[str]
    """Of the HTML that it stands in: tags as they are, and the places of texts."""
    runs: list[_Run]
    text: str
    sentences: list[tuple[int, int, str]]
    """Start, end, id."""
    marks: list[tuple[int, int, Mark]]
    taken: bytearray
    """1 for each character that a mark covers."""
    quoted: Callable[[str], str]
    """Escapes parts of its text."""
    told: int = 0
    """Marks that lie before the sentence that is being written."""


def annotate(body: Body, render: Callable[[str], str]) -> Prose:
    """`render` gives the safe HTML of a Markdown paragraph; it is asked only for those that hold any Markdown."""
    paragraphs: list[list[str]] = []
    blocks: list[_Block] = []
    texts = [unmarked(paragraph) for paragraph in body.paragraphs]
    for paragraph, text in zip(body.paragraphs, texts, strict=True):
        if text is not None:
            pieces = ["<p>", "", "</p>"]
            blocks.append(_block(pieces, [_Run(1, 0, text, False)]))
        else:
            reader = _Reader(render(paragraph))
            pieces = reader.pieces
            blocks += reader.blocks
        paragraphs.append(pieces)
    places = _numbered(blocks, body.spans) if _fit(texts, body.spans) else _number(blocks)
    unplaced = _place(body.marks, blocks, places)
    linked: set[str] = set()
    for block in blocks:
        _wrap(block, linked)
    gone = tuple(id for id in body.sentences if id not in places)
    return Prose(
        tuple(Markup("".join(pieces)) for pieces in paragraphs),
        gone,
        unplaced,
        len(unplaced) < len(body.marks),
    )


def _block(pieces: list[str], runs: list[_Run]) -> _Block:
    text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    return _Block(pieces, runs, text, [], [], bytearray(len(text)), _escaped if _SIGNS.search(text) else str)


def _escaped(text: str) -> str:
    return escape(text, quote=False)


class _Reader(HTMLParser):
    """Parts HTML into tags and texts, and gathers the texts by the block that they stand in."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.blocks: list[_Block] = []
        self._runs: list[_Run] = []
        self._length = self._links = self._opened = 0
        self._within = [0]
        """The numbers of the blocks that are open; the paragraph as a whole is 0."""
        self._home = 0
        self.feed(_UNSEEN.sub("", markup))
        self.close()
        self._gather()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text() or "")
        self._links += tag == "a"
        if tag in _BLOCKS:
            self._opened += 1
            self._within.append(self._opened)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        self._links -= tag == "a"
        if tag in _BLOCKS and len(self._within) > 1:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._within[-1] != self._home:
            self._gather()
            self._home = self._within[-1]
        self._runs.append(_Run(len(self.pieces), self._length, data, self._links > 0))
        self._length += len(data)
        self.pieces.append("")

    def _gather(self) -> None:
        """The block that ends here."""
        if self._runs:
            self.blocks.append(_block(self.pieces, self._runs))
        self._runs, self._length = [], 0


def _fit(texts: list[str | None], spans: tuple[Spans, ...]) -> bool:
    """Whether the sentences are known of every paragraph, none of which holds any Markdown."""
    if len(texts) != len(spans):
        return False
    return all(text is not None and len(text) == held[-1][1] for text, held in zip(texts, spans, strict=True))


def _numbered(blocks: list[_Block], spans: tuple[Spans, ...]) -> dict[str, tuple[_Block, int, int]]:
    """Give every sentence the id that it is known by."""
    for block, held in zip(blocks, spans, strict=True):
        block.sentences = list(held)
    return {id: (block, start, end) for block in blocks for start, end, id in block.sentences}


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


def _wrap(block: _Block, linked: set[str]) -> None:
    """Write the texts of a block with its anchors and links; a paragraph of one sentence is the anchor itself."""
    block.marks = _first(sorted(block.marks, key=itemgetter(0)), linked)
    named: set[str] = set()
    if _is_one(block):
        id = block.sentences[0][2]
        block.pieces[block.runs[0].at - 1] = f"<p id={id}>"
        named.add(id)
    for run in block.runs:
        block.pieces[run.at] = "".join(
            _sentence(run, block, *part, named) for part in _within(run, block.sentences)
        )


def _first(marks: list[tuple[int, int, Mark]], linked: set[str]) -> list[tuple[int, int, Mark]]:
    """Without names that were linked before: a text links each once, where it first names it. Dates are all told."""
    kept = []
    for placed in marks:
        mark = placed[2]
        if mark.kind == "date" or mark.link not in linked:
            linked.add(mark.link)
            kept.append(placed)
    return kept


def _is_one(block: _Block) -> bool:
    if len(block.runs) != 1 or len(block.sentences) != 1:
        return False
    at = block.runs[0].at
    return block.sentences[0][:2] == (0, len(block.text)) and block.pieces[at - 1 : at] == ["<p>"]


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


def _sentence(run: _Run, block: _Block, start: int, end: int, id: str, named: set[str]) -> str:
    """A stretch of one sentence, its names linked, and with its anchor where it begins."""
    parts: list[str] = []
    at, marks, text, quoted = start, block.marks, block.text, block.quoted
    while block.told < len(marks) and marks[block.told][1] <= start:
        block.told += 1
    for number in range(len(marks) if run.linked else block.told, len(marks)):
        first, stop, mark = marks[number]
        if first >= end:
            break
        before, after = _tags(mark.kind, mark.link, mark.datetime, mark.title)
        if first > at:
            parts.append(quoted(text[at:first]))
        at = min(stop, end)
        parts += before, quoted(text[max(first, start) : at]), after
    parts.append(quoted(text[at:end]))
    if not id or id in named:
        return "".join(parts)
    named.add(id)
    return f"<span id={id}>{''.join(parts)}</span>"


@lru_cache(1 << 12)
def _tags(kind: str, key: str, datetime: str, title: str) -> tuple[str, str]:
    """The words are a link to what they name; those of a date a time, linked where that day has a page."""
    link = f"<a href={token(key)}>"
    if kind == "place":
        return link, "</a>"
    before, after = (f"{when(key)}{link}{END}", f"{when(key)}</a>{END}") if key else ("", "")
    if not datetime:
        return before, after
    named = f' title="{escape(title)}"' if title else ""
    return f"<time datetime={datetime}{named}>{before}", f"{after}</time>"
