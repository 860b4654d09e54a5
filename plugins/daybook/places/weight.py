"""What mentions make of their places once actors are known."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable
from typing import Final

from daybook.values import Actor, Mention, Place

_TELLING: Final = ("dateline", "event", "venue", "metonym", "demonym", "embedded", "address")
"""Roles, the most telling first."""


def embed(toponyms: Iterable[Mention], named: Iterable[Mention], who: Iterable[Actor]) -> tuple[Mention, ...]:
    """Toponyms after the actors are known: within a body's name they are `embedded`, within a person's they are none."""
    kinds = {actor.id: actor.kind for actor in who}
    actors = sorted((m for m in named if m.kind == "actor"), key=lambda m: m.start)
    starts = [m.start for m in actors]
    kept = []
    for toponym in toponyms:
        at = bisect.bisect_right(starts, toponym.start) - 1
        holder = actors[at] if at >= 0 and toponym.end <= actors[at].end else None
        if holder is None or (holder.start, holder.end) == (toponym.start, toponym.end):
            kept.append(toponym)
        elif kinds.get(holder.target) in ("state", "person"):
            if kinds[holder.target] == "state" or not _surname(toponym, holder):
                kept.append(toponym)
        else:
            kept.append(dataclasses.replace(toponym, role="embedded"))
    return tuple(kept)


def _surname(toponym: Mention, holder: Mention) -> bool:
    """Whether the words are a later part of a person's name; what opens one is rather the place of an office or party."""
    return holder.words[: toponym.start - holder.start].endswith((" ", ". "))


def weigh(places: Iterable[Place], mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """Each place with the most telling role of its mentions; a place without mentions is left out."""
    roles: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "place":
            known = roles.get(mention.target)
            if known is None or _TELLING.index(mention.role) < _TELLING.index(known):
                roles[mention.target] = mention.role
    return tuple(dataclasses.replace(place, role=roles[place.id]) for place in places if place.id in roles)
