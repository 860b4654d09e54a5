"""The names of the archive in groups, each of one actor, under one id and one name."""

from __future__ import annotations

from collections.abc import Mapping

from slugify import slugify

from daybook.actors.identity.entries import Entries
from daybook.actors.identity.links import Key, Link, Node
from daybook.content.authority import AuthorityActor
from daybook.values import ActorKind


class Groups:
    """Nodes that links join; no link joins what two entries of the authority file keep apart."""

    def __init__(self, nodes: Mapping[tuple[int, str], Node], entries: Entries) -> None:
        self._nodes = {node.key: node for node in nodes.values()}
        self._node_of = nodes
        self._parent = {key: key for key in self._nodes}
        self._entry: dict[Key, AuthorityActor | None] = {}
        self._ids: dict[Key, str] = {}
        first: dict[str, Key] = {}
        for key in sorted(self._nodes):
            entry = self._entry[key] = entries.of(self._nodes[key])
            if entry:
                self._parent[key] = first.setdefault(entry.id, key)

    @property
    def nodes(self) -> list[Node]:
        """All names, sorted."""
        return [self._nodes[key] for key in sorted(self._nodes)]

    def root(self, key: Key) -> Key:
        """The name that stands for the group."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def entry(self, key: Key) -> AuthorityActor | None:
        """The authority file's entry of the group."""
        return self._entry[self.root(key)]

    def members(self) -> dict[Key, list[Node]]:
        """The names of each group, sorted, by the name that stands for it."""
        found: dict[Key, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(self.root(node.key), []).append(node)
        return found

    def join(self, link: Link) -> bool:
        """Make two groups one; False where they are one already, or two by the authority file."""
        one, other = sorted((self.root(link.one), self.root(link.other)))
        if one == other or (self._entry[one] and self._entry[other]):
            return False
        self._parent[other] = one
        self._entry[one] = self._entry[one] or self._entry[other]
        return True

    def settle(self) -> None:
        """Give each group its id; of two groups with one slug the more mentioned has it plain."""
        taken: set[str] = set()
        groups = self.members().items()
        for root, nodes in sorted(
            groups, key=lambda item: (not self._entry[item[0]], -sum(n.mentions for n in item[1]), item[0])
        ):
            entry = self._entry[root]
            plain = entry.id if entry else best(nodes).id or slugify(best(nodes).name, max_length=80)
            self._ids[root] = _free(plain or "name", taken)
            taken.add(self._ids[root])

    def actor(self, number: int, id: str) -> tuple[str, str, ActorKind, AuthorityActor | None]:
        """Id, name, kind and authority entry of an actor of draft `number`."""
        root = self.root(self._node_of[number, id].key)
        entry, node = self._entry[root], best(self._grouped(root))
        return self._ids[root], entry.name if entry else node.name, entry.kind if entry else node.kind, entry

    def _grouped(self, root: Key) -> list[Node]:
        if not hasattr(self, "_members"):
            self._members = self.members()
        return self._members[root]


def best(nodes: list[Node]) -> Node:
    """The name that a group goes by: one of several words if there is one, then the most used, then the longest."""
    return min(
        nodes, key=lambda node: (len(node.name.split()) == 1, -node.mentions, -len(node.name), node.key)
    )


def _free(plain: str, taken: set[str]) -> str:
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"
