"""The names of an archive, each with the articles that hold it: places, actors, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest
from daybook.site.roles import Role
from daybook.values import Actor, Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the archive and where its readers are sent."""

    id: str
    name: str
    address: str
    """Of its own page, else of the list that it stands in."""
    anchor: str
    """Its place in that list; empty where it has a page of its own."""
    articles: tuple[Digest, ...]
    """Oldest first, the undated last."""
    forms: tuple[str, ...]
    """The other words that the articles call it by, in alphabetical order."""

    @property
    def has_page(self) -> bool:
        return not self.anchor

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its articles, oldest first, each once."""
        return tuple(dict.fromkeys(a.date.value for a in self.articles if a.date))


@dataclass(frozen=True, slots=True)
class PlaceEntry(Entry):
    """A place of the archive."""

    place: Place
    """What its articles say of it, the most frequent answer of each field."""
    passing: tuple[Digest, ...] = ()
    """Articles that only name it in passing, such as a capital for its government; not among its articles."""


@dataclass(frozen=True, slots=True)
class ActorEntry(Entry):
    """An actor of the archive."""

    actor: Actor
    roles: tuple[Role, ...]
    """As stated, newest first."""


@dataclass(frozen=True, slots=True)
class SourceEntry(Entry):
    """An outlet, or an agency where no outlet is stated; the one with an empty id holds the articles that name none."""
