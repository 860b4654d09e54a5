"""Spelling variants and transliterations of one person: first and last name fold to the same letters."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.actors.identity.entries import ends
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link


def find(groups: Groups) -> Iterator[Link]:
    """Persons' full names of one fold."""
    seen: dict[tuple[str, ...], Key] = {}
    for node in groups.nodes:
        folded = ends(node.name)
        if node.kind == "person" and len(folded) == 2 and len(folded[0]) > 1 and not node.key.bearer:
            other = seen.setdefault(folded, node.key)
            if other != node.key:
                yield Link(other, node.key, "spelling")
