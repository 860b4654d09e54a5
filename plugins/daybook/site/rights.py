"""How much of an article the site shows: cut before anything is made of it, so that no page, search, feed or file has more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import get_args

from daybook.content.markdown import escape, plain
from daybook.digest import Digest
from daybook.format import shortened
from daybook.settings import Rights, Shown
from daybook.values import Article, FoundDate, Mention, Sentence, Source, Withdrawn

EXCERPT = 300
"""Characters of an excerpt."""
_PROOF = 80
"""Characters of the words that prove a day; longer ones are no proof but text."""
_TITLE = 80
"""Characters of a title that is the text's first sentence, where no text is shown."""
_ORDER: tuple[Shown, ...] = get_args(Shown)


def how(article: Article | Digest, rights: Rights) -> Shown:
    """How much of it is shown: by its outlet and its agency the less of the two, else the default."""
    if not rights.sources:
        return rights.default
    named = {name.casefold(): told for name, told in rights.sources.items()}
    told = [named[name] for name in _by(article) if name in named]
    return max(told, key=_ORDER.index, default=rights.default)


def is_hidden(article: Article | Digest, rights: Rights) -> bool:
    """Whether search engines are asked to leave its page out."""
    if isinstance(rights.noindex, bool):
        return rights.noindex
    return not {name.casefold() for name in rights.noindex}.isdisjoint(_by(article))


def shown(article: Article, rights: Rights) -> Article:
    """The article as far as the site may show it."""
    if article.withdrawn:
        return _nothing(article, article.withdrawn)
    told = how(article, rights)
    if told == "full":
        return article
    return _excerpt(article) if told == "excerpt" else _metadata(article)


def unknown(rights: Rights, articles: Iterable[Digest]) -> Iterator[tuple[str, str]]:
    """Each outlet and agency that the rights name and no article has, with the nearest that one has, or nothing."""
    known = {name.casefold(): name for a in articles for name in (a.source.outlet, a.source.agency) if name}
    listed = () if isinstance(rights.noindex, bool) else rights.noindex
    for name in dict.fromkeys((*rights.sources, *listed)):
        if name.casefold() not in known:
            near = difflib.get_close_matches(name.casefold(), list(known), 1)
            yield name, known[near[0]] if near else ""


def _by(article: Article | Digest) -> list[str]:
    return [name.casefold() for name in (article.source.outlet, article.source.agency) if name]


def _excerpt(article: Article) -> Article:
    """Its first paragraphs, or the first sentences of a long one; of what else it says the very words that name it."""
    body, sentences = _beginning(article)
    text = " ".join(map(plain, body))
    kept = {sentence.id for sentence in sentences}
    end = sentences[-1].end if sentences else 0
    day = article.date
    return replace(
        article,
        body=body,
        sentences=sentences,
        lead=article.lead if article.lead in text else shortened(text, EXCERPT),
        date=day and _proven(day, shortened(day.words, _PROOF), kept),
        mentions=tuple(m if m.sentence in kept else replace(m, sentence=None) for m in article.mentions),
        statements=tuple(
            s for s in article.statements if s.sentence in kept and all(last <= end for _, last in s.said)
        ),
        figures=tuple(f for f in article.figures if f.sentence is None or f.sentence in kept),
        dropped=(),
    )


def _beginning(article: Article) -> tuple[tuple[str, ...], tuple[Sentence, ...]]:
    """Paragraphs as Markdown, with their sentences."""
    room, body = EXCERPT, list[str]()
    for paragraph in article.body:
        room -= len(plain(paragraph))
        if room < 0:
            break
        body.append(paragraph)
    if body or not article.body:
        return tuple(body), tuple(s for s in article.sentences if s.paragraph < len(body))
    text, first = plain(article.body[0]), [s for s in article.sentences if s.paragraph == 0]
    held = tuple(takewhile(lambda s: s.end - first[0].start <= EXCERPT, first))
    cut = text[: held[-1].end - first[0].start] if held else shortened(text, EXCERPT)
    return (escape(cut),), held


def _metadata(article: Article) -> Article:
    """Who, where, when and whose it is, and none of its words."""
    names = {p.id: p.name for p in article.places} | {a.id: a.name for a in article.actors}
    told = [m for m in article.mentions if m.kind != "date"]
    title = shortened(article.title, _TITLE) if article.title_rule == "derived" else article.title
    return replace(
        article,
        title=title,
        lead="",
        date=article.date and _proven(article.date, "", set()),
        dateline=None,
        body=(),
        sentences=(),
        dropped=(),
        mentions=tuple(_bare(m, names) for m in told),
        statements=(),
        figures=(),
        problems=(),
        rivals=(),
    )


def _nothing(article: Article, withdrawn: Withdrawn) -> Article:
    """Its address, and what a person says of it."""
    return replace(
        _metadata(article),
        title=article.title if withdrawn.title == "kept" else "",
        source=Source(),
        places=(),
        actors=(),
        mentions=(),
    )


def _proven(day: FoundDate, words: str, sentences: set[str]) -> FoundDate:
    """Without a place in the raw text, which is not shown."""
    sentence = day.sentence if day.sentence in sentences else None
    return replace(day, words=words, sentence=sentence, start=None, end=None)


def _bare(mention: Mention, names: dict[str, str]) -> Mention:
    return replace(mention, words=names.get(mention.target, mention.target), sentence=None)
