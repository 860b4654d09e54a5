"""The sentences of an article as plain text, by their ids, and where words stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from daybook.clean.sentences import identify, split
from daybook.content.markdown import plain
from daybook.values import Article, Mention, Sentence

_WINDOW = 1000
"""Characters to either side of where words are looked for."""


def words(article: Article) -> dict[str, tuple[str, int]]:
    """Each sentence's id with its words and where it starts in the text layer.

    Where the body no longer is the layer word for word (white space joined, a person's edit), it is split anew, and a
    sentence that is not the evidence's any more is left out.
    """
    texts = [plain(paragraph) for paragraph in article.body]
    sliced = _sliced(article, texts)
    if sliced is not None:
        return sliced
    found = [text[start:end] for text in texts for start, end in split(text)]
    starts = {s.id: s.start for s in article.sentences}
    return {id: (text, starts[id]) for id, text in zip(identify(found), found, strict=True) if id in starts}


def locate(text: str, words: str, near: int, start: int = 0, end: int | None = None) -> int:
    """Where `words` stand in `text[start:end]`, at `near` or close to it; -1 where they do not.

    White space that was joined moves words by a little, so only a window around `near` is looked at.
    """
    end = len(text) if end is None else end
    if start <= near <= end - len(words) and text.startswith(words, near):
        return near
    before = text.rfind(words, max(start, near - _WINDOW), max(start, min(end, near + len(words))))
    after = text.find(words, max(start, near), max(start, min(end, near + len(words) + _WINDOW)))
    if before < 0 or after < 0:
        return max(before, after)
    return before if near - before <= after - near else after


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in `text` as words of their own, first to last."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(words, end)


def pieces(text: str, start: int, mentions: Iterable[Mention]) -> tuple[tuple[str, bool], ...]:
    """A sentence that starts at an offset of the text layer, parted at its mentions; true where a piece is one."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for mention in mentions:
        named = " ".join(mention.words.split())
        found = locate(text, named, mention.start - start)
        if found >= at:
            parts += [(text[at:found], False), (named, True)]
            at = found + len(named)
    return tuple(part for part in [*parts, (text[at:], False)] if part[0])


def _sliced(article: Article, texts: list[str]) -> dict[str, tuple[str, int]] | None:
    """The sentences by their spans alone; None where a paragraph does not fit them."""
    found: dict[str, tuple[str, int]] = {}
    mentions = sorted(article.mentions, key=attrgetter("start"))
    at = 0
    for number, group in groupby(article.sentences, key=attrgetter("paragraph")):
        sentences = list(group)
        text, base, end = texts[number] if number < len(texts) else "", sentences[0].start, sentences[-1].end
        while at < len(mentions) and mentions[at].start < base:
            at += 1
        inside = at
        while at < len(mentions) and mentions[at].start < end:
            at += 1
        if not _fits(text, base, sentences, mentions[inside:at]):
            return None
        found.update((s.id, (text[s.start - base : s.end - base], s.start)) for s in sentences)
    return found


def _fits(text: str, base: int, sentences: list[Sentence], mentions: list[Mention]) -> bool:
    if len(text) != sentences[-1].end - base:
        return False
    return all(
        (there := text[m.start - base : m.end - base]) == m.words or there.split() == m.words.split()
        for m in mentions
    )
