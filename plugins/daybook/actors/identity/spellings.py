"""Spelling variants and transliterations of one person: first and last name fold to the same letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from daybook.actors.identity.forms import ends, same_ends
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link, Node


def find(groups: Groups) -> Iterator[Link]:
    """Persons' full names of one fold, then those whose given names are forms of one name in two tongues."""
    alike: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in groups.nodes:
        if node.kind == "person" and len(ends(node.name)) == 2 and len(ends(node.name)[0]) > 1:
            alike[same_ends(node.name)].append(node)
    for nodes in alike.values():
        if len(nodes) > 1:
            yield from _within(groups, [node for node in nodes if not node.key.bearer])


def _within(groups: Groups, nodes: Sequence[Node]) -> Iterator[Link]:
    folds: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for node in nodes:
        folds[ends(node.name)].append(node.key)
    for keys in folds.values():
        yield from _chain(groups, keys)
    keys = [node.key for node in nodes]
    if len(folds) > 1 and not groups.together(keys):
        yield from _chain(groups, keys)


def _chain(groups: Groups, keys: Sequence[Key]) -> Iterator[Link]:
    """All of them one; where people keep some of them apart, no other of the fold is taken for either."""
    decided = [key for key in keys if groups.decided(key)]
    if not any(groups.conflict(one, other) for one, other in combinations(decided, 2)):
        yield from (Link(keys[0], other, "spelling") for other in keys[1:])
