"""Two bearers of one name, and a surname alone that more than one person bears, or one who is hardly known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.folding import fold
from daybook.actors.identity import surnames
from daybook.actors.identity.groups import Groups, Known
from daybook.actors.identity.links import Key, Likeness
from daybook.actors.identity.resembling.pairs import MOST

HOMONYM = 0.4
"""They hold offices of two states, and are more often two than one."""


def homonyms(groups: Groups) -> Iterator[Likeness]:
    """A name that offices of two states part: each bearer may be the first one."""
    first: dict[str, Key] = {}
    for node in groups.nodes:  # sorted: the first bearer has no state in its key
        chief = groups.root(first.setdefault(node.key.name, node.key))
        if node.key.bearer and groups.root(node.key) != chief:
            yield Likeness(groups.root(node.key), chief, HOMONYM, "homonym")


def surnames_alone(groups: Groups) -> Iterator[Likeness]:
    """The persons who may be meant by a surname, the more likely the more articles speak of them."""
    known = {each.root: each for each in groups.known}
    held: defaultdict[str, list[Known]] = defaultdict(list)
    for name, roots in surnames.bearers(groups).items():
        held[name] = [known[root] for root in {groups.root(root) for root in roots}]
    for node in groups.nodes:
        folded = fold(node.name)
        bearers = held.get(folded, []) if node.kind == "person" and " " not in folded else []
        whole = sum(bearer.articles for bearer in bearers)
        if len(bearers) <= MOST:
            for bearer in bearers:
                if bearer.root != groups.root(node.key):
                    share = 0.9 * bearer.articles / whole
                    yield Likeness(groups.root(node.key), bearer.root, round(share, 2), "surname")
