"""An article's text as a model: paragraphs as Markdown, and the marks to set in them while the page is rendered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daybook.format import day_plain
from daybook.site import addresses
from daybook.site.archive import Archive
from daybook.site.days import iso_day
from daybook.site.entries import Entry
from daybook.values import Article, Mention

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text that name a place or an actor, or speak of a day."""

    kind: str
    """`place`, `actor` or `date`."""
    words: str
    sentence: str
    """Id of the sentence that held them when they were found."""
    offset: int
    """Code points from that sentence's start."""
    name: str
    """The canonical name that the words stand for, or the day as readers write it."""
    address: str
    """Of the page or list to open; empty for a day that has none."""
    anchor: str = ""
    datetime: str = ""
    """The ISO day, month or year of a date."""


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
    marks: list[Mark] = []
    for m in sorted(article.mentions, key=lambda m: (m.start, -m.end)):
        if m.sentence is None:
            continue
        offset = m.start - starts.get(m.sentence, m.start)
        if m.kind == "date" and _ISO.fullmatch(m.target):
            marks.append(_date(m, m.sentence, offset, archive))
        elif m.target in entries:
            kind, e = entries[m.target]
            marks.append(Mark(kind, m.words, m.sentence, offset, e.name, e.address, e.anchor))
    return Body(article.body, tuple(starts), tuple(marks), article.lang, article.dir)


def _date(mention: Mention, sentence: str, offset: int, archive: Archive) -> Mark:
    day = iso_day(mention.target)
    address = addresses.day(day) if day and day in archive.days else ""
    name = day_plain(day) if day else ""
    return Mark("date", mention.words, sentence, offset, name, address, datetime=mention.target)
