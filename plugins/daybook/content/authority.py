"""content/authority/*.yaml: what people know of this archive. Programs read it; they write it only on a person's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.values import ActorKind, PlaceKind


@dataclass(frozen=True, slots=True)
class AuthorityActor:
    """An entry of actors.yaml."""

    id: str
    """ASCII slug; every actor with this id or one of the names is this one."""
    name: str
    """The preferred name."""
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    role: str = ""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorityPlace:
    """An entry of places.yaml."""

    id: str
    """`gn:703448`, or an id of one's own such as `my:checkpoint-4`."""
    name: str
    aliases: tuple[str, ...] = ()
    kind: PlaceKind | None = None
    """Needed, as are the next three, only where the gazetteer lacks the id."""
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of events.yaml: something that articles count days from."""

    id: str
    name: str
    first: date
    """Its first day; "the fifth day" counts it as day 1."""
    words: tuple[str, ...]
    """Nouns by which articles call it, in lower case: `invasion`, `war`."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An entry of sources.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    home: str | None = None
    """Id of the place it writes from; settles ambiguous towns."""
    country: str | None = None
    drop: tuple[str, ...] = ()
    """Lines that are never article, compared without case and outer space."""


@dataclass(frozen=True, slots=True)
class Authority:
    """All of content/authority/; empty where the folder is."""

    actors: tuple[AuthorityActor, ...] = ()
    places: tuple[AuthorityPlace, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Outlet, ...] = ()
    never: frozenset[str] = frozenset()
    """Words that are no name, folded to lower case (never.yaml)."""
