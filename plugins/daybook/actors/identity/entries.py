"""The authority file's actors, found by id, name or alias, and by another spelling of them."""

from __future__ import annotations

from collections import defaultdict

from slugify import slugify

from daybook.actors.folding import fold, plain_fold
from daybook.actors.identity.links import Node
from daybook.content.authority import Authority, AuthorityActor


class Entries:
    """What people know of the archive's actors."""

    def __init__(self, authority: Authority) -> None:
        self._by_id = {entry.id: entry for entry in authority.actors}
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_fold: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entry in authority.actors:
            for name in (entry.name, *entry.aliases):
                self._by_name[plain_fold(name)].add(entry.id)
                if entry.kind == "person":
                    self._by_fold[ends(name)].add(entry.id)

    def of(self, node: Node) -> AuthorityActor | None:
        """The entry of a name: by id, else by a name or alias of one entry alone, else by its spelling."""
        if node.key.bearer:
            return self._by_id.get(f"{slugify(node.name)}-{node.key.bearer.lower()}")
        by_id = self._by_id.get(node.id or slugify(node.name))
        named = self._by_name.get(node.key.name, set())
        if not named and node.kind == "person" and len(ends(node.name)) > 1:
            named = self._by_fold.get(ends(node.name), set())
        return by_id or (self._by_id[next(iter(named))] if len(named) == 1 else None)


def ends(name: str) -> tuple[str, ...]:
    """First and last word of a person's name, folded; the one word of a name of one."""
    words = fold(name).split()
    return (words[0], words[-1]) if len(words) > 1 else tuple(words)
