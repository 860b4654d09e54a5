"""The actors of an archive, each with all that its articles say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class Cast:
    """The actors of some articles. A member is made when it is asked for, as few of many are in doubt."""

    def __init__(self, articles: Iterable[Digest], authority: Authority) -> None:
        self._articles: dict[str, list[Digest]] = {}
        self._forms: dict[str, list[Actor]] = {}
        self._members: dict[str, Member] = {}
        self._ids = frozenset(entry.id for entry in authority.actors)
        self._written = frozenset(
            name.casefold() for entry in authority.actors for name in (entry.name, *entry.aliases)
        )
        for article in articles:
            for actor in article.actors:
                self._articles.setdefault(actor.id, []).append(article)
                self._forms.setdefault(actor.id, []).append(actor)

    def __contains__(self, id: str) -> bool:
        return id in self._forms

    def __getitem__(self, id: str) -> Member:
        """The actor of that id. Raises KeyError."""
        if id not in self._members:
            forms = tuple(self._forms[id])
            surest = max(forms, key=lambda a: (a.confidence, len(a.role)))
            self._members[id] = Member(surest, tuple(self._articles[id]), forms, self._ids, self._written)
        return self._members[id]

    def below(self, confidence: float) -> Iterator[Member]:
        """The actors of which no article is surer."""
        for id, forms in self._forms.items():
            if all(form.confidence <= confidence for form in forms):
                yield self[id]
