"""Why a name was found that does not hold the term: Mumbai (Bombay)."""

from __future__ import annotations

from itertools import chain

from daybook.search.document import Names
from daybook.search.tokens import terms


def aliases(names: Names) -> dict[str, list[tuple[str, str]]]:
    """For each term, the names that have it in an alias and not in themselves, each with the first such alias."""
    found: dict[str, dict[str, str]] = {}
    kinds = (names.places, names.actors, names.sources)
    for name in chain.from_iterable(kind.values() for kind in kinds):
        if not name.aliases:
            continue
        for lang in ("en", ""):
            own = frozenset(terms(name.name, lang))
            for alias in name.aliases:
                for term in terms(alias, lang):
                    if term not in own:
                        found.setdefault(term, {}).setdefault(name.name, alias)
    return {term: sorted(held.items()) for term, held in found.items()}
