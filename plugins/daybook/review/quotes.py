"""The sentences that a matter turns on, with the very words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice, zip_longest

from daybook.digest import Digest
from daybook.review.items import Quote
from daybook.sentences import pieces, words
from daybook.values import Article, Mention

MOST = 3
"""Sentences quoted for one matter."""
LONGEST = 280
"""Characters of a quote; of a longer sentence the part around the words in question is shown."""
_ARTICLES = 60
"""Articles that are searched for sentences."""
_BEFORE = 120
"""Of them, so many before the words."""


def of_name(articles: Iterable[Digest], target: str, most: int = MOST) -> tuple[Quote, ...]:
    """Sentences that name a place or actor: the first of each article, then the second of each; each wording once.

    A dateline or title that names it is quoted where there are no sentences enough.
    """
    inside, outside = list[list[Quote]](), list[Quote]()
    for article in islice(articles, _ARTICLES):
        said = article.of(target)
        inside.append([Quote(article.id, q.anchor, excerpt(q.pieces)) for q in said.quotes])
        outside += [] if said.quotes else _outside(article, said.name)
        if sum(map(bool, inside)) >= 2 * most:
            break
    return _each_once((*_in_turn(inside), *outside))[:most]


def of_days(article: Article, days: Collection[str]) -> tuple[Quote, ...]:
    """Sentences of an article that speak of any of the days, in ISO form, else its dateline or title."""
    said = [m for m in article.mentions if m.kind == "date" and m.target in days]
    said.sort(key=lambda m: (m.start, m.end))
    known, found = words(article) if said else {}, list[Quote]()
    for id, group in groupby(said, key=lambda m: m.sentence):
        if id is not None and id in known:
            text, start = known[id]
            found.append(Quote(article.id, id, excerpt(pieces(text, start, group))))
    if said and not found:
        found = _outside(article, " ".join(said[0].words.split()))
    return _each_once(found)[:MOST]


def of_sentence(article: Article, sentence: str | None, said: str) -> tuple[Quote, ...]:
    """One sentence of an article, with words of it marked; none where the article has it no more."""
    known = words(article)
    if sentence is None or sentence not in known:
        return ()
    text, start = known[sentence]
    mark = Mention("date", "", said, start, start + len(said), sentence, "")
    return (Quote(article.id, sentence, excerpt(pieces(text, start, [mark] if said.strip() else []))),)


def of_beginning(article: Article) -> tuple[Quote, ...]:
    """The first sentence of an article, for a matter that turns on no words of it."""
    first = next(iter(words(article).items()), None)
    return (Quote(article.id, first[0], excerpt(((first[1][0], False),))),) if first else ()


def _outside(article: Article | Digest, said: str) -> list[Quote]:
    """The dateline or title, where words stand in none of the sentences."""
    for text in (article.dateline or "", article.title):
        before, found, after = text.partition(said) if said else (text, "", "")
        if found:
            parts = tuple(part for part in ((before, False), (found, True), (after, False)) if part[0])
            return [Quote(article.id, "", excerpt(parts))]
    return []


def _each_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    found: dict[str, Quote] = {}
    for quote in quotes:
        found.setdefault(quote.text, quote)
    return tuple(found.values())


def excerpt(parts: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """The parts cut to `LONGEST` characters around the first that is marked, cuts shown by an ellipsis."""
    first = next((n for n, (_, marked) in enumerate(parts) if marked), 0)
    kept, room = list(parts[first:]), LONGEST
    if first and len(parts[0][0]) > _BEFORE:
        head = parts[0][0][-_BEFORE:]
        kept.insert(0, (f"…{head[head.find(' ') :] if ' ' in head else head}", False))
    elif first:
        kept.insert(0, parts[0])
    shown = list[tuple[str, bool]]()
    for text, marked in kept:
        if len(text) > room:
            cut = text[:room]
            shown.append((f"{cut.rpartition(' ')[0] or cut}…", marked))
            break
        shown.append((text, marked))
        room -= len(text)
    return tuple(shown)


def _in_turn(found: list[list[Quote]]) -> Iterator[Quote]:
    """The first of each list, then the second of each, …"""
    for turn in zip_longest(*found):
        yield from filter(None, turn)
