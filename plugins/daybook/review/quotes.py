"""The sentences that a matter turns on, with the very words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice, zip_longest

from daybook.review.holdings import Holdings
from daybook.review.items import Quote
from daybook.sentences import pieces
from daybook.values import Article, Mention

MOST = 3
"""Sentences quoted for one matter."""
LONGEST = 280
"""Characters of a quote; of a longer sentence the part around the words in question is shown."""
_ARTICLES = 60
"""Articles that are searched for sentences."""
_BEFORE = 120
"""Of them, so many before the words."""


def of_target(
    holdings: Holdings, articles: Iterable[Article], kind: str, targets: Collection[str], most: int = MOST
) -> tuple[Quote, ...]:
    """Sentences that speak of any of the targets: the first of each article, then the second of each; each wording once.

    A dateline or title that names it is quoted where there are no sentences enough.
    """
    inside, outside = list[list[Quote]](), list[Quote]()
    for article in islice(articles, _ARTICLES):
        said = [m for m in article.mentions if m.kind == kind and m.target in targets]
        said.sort(key=lambda m: (m.start, m.end))
        inside.append(_sentences(holdings, article, said))
        outside += [] if inside[-1] or not said else _outside(article, said[0])
        if sum(map(bool, inside)) >= 2 * most:
            break
    found: dict[str, Quote] = {}
    for quote in (*_in_turn(inside), *outside):
        found.setdefault(quote.text, quote)
    return tuple(found.values())[:most]


def of_sentence(holdings: Holdings, article: Article, sentence: str | None, words: str) -> tuple[Quote, ...]:
    """One sentence of an article, with words of it marked; none where the article has it no more."""
    known = holdings.sentences(article)
    if sentence is None or sentence not in known:
        return ()
    text, start = known[sentence]
    mark = Mention("date", "", words, start, start + len(words), sentence, "")
    return (Quote(article.id, sentence, excerpt(pieces(text, start, [mark] if words.strip() else []))),)


def of_beginning(holdings: Holdings, article: Article) -> tuple[Quote, ...]:
    """The first sentence of an article, for a matter that turns on no words of it."""
    first = next(iter(holdings.sentences(article).items()), None)
    return (Quote(article.id, first[0], excerpt(((first[1][0], False),))),) if first else ()


def _sentences(holdings: Holdings, article: Article, said: list[Mention]) -> list[Quote]:
    known, found = holdings.sentences(article) if said else {}, list[Quote]()
    for id, group in groupby(said, key=lambda m: m.sentence):
        if id is not None and id in known:
            text, start = known[id]
            found.append(Quote(article.id, id, excerpt(pieces(text, start, group))))
    return found


def _outside(article: Article, mention: Mention) -> list[Quote]:
    """The dateline or title, where a name stands in none of the sentences."""
    words = " ".join(mention.words.split())
    for text in (article.dateline or "", article.title):
        if words in text:
            parts = pieces(text, 0, [replace(mention, start=text.index(words))])
            return [Quote(article.id, "", excerpt(parts))]
    return []


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
