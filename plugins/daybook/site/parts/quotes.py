"""The sentences of an article that name a place or an actor, with the very words marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from daybook.sentences import pieces
from daybook.site.archive import Archive
from daybook.values import Article, Mention


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence."""

    anchor: str
    """Its id on the article's page."""
    pieces: tuple[tuple[str, bool], ...]
    """Its words in order; true where they are the name looked for."""


def quotes(archive: Archive, article: Article, target: str) -> tuple[Quote, ...]:
    """The first sentences of the article that name the target."""
    return quoted(archive, article, archive.said[article.id].get(target, ()))


def quoted(
    archive: Archive, article: Article, mentions: Iterable[Mention], limit: int = 3
) -> tuple[Quote, ...]:
    """The first `limit` sentences that hold the mentions, which are in the text's order."""
    known = archive.sentences[article.id]
    found: list[Quote] = []
    for id, group in groupby(mentions, key=lambda m: m.sentence):
        if id is not None and id in known and len(found) < limit:
            text, start = known[id]
            found.append(Quote(id, pieces(text, start, group)))
    return tuple(found)


def named_as(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The forms of the name that an article uses, in the order met."""
    return tuple(dict.fromkeys(" ".join(m.words.split()) for m in mentions))
