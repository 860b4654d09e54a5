"""The names that a stretch of the archive speaks of most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from daybook.digest import Digest
from daybook.site.desk import Desk, Named
from daybook.site.parts.refs import Ref, ranked, together

_NAMES = 10


@dataclass(frozen=True, slots=True)
class Held:
    """Top names, each with the number of articles that hold it."""

    places: tuple[Ref, ...]
    """Towns alone where there are any, else all places."""
    actors: tuple[Ref, ...]
    sources: tuple[Ref, ...]


def held(desk: Desk, articles: Iterable[Digest], limit: int = _NAMES) -> Held:
    """The names of some articles."""
    return _held(desk, desk.named(articles), limit)


def held_on(desk: Desk, days: Iterable[date], limit: int = _NAMES) -> Held:
    """The names of all articles of some days."""
    of_days = [desk.named_on(day) for day in days]
    return _held(
        desk, Named(*map(together, zip(*of_days, strict=True))) if of_days else Named({}, {}, {}), limit
    )


def _held(desk: Desk, found: Named, limit: int) -> Held:
    places = ranked(found.places)
    towns = [(id, n) for id, n in places if desk.archive.places[id].place.kind == "city"]
    return Held(
        places=tuple(desk.place(id, n, _where(desk, id)) for id, n in (towns or places)[:limit]),
        actors=desk.actor_refs(ranked(found.actors)[:limit]),
        sources=tuple(desk.source(id, n) for id, n in ranked(found.sources)[:limit])
        if any(found.sources)
        else (),
    )


def _where(desk: Desk, id: str) -> str:
    place = desk.archive.places[id].place
    return desk.country(place.country) if place.kind != "country" else ""
