"""Acronym and full name of one body, where an article of the archive spells it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.bodies import full_forms
from daybook.actors.folding import plain_fold
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Link, Node

_SMALL = frozenset(["of", "the", "for", "and", "on", "in"])


def find(groups: Groups) -> Iterator[Link]:
    """An acronym that stands alone in one article, and for one full name in all others."""
    told: defaultdict[str, set[Key]] = defaultdict(set)
    for node in groups.nodes:
        if node.kind == "organisation":
            for acronym in node.acronyms:
                if (
                    plain_fold(acronym) not in node.key.name.split()
                ):  # a part of the name stands for others as well
                    told[plain_fold(acronym)].add(node.key)
    for node in groups.nodes:
        names = told.get(node.key.name, ()) if node.kind == "organisation" else ()
        full = {
            groups.root(key) for key in names if not groups.conflict(key, node.key) and _may_be(node, key)
        }
        if len(full) == 1:
            yield Link(next(iter(full)), node.key, "acronym")


def _may_be(node: Node, full: Key) -> bool:
    """Whether a name in full is a known body's, or the acronym is no known body's: half of its words are."""
    known = [set(form) for form in full_forms().get(node.name, ())]
    words = set(full.name.split()) - _SMALL
    return not known or any(2 * len(words & form) >= len(words) for form in known)
