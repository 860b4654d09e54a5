"""The names of the archive in groups, each of one actor, under one id and one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from daybook.actors.identity.entries import Entries
from daybook.actors.identity.links import Key, Link, Node, shouted
from daybook.content.apart import Apart
from daybook.content.authority import AuthorityActor
from daybook.values import ActorKind


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the archive, settled."""

    root: Key
    id: str
    name: str
    kind: ActorKind
    articles: int
    nodes: tuple[Node, ...]
    chief: Node
    """The name that it goes by, where people gave it none."""
    entry: AuthorityActor | None


class Groups:
    """Nodes that links join; no link joins what people keep apart: two entries of the authority file, or a pair."""

    def __init__(self, nodes: Mapping[tuple[int, str], Node], entries: Entries, apart: Apart) -> None:
        self._nodes = dict(sorted({node.key: node for node in nodes.values()}.items()))
        self._node_of = nodes
        self._parent = {key: key for key in self._nodes}
        self._entry: dict[Key, AuthorityActor | None] = {}
        self._apart = apart
        self._labels = {key: apart.labels(node.labels) for key, node in self._nodes.items()} if apart else {}
        self._told: set[Key] = set()
        self._why: dict[Key, str] = {}
        self._known: dict[Key, Known] = {}
        self._drafts: defaultdict[Key, set[int]] = defaultdict(set)
        self._assign(entries)

    def _assign(self, entries: Entries) -> None:
        """Bring the names of one entry together; of two names that a pair keeps apart the second stays outside."""
        first: dict[str, Key] = {}
        for key in self._nodes:
            entry = self._entry[key] = entries.of(self._nodes[key])
            if entry is None:
                continue
            root = first.setdefault(entry.id, key)
            if root == key and self._apart:
                self._labels[key] |= entries.labels(entry)
            elif root != key and self._kept(root, key):
                self._entry[key] = None
            elif root != key:
                self._unite(root, key)
        self._told = {key for key, entry in self._entry.items() if entry}

    @property
    def nodes(self) -> list[Node]:
        """All names, sorted."""
        return list(self._nodes.values())

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
        """Make two groups one; False where they are one already, or where people keep them two."""
        one, other = sorted((self.root(link.one), self.root(link.other)))
        if one == other or self.conflict(one, other):
            return False
        self._why.setdefault(link.other, link.why)
        self._why.setdefault(link.one, link.why)
        self._unite(one, other)
        return True

    def conflict(self, one: Key, other: Key) -> bool:
        """Whether people keep two groups two."""
        one, other = self.root(one), self.root(other)
        return one != other and (bool(self._entry[one] and self._entry[other]) or self._kept(one, other))

    def decided(self, key: Key) -> bool:
        """Whether people speak of the group at all: by an entry, or by a pair."""
        root = self.root(key)
        return bool(self._entry[root]) or bool(self._labels.get(root))

    def together(self, keys: Iterable[Key]) -> bool:
        """Whether one article has two of these names that are still two."""
        if not self._drafts:
            for (number, _), node in self._node_of.items():
                self._drafts[node.key].add(number)
        held: defaultdict[Key, set[int]] = defaultdict(set)
        for key in keys:
            held[self.root(key)] |= self._drafts[key]
        return sum(map(len, held.values())) > len(set().union(*held.values()))

    def _kept(self, one: Key, other: Key) -> bool:
        return bool(self._apart) and self._apart.keeps(self._labels[one], self._labels[other])

    def _unite(self, one: Key, other: Key) -> None:
        self._parent[other] = one
        self._entry[one] = self._entry[one] or self._entry[other]
        if self._apart:
            self._labels[one] |= self._labels[other]

    def settle(self) -> None:
        """Give each group its id; of two groups with one slug the more mentioned has it plain."""
        taken: set[str] = set()
        groups = self.members().items()
        for root, nodes in sorted(
            groups, key=lambda item: (not self._entry[item[0]], -sum(n.mentions for n in item[1]), item[0])
        ):
            entry, chief = self._entry[root], best(nodes)
            id = _free((entry.id if entry else chief.slug) or "name", taken)
            name, kind = (entry.name, entry.kind) if entry else (chief.name, chief.kind)
            taken.add(id)
            articles = sum(node.articles for node in nodes)
            self._known[root] = Known(root, id, name, kind, articles, tuple(nodes), chief, entry)
        self._known = dict(sorted(self._known.items()))

    @property
    def known(self) -> list[Known]:
        """Every actor of the archive, once settled; sorted."""
        return list(self._known.values())

    def actor(self, number: int, id: str) -> tuple[Known, str]:
        """What an actor of draft `number` was settled as, and what brought its name there; empty for the name itself."""
        node = self._node_of[number, id]
        known = self._known[self.root(node.key)]
        if node.key in self._told:
            return known, "authority"
        return known, "" if node is known.chief else self._why[node.key]


def best(nodes: Sequence[Node]) -> Node:
    """The name that a group goes by: of several words, not in capitals, then the most used, then the longest."""
    return min(nodes, key=_rank)


def _rank(node: Node) -> tuple[bool, bool, int, int, Key]:
    return " " not in node.name, shouted(node.name), -node.mentions, -len(node.name), node.key


def _free(plain: str, taken: set[str]) -> str:
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"
