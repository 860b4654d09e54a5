"""Addresses of stories: settled when a story is first published, for one of its articles, and kept while articles come and go.

A story has the address that was given for one of its articles, whatever else it holds by now. Where stories have grown into one, the address given
for the oldest of their articles is its own, and the others lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from daybook.content import slugs
from daybook.digest import Digest


def settle(
    groups: Iterable[Sequence[Digest]], settled: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """For each story, by the id of its first article, the id that it is known by; and all slugs, old and new, by such ids.

    `groups` are the articles of stories, oldest first; `settled` are slugs of earlier builds.
    """
    kept = _each_once(settled)
    taken = set(kept.values())
    ids: dict[str, str] = {}
    for held in groups:
        id = next((article.id for article in held if article.id in kept), held[0].id)
        ids[held[0].id] = id
        if id not in kept:
            kept[id] = slugs.article(held[0].slug, id, taken)
            taken.add(kept[id])
    return ids, kept


def handed_on(
    groups: Iterable[Sequence[Digest]], apart: Set[str], settled: Mapping[str, str]
) -> dict[str, str]:
    """The slugs, where an article that a person took out of its story was the one that the story's was given for: most of its articles
    stay, and keep it.

    `groups` are stories as they were before; `apart` are the ids of what was taken out.
    """
    found = dict(settled)
    for held in groups:
        ids = [article.id for article in held]
        stay, owners = [id for id in ids if id not in apart], [id for id in ids if id in found]
        if owners and apart >= set(owners) and 2 * len(stay) > len(ids):
            found[stay[0]] = found.pop(owners[0])
    return found


def _each_once(settled: Mapping[str, str]) -> dict[str, str]:
    """Where two branches of git gave one slug to two stories, the first by id keeps it."""
    owners = {slug: id for id, slug in sorted(settled.items(), reverse=True)}
    return {id: slug for id, slug in sorted(settled.items()) if owners[slug] == id}
