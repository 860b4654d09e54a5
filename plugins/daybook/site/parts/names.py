"""The names that a stretch of the archive speaks of most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daybook.site.desk import Desk
from daybook.site.index import source_id
from daybook.site.parts.refs import Ref, top
from daybook.values import Article

_NAMES = 10


@dataclass(frozen=True, slots=True)
class Held:
    """Top names, each with the number of articles that hold it."""

    places: tuple[Ref, ...]
    """Towns alone where there are any, else all places."""
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]


def held(desk: Desk, articles: Iterable[Article], limit: int = _NAMES) -> Held:
    articles = list(articles)
    places, actors = desk.archive.places, desk.archive.actors
    towns = [p.id for a in articles for p in a.places if p.kind == "city" and places[p.id].has_page]
    named = towns or [p.id for a in articles for p in a.places if places[p.id].has_page]
    return Held(
        places=tuple(desk.place(id, n, _where(desk, id)) for id, n in top(named, limit)),
        actors=tuple(
            desk.actor(id, n, actors[id].actor.role)
            for id, n in top((x.id for a in articles for x in a.actors), limit)
        ),
        sources=tuple(desk.source(id, n) for id, n in top(map(source_id, articles), limit) if id),
    )


def _where(desk: Desk, id: str) -> str:
    place = desk.archive.places[id].place
    return desk.country(place.country) if place.kind != "country" else ""
