"""The actors of an archive, each with all that its articles say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from daybook.content.authority import Authority
from daybook.digest import Digest
from daybook.values import Actor


@dataclass(frozen=True)
class Member:
    """One actor."""

    actor: Actor
    """As its articles mostly have it, with the best confidence that any of them gives."""
    articles: tuple[Digest, ...]
    forms: tuple[Actor, ...]
    """As each of them has it."""
    ids: frozenset[str]
    """Of all actors that people wrote of in authority."""
    written: frozenset[str]
    """Their names, in small letters."""

    @cached_property
    def mentions(self) -> int:
        return sum(article.of(self.actor.id).mentions for article in self.articles)

    @cached_property
    def names(self) -> frozenset[str]:
        """Its id, and every name that it goes by."""
        return frozenset({self.actor.id, *(name for a in self.forms for name in (a.name, *a.aliases))})

    @cached_property
    def settled(self) -> bool:
        """True where a person wrote of it: in authority, or in the file of an article."""
        return self.actor.id in self.ids or any(
            a.why == "hand" or a.name.casefold() in self.written for a in self.forms
        )


def cast(articles: Iterable[Digest], authority: Authority) -> Mapping[str, Member]:
    """Every actor by its id, sorted."""
    held: defaultdict[str, list[tuple[Digest, Actor]]] = defaultdict(list)
    for article in articles:
        for actor in article.actors:
            held[actor.id].append((article, actor))
    ids = frozenset(entry.id for entry in authority.actors)
    written = frozenset(n.casefold() for entry in authority.actors for n in (entry.name, *entry.aliases))
    members = dict[str, Member]()
    for id in sorted(held):
        found, forms = zip(*held[id], strict=True)
        surest = max(forms, key=lambda a: (a.confidence, len(a.role))) if len(forms) > 1 else forms[0]
        members[id] = Member(surest, found, forms, ids, written)
    return members
