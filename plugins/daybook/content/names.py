"""Slugs of the pages of places, actors and sources: settled when a name first comes, and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from daybook.content import slugs
from daybook.content.register import Register
from daybook.values import Actor, Article, Place

FOLDERS = {"place": "places", "actor": "actors", "source": "sources"}


def settle(register: Register, articles: Iterable[Article]) -> None:
    """Give each name without a slug one: the most mentioned of a name first, ties by id."""
    places, actors = dict[str, Place](), dict[str, Actor]()
    counts: Counter[tuple[str, str]] = Counter()
    for article in articles:
        for place in article.places:
            places.setdefault(place.id, place)
            counts["place", place.id] += 1
        for actor in article.actors:
            actors.setdefault(actor.id, actor)
            counts["actor", actor.id] += 1
        counts.update((mention.kind, mention.target) for mention in article.mentions)
        counts.update(("source", name) for name in (article.source.outlet, article.source.agency) if name)
    _part(register)
    taken = {kind: {slug for (k, _), slug in register.names.items() if k == kind} for kind in FOLDERS}
    for kind, id in sorted(counts, key=lambda key: (-counts[key], key)):
        if (kind, id) in register.names:
            continue
        if kind == "place" and id in places:
            made = slugs.place(places[id], taken[kind])
        elif kind == "actor" and id in actors:
            made = slugs.actor(actors[id], taken[kind])
        elif kind == "source":
            made = slugs.source(id, taken[kind])
        else:
            continue
        register.names[kind, id] = made
        taken[kind].add(made)
    for kind, id in counts:
        register.redirects.pop(f"{FOLDERS.get(kind)}/{register.names.get((kind, id))}.html", None)


def _part(register: Register) -> None:
    """Where two branches of git gave one slug to two names, the first by id keeps it."""
    seen = set[tuple[str, str]]()
    for kind, id in sorted(register.names):
        slug = register.names[kind, id]
        if (kind, slug) in seen:
            del register.names[kind, id]
        seen.add((kind, slug))


def redirect(register: Register) -> None:
    """Let the pages of names that were brought into another answer there."""
    for (kind, id), merge in sorted(register.merges.items()):
        now = register.successor(kind, merge.into)
        old, new = register.names.get((kind, id)), register.names.get((kind, now))
        if old and new and id != now:
            register.redirect(f"{FOLDERS[kind]}/{old}.html", f"{FOLDERS[kind]}/{new}.html")
