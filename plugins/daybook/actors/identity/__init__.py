"""Who is who over the whole archive: spellings, surnames and acronyms brought together, homonyms kept apart.

Works on values alone. Every name of the archive is a node; each rule answers with links between nodes that are one
actor, and says why; what people decided in content/authority/ stands above all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from daybook.actors.identity import acronyms, homonyms, spellings, surnames
from daybook.actors.identity.apply import rename
from daybook.actors.identity.entries import Entries
from daybook.actors.identity.groups import Groups
from daybook.actors.identity.links import Link, Rule
from daybook.content.authority import Authority
from daybook.draft import Draft

__all__ = ["RULES", "Link", "identify", "links"]

RULES: tuple[Rule, ...] = (spellings.find, acronyms.find, surnames.find)
"""In order: a later rule sees what the earlier ones brought together."""


def identify(drafts: Sequence[Draft], authority: Authority) -> list[Draft]:
    """The drafts with one id and name for each actor of the archive, whatever the order of the drafts."""
    groups, _ = _groups(drafts, authority)
    return rename(drafts, groups)


def links(drafts: Sequence[Draft], authority: Authority) -> tuple[Link, ...]:
    """What `identify` brings together, and why; for the register and for review."""
    return _groups(drafts, authority)[1]


def _groups(drafts: Sequence[Draft], authority: Authority) -> tuple[Groups, tuple[Link, ...]]:
    nodes = homonyms.nodes(drafts)
    groups = Groups(nodes, Entries(authority))
    made: list[Link] = []
    for rule in RULES:
        for link in rule(groups):
            if groups.join(link):
                made.append(link)
    groups.settle()
    return groups, tuple(made)
