"""Who is who over the whole archive: spellings, surnames and acronyms brought together, homonyms kept apart.

Works on values alone. Every name of the archive is a node; each rule answers with links between nodes that are one
actor, and says why; what people decided in content/authority/ stands above all of them. What is like another and was
not brought to it is told as a rival, for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from daybook.actors.identity import acronyms, homonyms, legal_forms, resembling, spellings, surnames
from daybook.actors.identity.apply import rename
from daybook.actors.identity.entries import Entries
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Key, Likeness, Link, Rule
from daybook.content import apart as pairs
from daybook.content.authority import Authority
from daybook.draft import Draft

__all__ = ["RULES", "Link", "identify", "links"]

RULES: tuple[Rule, ...] = (spellings.find, legal_forms.find, acronyms.find, surnames.find)
"""In order: a later rule sees what the earlier ones brought together."""

SHOWN = 3
"""Likenesses of one actor that are told, the strongest first."""


def identify(drafts: Sequence[Draft], authority: Authority) -> list[Draft]:
    """The drafts with one id and name for each actor of the archive, whatever the order of the drafts."""
    groups, _ = _groups(drafts, authority)
    return rename(drafts, groups, _likenesses(groups))


def links(drafts: Sequence[Draft], authority: Authority) -> tuple[Link, ...]:
    """What `identify` brings together, and why."""
    return _groups(drafts, authority)[1]


def _groups(drafts: Sequence[Draft], authority: Authority) -> tuple[Groups, tuple[Link, ...]]:
    apart = pairs.of(authority)
    nodes = homonyms.nodes(drafts)
    groups = Groups(nodes, Entries(authority, apart), apart)
    made: list[Link] = []
    for rule in RULES:
        for link in rule(groups):
            if groups.join(link):
                made.append(link)
    groups.settle()
    return groups, tuple(made)


def _likenesses(groups: Groups) -> dict[Key, list[Likeness]]:
    """By the actor that may be another; what people decided is no question any more."""
    found: defaultdict[Key, dict[Key, Likeness]] = defaultdict(dict)
    for finder in resembling.FINDERS:
        for each in finder(groups):
            if not groups.conflict(each.of, each.other):
                best = found[each.of].setdefault(each.other, each)
                if each.score > best.score:
                    found[each.of][each.other] = each
    ordered = {of: sorted(held.values(), key=lambda e: (-e.score, e.other)) for of, held in found.items()}
    return {of: held[:SHOWN] for of, held in ordered.items()}
