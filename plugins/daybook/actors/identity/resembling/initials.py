"""An acronym that no article spells out, and the one body whose initials it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from daybook.actors.folding import plain_fold
from daybook.actors.identity.groups import Groups, Known
from daybook.actors.identity.links import Likeness
from daybook.actors.identity.resembling.pairs import likeness

SCORE = 0.6
SHORTEST = 3
"""Letters; of two too many names have the initials."""

_SMALL = frozenset(["and", "for", "of", "the", "in", "on", "to"])


def find(groups: Groups) -> Iterator[Likeness]:
    """Acronyms with one candidate in the archive."""
    told: defaultdict[str, set[int]] = defaultdict(set)
    known = groups.known
    for number, each in enumerate(known):
        for initials in _initials(each) if each.kind == "organisation" else ():
            told[initials].add(number)
    for each in known:
        bodies = {known[number].root: known[number] for number in told.get(_acronym(each), ())}
        bodies.pop(each.root, None)
        if len(bodies) == 1:
            yield likeness(each, next(iter(bodies.values())), SCORE)


def _acronym(known: Known) -> str:
    letters = known.name.replace(".", "")
    is_one = (
        known.kind == "organisation" and letters.isupper() and letters.isalpha() and len(letters) >= SHORTEST
    )
    return letters.lower() if is_one else ""


def _initials(known: Known) -> set[str]:
    """With and without the small words."""
    found = set()
    for node in known.nodes[:8]:
        words = plain_fold(node.name).split()
        heads = "".join(word[0] for word in words if word not in _SMALL)
        if len(words) >= SHORTEST:
            found |= {heads, "".join(word[0] for word in words)}
    return {each for each in found if len(each) >= SHORTEST}
