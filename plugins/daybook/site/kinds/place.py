"""A place: its articles by day with the words that name it, who was met there, and what lies near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from daybook.digest import Digest
from daybook.format import shortened
from daybook.site import addresses, schema
from daybook.site.desk import Desk
from daybook.site.entries import PlaceEntry
from daybook.site.feeds import announced
from daybook.site.kinds.part import page as part_page
from daybook.site.links import absolute
from daybook.site.maps import point_of
from daybook.site.page import Crumb, Head, Page
from daybook.site.parts import calendar, listing, locator
from daybook.site.parts.listing import Cut, Item, Listing
from daybook.site.parts.refs import MOST_FORMS, Ref, fewer
from daybook.site.parts.span import Span, span
from daybook.words import labels

TEMPLATE = "place.html"
_NAMES = 12
_CITIES = 40


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The model of a place's own page."""

    head: Head
    id: str
    name: str
    kind: str
    """In words: `City`."""
    country: Ref | None
    """None of a country itself and where none is known; without an address where the archive has no page for it."""
    region: Ref | None
    locator: locator.Locator | None
    """Where it lies, or where its towns do."""
    coordinates: str
    """In words; empty where unknown."""
    forms: tuple[str, ...]
    """Other names that the articles use, at most thirty; `data/places.geojson` has them all."""
    span: Span
    """Its articles, days, first and last day."""
    within: int
    """Of a country: articles that tell of it or of any place in it; 0 of any other place."""
    known_as: str
    """What filters know it by."""
    listing: Listing
    actors: tuple[Ref, ...]
    """Met in the same articles, with their number."""
    cities: tuple[Ref, ...]
    """Of a country or region: its towns in the archive, the most named first."""
    near: tuple[Ref, ...]
    """Of a city: the archive's cities within 400 km with the distance in words, nearest first."""
    passing: tuple[Ref, ...]
    """Articles that only name it in passing, newest first, with their days; at most twelve."""
    months: tuple[calendar.MonthGrid, ...]
    """The newest months in which it is named, its own articles counted; at most three, oldest first."""


def pages(desk: Desk) -> Iterator[Page]:
    for entry in desk.archive.places.values():
        if entry.has_page:
            yield own(desk, entry)
            yield from (part(desk, entry, *found) for found in parts(desk, entry))


def parts(desk: Desk, entry: PlaceEntry) -> Iterator[Cut]:
    """The further pages of its list, where it was cut: name, address and articles of each."""
    return listing.parts(entry.articles, entry.address, desk.words)


def part(desk: Desk, entry: PlaceEntry, name: str, address: str, articles: Sequence[Digest]) -> Page:
    """One of these pages."""
    return part_page(
        desk, entry, "places", _above(desk), name, address, articles, partial(_item, desk, entry.id)
    )


def _above(desk: Desk) -> Crumb:
    """The list of all names of the kind."""
    return Crumb(desk.words.gettext("Places"), addresses.PLACES)


def own(desk: Desk, entry: PlaceEntry) -> Page:
    """The place's own page."""
    place, articles = entry.place, entry.articles
    few = fewer(len(articles), _NAMES)
    model = PlacePage(
        head=_head(desk, entry),
        id=entry.id,
        name=entry.name,
        kind=labels.kind(desk.words, place.kind),
        country=_country(desk, entry),
        region=_region(desk, entry),
        locator=locator.of_place(desk, entry),
        coordinates=desk.words.coordinates(*point) if (point := point_of(entry.place)) else "",
        forms=entry.forms[:MOST_FORMS],
        span=span(articles),
        within=desk.told_within(entry),
        known_as=PurePosixPath(entry.address).stem,
        listing=listing.listing(articles, entry.address, partial(_item, desk, entry.id), desk.words),
        actors=names(desk, entry)[0],
        cities=tuple(
            desk.place(id, len(desk.archive.places[id].articles)) for id in desk.towns_of(entry)[:_CITIES]
        ),
        near=tuple(
            desk.place(id, note=desk.words.kilometres(km)) for id, km in desk.beside.get(entry.id, ())[:few]
        ),
        passing=tuple(_passing(desk, article) for article in entry.passing[: -_NAMES - 1 : -1]),
        months=calendar.of_articles(desk.archive, articles, desk.words),
    )
    return Page(entry.address, TEMPLATE, model)


def names(desk: Desk, entry: PlaceEntry) -> tuple[tuple[Ref, ...], ...]:
    """The names of its articles that its own page shows."""
    few = fewer(len(entry.articles), _NAMES)
    return (desk.once(f"place {entry.id}", lambda: _actors(desk, entry, few)),)


def _item(desk: Desk, id: str, article: Digest) -> Item:
    said = article.of(id)
    notes = tuple([labels.role(desk.words, role) for role, _ in said.roles])
    return Item(desk.line(article), said.quotes, notes, "" if said.quotes else article.teaser)


def _head(desk: Desk, entry: PlaceEntry) -> Head:
    place = entry.place
    geo = (
        {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
        if point_of(place)
        else None
    )
    thing = {
        "@type": {"city": "City", "country": "Country", "region": "AdministrativeArea"}.get(
            place.kind, "Place"
        ),
        "name": entry.name,
        "alternateName": list(entry.forms[:MOST_FORMS]),
        "url": absolute(desk.site.url, entry.address),
        "geo": geo,
        "sameAs": _geonames(entry.id),
    }
    where = desk.country(place.country) if place.kind != "country" else ""
    text = desk.words.ngettext(
        "%(num)s article on %(name)s, by day",
        "%(num)s articles on %(name)s, by day",
        len(entry.articles),
        name=f"{entry.name}, {where}" if where else entry.name,
    )
    return Head(
        title=entry.name,
        description=shortened(text),
        section="places",
        feeds=announced(entry),
        crumbs=(_above(desk), Crumb(entry.name, entry.address)),
        thing=schema.text(thing),
    )


def _geonames(id: str) -> str:
    number = id.removeprefix("gn:")
    return f"https://www.geonames.org/{number}/" if id.startswith("gn:") and number.isdecimal() else ""


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
    note = desk.words.day_plain(article.date.value) if article.date else desk.words.gettext("undated")
    return Ref("article", article.title, desk.archive.address[article.id], note=note)


def _actors(desk: Desk, entry: PlaceEntry, limit: int) -> tuple[Ref, ...]:
    """Without the state that bears the name of the very country."""
    names = desk.archive.actors
    met = [(id, n) for id, n in desk.actors_of(entry.articles) if names[id].name != entry.name]
    return tuple([desk.actor(id, n) for id, n in met[:limit]])
