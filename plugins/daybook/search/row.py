"""What the search needs of one article, worked out from the article alone and kept until it changes."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from daybook.content.markdown import plain
from daybook.digest import is_told_of
from daybook.search.document import SearchDocument
from daybook.search.script import json_text
from daybook.search.tokens import terms
from daybook.site import cite
from daybook.site.index import source_id
from daybook.values import Article

_FIRST = 150
_MARKED = re.compile(r"[\[*_`\\&]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|\*|__|(?<!\w)_|_(?!\w)|`)")

Row = tuple[
    str, str, str, str, str, bytes, str, bytes, tuple[str, ...], tuple[str, ...], tuple[str, ...], str
]
"""The fields of `Fields` as a plain tuple, which `marshal` can keep."""


class Fields(NamedTuple):
    """A row's parts under their names."""

    ref: str
    day: str
    """ISO; empty where the article is undated."""
    lang: str
    shown: str
    """Title, language, direction, paragraphs and what is cited beside, as JSON that may stand in a script, without brackets around it."""
    title: str
    """The title's terms, each once, in the order of first sight, parted by spaces."""
    title_counts: bytes
    """How often each of them stands there, as 32-bit numbers of this machine."""
    text: str
    text_counts: bytes
    places: tuple[str, ...]
    told: tuple[str, ...]
    actors: tuple[str, ...]
    source: str


def row(article: Article) -> Row:
    """The row of an article."""
    roles: dict[str, list[str]] = {}
    for mention in article.mentions:
        if mention.kind == "place":
            roles.setdefault(mention.target, []).append(mention.role)
    return row_of(
        SearchDocument(
            ref=article.id,
            title=article.title,
            text=tuple(_text(article)),
            day=article.date.value.isoformat() if article.date else "",
            lang=article.lang,
            dir=article.dir,
            places=tuple(place.id for place in article.places),
            told=tuple(p.id for p in article.places if is_told_of(p, roles.get(p.id, ()))),
            actors=tuple(actor.id for actor in article.actors),
            source=source_id(article),
            cited=_cited(article),
        )
    )


def row_of(document: SearchDocument) -> Row:
    """The row of a document."""
    shown = json_text([document.title, document.lang, document.dir, document.text, *document.cited])[1:-1]
    title = Counter(terms(document.title, document.lang))
    text = Counter(terms("\n".join(document.text), document.lang))
    return (
        document.ref,
        document.day,
        document.lang,
        shown,
        " ".join(title),
        _counts(title),
        " ".join(text),
        _counts(text),
        document.places,
        document.told,
        document.actors,
        document.source,
    )


def first_terms(row: Row) -> str:
    """The terms of the title, and on a second line the first hundred and fifty of the text."""
    fields = Fields(*row)
    return f"{fields.title}\n{' '.join(fields.text.split(' ', _FIRST)[:_FIRST])}"


def _cited(article: Article) -> tuple[str, ...]:
    found = [
        article.source.byline or "",
        cite.web(article.source.url),
        day if len(day := cite.issued(article.date)) < len("2022-03-02") else "",
    ]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _counts(counted: Counter[str]) -> bytes:
    return array("I", counted.values()).tobytes()


def _text(article: Article) -> Iterator[str]:
    """The body's paragraphs without what Markdown adds to their words."""
    for paragraph in article.body:
        text = paragraph
        if _MARKED.search(text):
            text = plain(_EMPHASIS.sub("", _LINK.sub(r"\1", text)))
        if text.strip():
            yield text
