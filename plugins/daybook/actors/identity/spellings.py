"""Spelling variants and transliterations of one person: first and last name fold to the same letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from daybook.actors.forms import agree, ends, generation, middle, same_ends
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link, Node

MANY = 3
"""Given names that a surname has in the archive; then surname and half of the rest prove nothing."""

_Rest = tuple[tuple[str, ...], str]
"""Middle names and generation."""


def find(groups: Groups) -> Iterator[Link]:
    """Persons' full names of one fold, then those whose given names are forms of one name in two tongues."""
    alike: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in groups.nodes:
        if node.kind == "person" and len(ends(node.name)) == 2 and len(ends(node.name)[0]) > 1:
            alike[same_ends(node.name)].append(node)
    given: defaultdict[str, int] = defaultdict(int)
    for _, surname in alike:
        given[surname] += 1
    for (_, surname), nodes in alike.items():
        if len(nodes) > 1:
            told = [node for node in nodes if not node.key.bearer]
            yield from _within(groups, told, given[surname] >= MANY)


def _within(groups: Groups, nodes: Sequence[Node], common: bool) -> Iterator[Link]:
    folds: defaultdict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        folds[ends(node.name)].append(node)
    for same in folds.values():
        yield from _chain(groups, same, common)
    if len(folds) > 1 and not common and not groups.together(node.key for node in nodes):
        yield from _chain(groups, nodes, common)


def _chain(groups: Groups, nodes: Sequence[Node], common: bool) -> Iterator[Link]:
    """All of them one, but for those whose middle names or generations differ.

    Where these or people keep some of them apart, a name that would do for either is taken for neither.
    """
    rests: defaultdict[_Rest, list[Key]] = defaultdict(list)
    for node in nodes:
        rests[middle(node.name), generation(node.name)].append(node.key)
    for keys in rests.values():
        yield from _one(groups, keys)
    if len(rests) > 1 and _all_agree(rests, common):
        yield from _one(groups, [key for keys in rests.values() for key in keys])


def _one(groups: Groups, keys: Sequence[Key]) -> Iterator[Link]:
    decided = [key for key in keys if groups.decided(key)]
    if not any(groups.conflict(one, other) for one, other in combinations(decided, 2)):
        yield from (Link(keys[0], other, "spelling") for other in keys[1:])


def _all_agree(rests: Iterable[_Rest], common: bool) -> bool:
    """Whether each middle is the fullest of them, its initials, or none; of a common surname no middle is left out."""
    middles, generations = zip(*rests, strict=True)
    fullest = max(middles, key=lambda each: (sum(map(len, each)), each))
    if common and () in middles and any(len(word) > 1 for word in fullest):
        return False
    return len(set(generations) - {""}) < 2 and all(agree(each, fullest) for each in middles)
