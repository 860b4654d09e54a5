"""A surname that stands alone in an article: the one known bearer of it in the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.folding import fold
from daybook.actors.forms import words
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link

KNOWN = 2
"""Articles that name someone in full before the surname alone is enough elsewhere; an authority entry needs none."""


def find(groups: Groups) -> Iterator[Link]:
    """Surnames alone, of whom the archive knows exactly one bearer that people let them be."""
    known = bearers(groups)
    for node in groups.nodes:
        entry = groups.entry(node.key)
        for name in (entry.name, *entry.aliases) if entry and entry.kind == "person" else ():
            if len(words(name)) > 1:
                known.setdefault(words(name)[-1], set()).add(groups.root(node.key))
    articles: defaultdict[Key, int] = defaultdict(int)
    for node in groups.nodes:
        if node.kind == "person" and len(words(node.name)) > 1:
            articles[groups.root(node.key)] += node.articles
    for node in groups.nodes:
        held = known.get(fold(node.name), ()) if node.kind == "person" and not groups.entry(node.key) else ()
        free = {groups.root(key) for key in held if not groups.conflict(key, node.key)}
        kept = [key for key in held if groups.root(key) not in free]
        # beside the bearer that people keep it apart from it is not another's who is not there
        if len(free) == 1 and not any(groups.together((key, node.key)) for key in kept):
            bearer = next(iter(free))
            if articles[bearer] >= KNOWN or groups.entry(bearer):
                yield Link(bearer, node.key, "surname")


def bearers(groups: Groups) -> dict[str, set[Key]]:
    """The persons that the archive names in full, by the fold of the surname."""
    found: defaultdict[str, set[Key]] = defaultdict(set)
    for node in groups.nodes:
        name = words(node.name) if node.kind == "person" else ()
        if len(name) > 1:
            found[name[-1]].add(groups.root(node.key))
    return found
