"""A name of the archive, and the link between two names of one actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.values import ActorKind

if TYPE_CHECKING:
    from daybook.actors.identity.groups import Groups


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


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that are one actor."""

    one: Key
    other: Key
    why: str
    """The rule: `spelling`, `acronym`, `surname`."""


Rule = Callable[["Groups"], Iterable[Link]]
