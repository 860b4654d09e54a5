"""Persons who stand in the article's list of actors twice: in full, and by a surname that was not brought to it."""

from __future__ import annotations

from collections.abc import Sequence

from daybook.values import Actor


def read(actors: Sequence[Actor]) -> tuple[dict[str, str], set[str]]:
    """By the id of a name of one word, that of the one person whose longer name holds it; and the ids of those that may
    be another's, whose words are attributed to no one."""
    alone = {actor.name: actor.id for actor in actors if actor.kind == "person" and " " not in actor.name}
    whole: dict[str, str] = {}
    doubtful: set[str] = set()
    for name, id in alone.items():
        longer = [
            actor
            for actor in actors
            if actor.id != id and name in (words := actor.name.split())[1:] and _bears(actor, words, name)
        ]
        if len(longer) == 1 and longer[0].kind == "person":
            whole[id] = longer[0].id
        elif longer:
            doubtful.add(id)
    return whole, doubtful


def _bears(actor: Actor, words: list[str], name: str) -> bool:
    """Whether a longer name may be that of a person called so: an organisation's only where it ends with it."""
    return actor.kind == "person" or (actor.kind == "organisation" and words[-1] == name)
