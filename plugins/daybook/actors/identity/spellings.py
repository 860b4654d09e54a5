"""Spelling variants and transliterations of one person: first and last name fold to the same letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from daybook.actors.identity.forms import agree, ends, middle, same_ends
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
    folds: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        folds[ends(node.name)].append(node)
    for same in folds.values():
        yield from _chain(groups, same)
    if len(folds) > 1 and not groups.together(node.key for node in nodes):
        yield from _chain(groups, nodes)


def _chain(groups: Groups, nodes: Sequence[Node]) -> Iterator[Link]:
    """All of them one, but for those whose middle names differ.

    Where middle names or people keep some of them apart, a name that would do for either is taken for neither.
    """
    middles: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for node in nodes:
        middles[middle(node.name)].append(node.key)
    for keys in middles.values():
        yield from _one(groups, keys)
    if len(middles) > 1 and _all_agree([each for each in middles if each]):
        yield from _one(groups, [key for keys in middles.values() for key in keys])


def _one(groups: Groups, keys: Sequence[Key]) -> Iterator[Link]:
    decided = [key for key in keys if groups.decided(key)]
    if not any(groups.conflict(one, other) for one, other in combinations(decided, 2)):
        yield from (Link(keys[0], other, "spelling") for other in keys[1:])


def _all_agree(middles: Sequence[tuple[str, ...]]) -> bool:
    """Each with the fullest: of two that agree with it but not with one another (Bob, Bill and B.) it has both initials."""
    fullest = max(middles, key=lambda each: (sum(map(len, each)), each), default=())
    return all(agree(each, fullest) for each in middles)
