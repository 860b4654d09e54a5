"""Drafts under the ids and names of the archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from daybook.actors.identity.groups import Groups, Known
from daybook.actors.identity.links import Key, Likeness
from daybook.draft import Draft
from daybook.values import Actor, Rival


def rename(
    drafts: Sequence[Draft], groups: Groups, likenesses: Mapping[Key, Sequence[Likeness]]
) -> list[Draft]:
    """Every draft, its actors and their mentions renamed; two names of one actor become one entry.

    What an actor may be as well stands among the draft's rivals.
    """
    roots = {known.root: known for known in groups.known}
    rivals = {
        roots[of].id: tuple(_rival(roots[of], roots[each.other], each) for each in held)
        for of, held in likenesses.items()
    }
    return [_renamed(number, draft, groups, rivals) for number, draft in enumerate(drafts)]


def _rival(known: Known, other: Known, found: Likeness) -> Rival:
    bearer = next((node.key.bearer for node in other.nodes if node.key.bearer), "")
    name = f"{other.name}, {bearer}" if bearer else other.name
    return Rival(f"actor {known.id}", other.id, name, found.score, found.why)


def _as_settled(rival: Rival, ids: Mapping[str, str]) -> Rival:
    """What the article's own rules passed over, by the ids of the archive."""
    kind, _, id = rival.of.partition(" ")
    if kind != "actor" or id not in ids:
        return rival
    return replace(rival, of=f"actor {ids[id]}", target=ids.get(rival.target, rival.target))


def _renamed(number: int, draft: Draft, groups: Groups, rivals: Mapping[str, tuple[Rival, ...]]) -> Draft:
    ids: dict[str, str] = {}
    actors: dict[str, Actor] = {}
    for actor in draft.actors:
        known, why = groups.actor(number, actor.id)
        entry, name = known.entry, known.name
        ids[actor.id] = known.id
        here = replace(
            actor, id=known.id, name=name, kind=known.kind,
            aliases=tuple(sorted({actor.name, *actor.aliases} - {name})),
            role=actor.role or (entry.role if entry else ""),
            country=(entry.country if entry else None) or actor.country,
            why=why or actor.why,
        )  # fmt: skip
        actors[known.id] = _joined(actors[known.id], here) if known.id in actors else here
    mentions = tuple(
        replace(mention, target=ids[mention.target])
        if mention.kind == "actor" and ids.get(mention.target, mention.target) != mention.target
        else mention
        for mention in draft.mentions
    )
    statements = tuple(
        replace(each, actor=ids[each.actor]) if ids[each.actor] != each.actor else each
        for each in draft.statements
    )
    figures = tuple(
        replace(each, actor=ids[each.actor]) if each.actor and ids[each.actor] != each.actor else each
        for each in draft.figures
    )
    told = [_as_settled(rival, ids) for rival in draft.rivals]
    told += [rival for id in actors for rival in rivals.get(id, ())]
    return replace(
        draft,
        actors=tuple(actors.values()),
        mentions=mentions,
        rivals=tuple(dict.fromkeys(told)),
        statements=statements,
        figures=figures,
    )


def _joined(one: Actor, other: Actor) -> Actor:
    aliases = tuple(sorted({*one.aliases, *other.aliases}))
    role, sure = max(one.role, other.role, key=len), max(one.confidence, other.confidence)
    return replace(
        one,
        role=role,
        aliases=aliases,
        country=one.country or other.country,
        confidence=sure,
        why=one.why or other.why,
    )
