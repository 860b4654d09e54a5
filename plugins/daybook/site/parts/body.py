"""An article's text as a model: paragraphs as Markdown, and the marks to set in them while the page is rendered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from daybook.format import day_plain
from daybook.site.days import iso_day
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
    link: str
    """Name of the token of their link (daybook.site.late); empty for a date that is no day."""
    title: str = ""
    """Of a day: as readers write it, where the words do not say it."""
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


def body(article: Article) -> Body:
    starts = {s.id: s.start for s in article.sentences}
    named = _named(article)
    marks: list[Mark] = []
    for m in sorted(article.mentions, key=lambda m: (m.start, -m.end)):
        if m.sentence is None:
            continue
        offset = m.start - starts.get(m.sentence, m.start)
        if m.kind == "date" and _ISO.fullmatch(m.target):
            marks.append(_date(m, m.sentence, offset))
        elif m.target in named:
            kind, key = named[m.target]
            marks.append(Mark(kind, m.words, m.sentence, offset, key))
    return Body(article.body, tuple(starts), tuple(marks), article.lang, article.dir)


def _named(article: Article) -> Mapping[str, tuple[str, str]]:
    """Id of a place or actor to its kind and the name of its link's token."""
    return {
        **{p.id: ("place", f"p{n}") for n, p in enumerate(article.places)},
        **{a.id: ("actor", f"a{n}") for n, a in enumerate(article.actors)},
    }


def _date(mention: Mention, sentence: str, offset: int) -> Mark:
    day = iso_day(mention.target)
    name = day_plain(day) if day else ""
    return Mark(
        "date",
        mention.words,
        sentence,
        offset,
        f"d{mention.target}" if day else "",
        name if name != mention.words else "",
        mention.target,
    )
