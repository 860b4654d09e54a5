"""Ids that changed: which id stands for an old one now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping

from daybook.content import slugs
from daybook.content.apart import Apart
from daybook.content.authority import Authority
from daybook.content.register import Merge, Register

Spot = tuple[int, int]
"""Where words stand in a text layer."""
Spots = Collection[tuple[Spot, str]]
"""The actors that an article speaks of, each with where."""


def learn(
    register: Register,
    before: Mapping[str, Collection[str]],
    now: Mapping[str, Collection[str]],
    apart: Apart,
    spots: Callable[[str], tuple[Spots, Mapping[Spot, str]]],
) -> None:
    """Record the actors that are nowhere any more, and whose every mention has gone to one other.

    `before` and `now` have the actors that each article speaks of, by its id; `spots` gives where, then and now, and is
    asked of few articles. Only actors: their ids are made of names, which better knowledge brings together. A place's id is a gazetteer's,
    and words that once were taken for one town and now for another join no two towns. What people keep apart is
    never brought together, and not any more if it was.
    """
    alive = {each for told in now.values() for each in told}
    alive |= {each for id, told in before.items() if id not in now for each in told}
    for key, merge in sorted(register.merges.items()):
        if key[0] == "actor" and (key[1] in alive or _kept(merge, register, apart)):
            del register.merges[key]
    heirs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for id, told in before.items():
        if id in now and not alive.issuperset(told):
            old, new = spots(id)
            for spot, target in old:
                if target not in alive and spot in new:
                    heirs[target][new[spot]] += 1
    for gone, heir in heirs.items():
        if len(heir) == 1 and not apart.keeps_names(gone, next(iter(heir))):
            register.merges["actor", gone] = Merge(
                "actor", gone, next(iter(heir)), "the same words, by another id"
            )


def _kept(merge: Merge, register: Register, apart: Apart) -> bool:
    """Whether people keep an id apart from any that it was brought into, in one step or several."""
    return any(apart.keeps_names(merge.id, into) for into in register.chain("actor", merge.id)[1:])


def of(register: Register, authority: Authority) -> Callable[[str, str], str]:
    """From a kind and an id to the id that stands for it now, by the register and by what people decided."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for actor in authority.actors:
        for name in (actor.name, *actor.aliases):
            claims[slugs.slug(name, 200)].add(actor.id)
    preferred = {old: ids.pop() for old, ids in claims.items() if len(ids) == 1}
    own = {actor.id for actor in authority.actors}

    def successor(kind: str, id: str) -> str:
        now = register.successor(kind, id)
        return preferred.get(now, now) if kind == "actor" and now not in own else now

    return successor
