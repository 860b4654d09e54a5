"""Drafts under the ids and names of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daybook.actors.identity.groups import Groups
from daybook.draft import Draft
from daybook.values import Actor


def rename(drafts: Sequence[Draft], groups: Groups) -> list[Draft]:
    """Every draft, its actors and their mentions renamed; two names of one actor become one entry."""
    return [_renamed(number, draft, groups) for number, draft in enumerate(drafts)]


def _renamed(number: int, draft: Draft, groups: Groups) -> Draft:
    ids: dict[str, str] = {}
    actors: dict[str, Actor] = {}
    for actor in draft.actors:
        id, name, kind, entry = groups.actor(number, actor.id)
        ids[actor.id] = id
        here = replace(
            actor, id=id, name=name, kind=kind,
            aliases=tuple(sorted({actor.name, *actor.aliases} - {name})),
            role=actor.role or (entry.role if entry else ""),
            country=(entry.country if entry else None) or actor.country,
        )  # fmt: skip
        actors[id] = _joined(actors[id], here) if id in actors else here
    mentions = tuple(
        replace(mention, target=ids[mention.target])
        if mention.kind == "actor" and mention.target in ids
        else mention
        for mention in draft.mentions
    )
    return replace(draft, actors=tuple(actors.values()), mentions=mentions)


def _joined(one: Actor, other: Actor) -> Actor:
    aliases = tuple(sorted({*one.aliases, *other.aliases}))
    role, sure = max(one.role, other.role, key=len), max(one.confidence, other.confidence)
    return replace(one, role=role, aliases=aliases, country=one.country or other.country, confidence=sure)
