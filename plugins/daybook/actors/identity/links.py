"""A name of the archive, and the link between two names of one actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from slugify import slugify

from daybook.values import ActorKind

if TYPE_CHECKING:
    from daybook.actors.identity.groups import Groups


@lru_cache(maxsize=1 << 16)
def slug(name: str) -> str:
    """An id made of a name; empty where it has no letters."""
    return slugify(name, max_length=80)


def shouted(name: str) -> bool:
    """In capitals throughout, as headlines have names; a single word may be an acronym."""
    return name.isupper() and " " in name


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What tells one name from another: its letters, and the state where two bearers of the name were told apart."""

    name: str
    """Folded by `folding.plain_fold`, or an id such as `state:UA`."""
    bearer: str = ""
    """ISO code of the state of a homonym; empty for the one most spoken of."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name as the archive uses it."""

    key: Key
    name: str
    """Its most used spelling."""
    kind: ActorKind
    """What it mostly names."""
    mentions: int
    articles: int
    acronyms: tuple[str, ...] = ()
    """Short forms under which articles that use this name in full also speak of it."""
    id: str = ""
    """Given by a rule, where it is no slug of the name."""
    forms: tuple[str, ...] = ()
    """Of an organisation: all by which its articles call it."""

    @property
    def slug(self) -> str:
        """The id that it has by itself: the given one, else of its name, with the state of a homonym."""
        if self.id:
            return self.id
        made = slug(self.name)
        return f"{made}-{self.key.bearer.lower()}" if made and self.key.bearer else made

    @property
    def labels(self) -> tuple[str, ...]:
        """By which people may speak of it: a homonym by its id alone, as its name is another's too."""
        return (self.slug,) if self.key.bearer else (self.slug, self.name, self.key.name, *self.forms)


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that are one actor."""

    one: Key
    other: Key
    why: str
    """What brought them together: `spelling`, `acronym`, `surname`."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two actors that are kept two, and may be one."""

    of: Key
    """The one met in fewer articles."""
    other: Key
    score: float
    """0 to 1: how likely they are one; a judgement."""
    why: str
    """`homonym`, `surname` or `resembles`."""


Rule = Callable[["Groups"], Iterable[Link]]
Finder = Callable[["Groups"], Iterable[Likeness]]
