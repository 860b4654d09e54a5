"""The actors of an archive, each with all that its articles say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from daybook.content.authority import Authority
from daybook.values import Actor, Article


@dataclass(frozen=True, slots=True)
class Member:
    """One actor."""

    actor: Actor
    """As its articles mostly have it, with the best confidence that any of them gives."""
    articles: tuple[Article, ...]
    mentions: int
    names: frozenset[str]
    """Its id, and every name that it goes by."""
    settled: bool
    """True where a person wrote of it: in authority, or in the file of an article."""


def cast(articles: Iterable[Article], authority: Authority) -> Mapping[str, Member]:
    """Every actor by its id, sorted."""
    held: defaultdict[str, list[tuple[Article, Actor]]] = defaultdict(list)
    mentions: Counter[str] = Counter()
    for article in articles:
        for actor in article.actors:
            held[actor.id].append((article, actor))
        mentions.update(m.target for m in article.mentions if m.kind == "actor")
    known = {entry.id for entry in authority.actors}
    named = {n.casefold() for entry in authority.actors for n in (entry.name, *entry.aliases)}
    return {
        id: Member(
            max((actor for _, actor in held[id]), key=lambda a: (a.confidence, len(a.role))),
            tuple(article for article, _ in held[id]),
            mentions[id],
            frozenset(name for _, a in held[id] for name in (id, a.name, *a.aliases)),
            id in known or any(a.why == "hand" or a.name.casefold() in named for _, a in held[id]),
        )
        for id in sorted(held)
    }
