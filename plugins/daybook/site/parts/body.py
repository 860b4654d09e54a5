"""An article's text as a model: paragraphs as Markdown, and the marks to set in them while the page is rendered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from daybook.site.days import iso_day
from daybook.values import Article, Mention
from daybook.words import Words

_ID = re.compile(r"s[0-9a-f]{6}(?:-\d{1,9})?")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Mark(NamedTuple):
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


def is_id(id: str) -> bool:
    """Whether a sentence's id is one that ingest gives; no other stands on a page."""
    return _ID.fullmatch(id) is not None


Spans = tuple[tuple[int, int, str], ...]
"""Sentences of one paragraph: start and end in its plain text, and id."""


class Body(NamedTuple):
    """The text of an article."""

    paragraphs: tuple[str, ...]
    """Markdown."""
    sentences: tuple[str, ...]
    """Every id ever given to a sentence of it; each answers, at the article's head if its sentence is gone."""
    marks: tuple[Mark, ...]
    """In the text's order."""
    lang: str
    dir: str
    spans: tuple[Spans, ...] = ()
    """The sentences of each paragraph where they are known; without them, they are looked for."""


def body(article: Article, words: Words) -> Body:
    starts = {s.id: s.start for s in article.sentences}
    named = _named(article)
    marks: list[Mark] = []
    for m in sorted(article.mentions, key=_order):
        if m.sentence is None:
            continue
        offset = m.start - starts.get(m.sentence, m.start)
        if m.kind == "date" and _ISO.fullmatch(m.target):
            key, title = _date(words, m.words, m.target)
            marks.append(Mark("date", m.words, m.sentence, offset, key, title, m.target))
        elif m.target in named:
            kind, key = named[m.target]
            marks.append(Mark(kind, m.words, m.sentence, offset, key))
    return Body(article.body, tuple(starts), tuple(marks), article.lang, article.dir, _spans(article))


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _spans(article: Article) -> tuple[Spans, ...]:
    """Empty where some paragraph has no sentences of its own, or they are not as ingest gives them."""
    ids = {s.id for s in article.sentences}
    if len(ids) != len(article.sentences) or not all(map(is_id, ids)):
        return ()
    found: list[Spans] = []
    for number, group in groupby(article.sentences, key=lambda s: s.paragraph):
        held = list(group)
        start = at = held[0].start
        if number != len(found):
            return ()
        for s in held:
            if not at <= s.start < s.end:
                return ()
            at = s.end
        found.append(tuple([(s.start - start, s.end - start, s.id) for s in held]))
    return tuple(found) if len(found) == len(article.body) else ()


def _named(article: Article) -> Mapping[str, tuple[str, str]]:
    """Id of a place or actor to its kind and the name of its link's token."""
    return {
        **{p.id: ("place", f"p{n}") for n, p in enumerate(article.places)},
        **{a.id: ("actor", f"a{n}") for n, a in enumerate(article.actors)},
    }


@lru_cache(1 << 12)
def _date(words: Words, said: str, target: str) -> tuple[str, str]:
    """Token and title of a date."""
    day = iso_day(target)
    name = words.day_plain(day) if day else ""
    return f"d{target}" if day else "", name if name != said else ""
