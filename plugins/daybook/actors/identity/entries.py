"""The authority file's actors, found by id, name or alias, and by another spelling of them."""

from __future__ import annotations

from collections import defaultdict

from daybook.actors.folding import plain_fold
from daybook.actors.forms import ends, same_ends
from daybook.actors.identity.links import Node
from daybook.content.apart import Apart, Labels
from daybook.content.authority import Authority, AuthorityActor


class Entries:
    """What people know of the archive's actors."""

    def __init__(self, authority: Authority, apart: Apart) -> None:
        self._apart = apart
        self._by_id = {entry.id: entry for entry in authority.actors}
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        self._by_fold: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entry in authority.actors:
            for name in (entry.name, *entry.aliases):
                self._by_name[plain_fold(name)].add(entry.id)
                if entry.kind == "person":
                    for folded in {ends(name), same_ends(name)}:
                        self._by_fold[folded].add(entry.id)

    def of(self, node: Node) -> AuthorityActor | None:
        """The entry of a name: by id, else by a name or alias of one entry alone, else by its spelling.

        None where a pair keeps the name apart from it.
        """
        if not self._by_id:
            return None
        entry = self._by_id.get(node.slug) or self._one(self._by_name.get(plain_fold(node.slug), set()))
        if entry is None and not node.key.bearer:
            entry = self._named(node)
        kept = entry and self._apart.keeps(self._apart.labels(node.labels), self.labels(entry))
        return None if kept else entry

    def labels(self, entry: AuthorityActor) -> Labels:
        """All by which a pair may speak of the entry."""
        return self._apart.labels((entry.id, entry.name, *entry.aliases))

    def _named(self, node: Node) -> AuthorityActor | None:
        named = self._by_name.get(node.key.name, set())
        for fold in (ends, same_ends):
            if not named and node.kind == "person" and len(folded := fold(node.name)) > 1:
                named = self._by_fold.get(folded, set())
        return self._one(named)

    def _one(self, ids: set[str]) -> AuthorityActor | None:
        return self._by_id[next(iter(ids))] if len(ids) == 1 else None
