"""An article's text as a model: paragraphs as Markdown, and the marks to set in them while the page is rendered."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.site.archive import Archive
from daybook.site.entries import Entry
from daybook.values import Article


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text that name a place or an actor."""

    kind: str
    """`place` or `actor`."""
    words: str
    sentence: str
    """Id of the sentence that held them when they were found."""
    offset: int
    """Code points from that sentence's start."""
    name: str
    """The canonical name that the words stand for."""
    address: str
    """Of the page or list to open."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article."""

    paragraphs: tuple[str, ...]
    """Markdown."""
    sentences: tuple[str, ...]
    """Every id ever given to a sentence of it; each answers, at the article's head if its sentence is gone."""
    marks: tuple[Mark, ...]
    """In the text's order."""
    lang: str
    dir: str


def body(article: Article, archive: Archive) -> Body:
    starts = {s.id: s.start for s in article.sentences}
    entries: dict[str, tuple[str, Entry]] = {
        **{p.id: ("place", archive.places[p.id]) for p in article.places},
        **{x.id: ("actor", archive.actors[x.id]) for x in article.actors},
    }
    marks = [
        Mark(
            kind, m.words, m.sentence, m.start - starts.get(m.sentence, m.start), e.name, e.address, e.anchor
        )
        for m in sorted(article.mentions, key=lambda m: (m.start, -m.end))
        if m.sentence is not None and m.target in entries
        for kind, e in [entries[m.target]]
    ]
    return Body(article.body, tuple(starts), tuple(marks), article.lang, article.dir)
