"""A place: its articles by day with the words that name it, who was met there, and what lies near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from daybook import labels
from daybook.digest import Digest
from daybook.format import coordinates, count, day_plain, kilometres, shortened
from daybook.site import addresses, near, schema
from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.links import absolute
from daybook.site.page import Crumb, Feed, Head, Page
from daybook.site.parts import calendar
from daybook.site.parts.listing import Item, Listing, listing, rest
from daybook.site.parts.refs import Ref
from daybook.site.parts.span import Span, span

TEMPLATE = "place.html"
_NAMES = 12
_CITIES = 40


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The model of a place's page, and of each part of it where its list was cut."""

    head: Head
    id: str
    name: str
    part: str
    """`March 2022` on a part of the list; empty on the place's own page."""
    own: str
    """Address of the place's own page."""
    kind: str
    """In words: `City`."""
    country: Ref | None
    """None of a country itself and where none is known; without an address where the archive has no page for it."""
    region: Ref | None
    coordinates: str
    """In words; empty where unknown."""
    forms: tuple[str, ...]
    """Other names that the articles use."""
    span: Span
    """Its articles, days, first and last day."""
    listing: Listing
    actors: tuple[Ref, ...]
    """Met in the same articles, with their number and role."""
    cities: tuple[Ref, ...]
    """Of a country or region: its towns in the archive, the most named first."""
    near: tuple[Ref, ...]
    """Of a city: the archive's cities within 400 km with the distance in words, nearest first."""
    passing: tuple[Ref, ...]
    """Articles that only name it in passing, newest first, with their days; at most twelve."""
    months: tuple[calendar.MonthGrid, ...]
    """The newest months in which it is named, its own articles counted; at most three, oldest first."""


def pages(desk: Desk) -> Iterator[Page]:
    shown = {id: entry for id, entry in desk.archive.places.items() if entry.has_page}
    beside = near.neighbours(
        {id: point for id, e in shown.items() if e.place.kind == "city" and (point := _point(e))}
    )
    towns = _towns(shown)
    for id, entry in shown.items():
        yield from _place(desk, entry, beside.get(id, ()), towns)


def _place(
    desk: Desk,
    entry: PlaceEntry,
    beside: tuple[tuple[str, float], ...],
    towns: Mapping[tuple[str, str], list[str]],
) -> Iterator[Page]:
    def item(article: Digest) -> Item:
        said = article.of(entry.id)
        return Item(desk.card(article), said.quotes, tuple(labels.role(role) for role, _ in said.roles))

    place = entry.place
    own = PlacePage(
        head=_head(desk, entry, "", entry.address),
        id=entry.id,
        name=entry.name,
        part="",
        own=entry.address,
        kind=labels.KINDS.get(place.kind, place.kind),
        country=_country(desk, entry),
        region=_region(desk, entry),
        coordinates=coordinates(*point) if (point := _point(entry)) else "",
        forms=entry.forms,
        span=span(entry.articles),
        listing=listing(entry.articles, entry.address, item),
        actors=_actors(desk, entry),
        cities=tuple(
            desk.place(id, len(desk.archive.places[id].articles))
            for id in towns.get(_key(entry), [])[:_CITIES]
        ),
        near=tuple(desk.place(id, note=kilometres(km)) for id, km in beside),
        passing=tuple(_passing(desk, article) for article in entry.passing[: -_NAMES - 1 : -1]),
        months=calendar.of_articles(desk.archive, entry.articles),
    )
    yield Page(entry.address, TEMPLATE, own)
    for part, address, found in rest(entry.articles, entry.address, item):
        head = _head(desk, entry, part, address)
        yield Page(address, TEMPLATE, replace(own, head=head, part=part, listing=found))


def _head(desk: Desk, entry: PlaceEntry, part: str, address: str) -> Head:
    place = entry.place
    crumbs = (Crumb("Places", addresses.PLACES), Crumb(entry.name, entry.address))
    geo = (
        {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if _point(entry) else None
    )
    thing = {
        "@type": {"city": "City", "country": "Country", "region": "AdministrativeArea"}.get(
            place.kind, "Place"
        ),
        "name": entry.name,
        "alternateName": list(entry.forms),
        "url": absolute(desk.site.url, entry.address),
        "geo": geo,
        "sameAs": _geonames(entry.id),
    }
    where = desk.country(place.country) if place.kind != "country" else ""
    text = f"{count(len(entry.articles), 'article')} on {entry.name}{f', {where}' if where else ''}, by day"
    return Head(
        title=f"{entry.name}: {part}" if part else entry.name,
        description=shortened(text),
        section="places",
        feeds=(Feed(entry.name, addresses.feed(entry.address)),),
        crumbs=(*crumbs, Crumb(part, address)) if part else crumbs,
        thing=schema.text(thing),
    )


def _geonames(id: str) -> str:
    number = id.removeprefix("gn:")
    return f"https://www.geonames.org/{number}/" if id.startswith("gn:") and number.isdecimal() else ""


def _point(entry: PlaceEntry) -> near.Point | None:
    place = entry.place
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _country(desk: Desk, entry: PlaceEntry) -> Ref | None:
    code = entry.place.country
    if entry.place.kind == "country" or not code:
        return None
    held = desk.country_entry(code)
    return desk.place(held.id) if held else Ref("place", desk.country(code), "")


def _region(desk: Desk, entry: PlaceEntry) -> Ref | None:
    name = entry.place.region
    if not name or name == entry.name:
        return None
    held = desk.region_entry(entry.place.country, name)
    return desk.place(held.id) if held else Ref("place", name, "")


def _passing(desk: Desk, article: Digest) -> Ref:
    note = day_plain(article.date.value) if article.date else "undated"
    return Ref("article", article.title, desk.archive.address[article.id], note=note)


def _actors(desk: Desk, entry: PlaceEntry) -> tuple[Ref, ...]:
    """Without the state that bears the name of the very country."""
    names = desk.archive.actors
    met = [(id, n) for id, n in desk.actors_of(entry.articles) if names[id].name != entry.name]
    return desk.actor_refs(met[:_NAMES])


def _towns(shown: Mapping[str, PlaceEntry]) -> dict[tuple[str, str], list[str]]:
    """Towns by their country and by their region, the most named first."""
    found: dict[tuple[str, str], list[str]] = {}
    for id, entry in sorted(shown.items(), key=lambda item: (-len(item[1].articles), item[0])):
        if entry.place.kind == "city" and entry.place.country:
            found.setdefault((entry.place.country, ""), []).append(id)
            if entry.place.region:
                found.setdefault((entry.place.country, entry.place.region), []).append(id)
    return found


def _key(entry: PlaceEntry) -> tuple[str, str]:
    """Under which its towns are found; a city has none."""
    country = entry.place.country or ""
    return {"country": (country, ""), "region": (country, entry.name)}.get(entry.place.kind, ("", ""))
