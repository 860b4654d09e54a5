"""Ids that changed: which id stands for an old one now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from daybook.content import slugs
from daybook.content.apart import Apart
from daybook.content.authority import Authority
from daybook.content.evidence import Evidence
from daybook.content.register import Merge, Register


def learn(
    register: Register, before: Mapping[str, Evidence], now: Mapping[str, Evidence], apart: Apart
) -> None:
    """Record the actors that are nowhere any more, and whose every mention has gone to one other.

    Only actors: their ids are made of names, which better knowledge brings together. A place's id is a gazetteer's,
    and words that once were taken for one town and now for another join no two towns. What people keep apart is
    never brought together, and not any more if it was.
    """
    alive = {m.target for proof in now.values() for m in proof.mentions if m.kind == "actor"}
    alive |= {
        m.target for id, proof in before.items() if id not in now for m in proof.mentions if m.kind == "actor"
    }
    for key, merge in sorted(register.merges.items()):
        if key[0] == "actor" and (key[1] in alive or _kept(merge, register, apart)):
            del register.merges[key]
    heirs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for id, old in before.items():
        new = now.get(id)
        if new and new.layer.sha256 == old.layer.sha256:
            spots = {(m.start, m.end): m.target for m in new.mentions if m.kind == "actor"}
            for m in old.mentions:
                if m.kind == "actor" and m.target not in alive and (m.start, m.end) in spots:
                    heirs[m.target][spots[m.start, m.end]] += 1
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
