"""A surname that stands alone in an article: the one known bearer of it in the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.folding import fold
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link

KNOWN = 2
"""Articles that name someone in full before the surname alone is enough elsewhere; an authority entry needs none."""


def find(groups: Groups) -> Iterator[Link]:
    """Surnames alone, of whom the archive knows exactly one bearer."""
    bearers: defaultdict[str, set[Key]] = defaultdict(set)
    articles: defaultdict[Key, int] = defaultdict(int)
    for node in groups.nodes:
        words = fold(node.name).split()
        if node.kind == "person" and len(words) > 1:
            root = groups.root(node.key)
            bearers[words[-1]].add(root)
            articles[root] += node.articles
    for node in groups.nodes:
        known = bearers.get(fold(node.name), set())
        if node.kind == "person" and len(known) == 1:
            bearer = next(iter(known))
            if articles[bearer] >= KNOWN or groups.entry(bearer):
                yield Link(bearer, node.key, "surname")
