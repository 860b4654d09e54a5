"""The names that a stretch of the archive speaks of most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daybook.digest import Digest
from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.parts.refs import Ref, top

_NAMES = 10


@dataclass(frozen=True, slots=True)
class Held:
    """Top names, each with the number of articles that hold it."""

    places: tuple[Ref, ...]
    """Towns alone where there are any, else all places."""
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]


def held(desk: Desk, articles: Iterable[Digest], limit: int = _NAMES) -> Held:
    articles = list(articles)
    named = desk.places_of(articles)
    towns = [(id, n) for id, n in named if desk.archive.places[id].place.kind == "city"]
    return Held(
        places=tuple(desk.place(id, n, _where(desk, id)) for id, n in (towns or named)[:limit]),
        actors=desk.actor_refs(desk.actors_of(articles)[:limit]),
        sources=tuple(
            desk.source(id, n) for id, n in top(((source_id(a), 0) for a in articles), limit) if id
        ),
    )


def _where(desk: Desk, id: str) -> str:
    place = desk.archive.places[id].place
    return desk.country(place.country) if place.kind != "country" else ""
