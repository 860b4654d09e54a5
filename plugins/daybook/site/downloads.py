"""The archive as data: JSON Lines and CSV of the articles and of the actors, GeoJSON (RFC 7946) of the places."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

from daybook.content.markdown import plain
from daybook.digest import Digest
from daybook.site.archive import Archive
from daybook.site.entries import ActorEntry, PlaceEntry
from daybook.site.links import absolute
from daybook.site.page import Download, SiteInfo
from daybook.site.roles import Where
from daybook.values import Article

Row = dict[str, object]

ARTICLES_JSONL = "data/articles.jsonl"
ARTICLES_CSV = "data/articles.csv"
ACTORS_JSONL = "data/actors.jsonl"
ACTORS_CSV = "data/actors.csv"
PLACES_GEOJSON = "data/places.geojson"

OFFERED = (
    Download("Articles with all that was found in them (JSON Lines)", ARTICLES_JSONL),
    Download("Articles as a table (CSV)", ARTICLES_CSV),
    Download("Actors with their roles (JSON Lines)", ACTORS_JSONL),
    Download("Roles of actors as a table (CSV)", ACTORS_CSV),
    Download("Places (GeoJSON)", PLACES_GEOJSON),
)

COLUMNS = (
    "id", "date", "title", "lead", "outlet", "agency", "byline", "source_url", "lang", "cities", "places", "actors",
    "page", "seed", "sha256",
)  # fmt: skip

ROLE_COLUMNS = ("id", "name", "kind", "country", "role", "articles", "first", "last", "page")
"""One row a role; an actor of whom none is stated has one without."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""


def downloads(archive: Archive, site: SiteInfo, read: Callable[[str], Article]) -> Iterator[tuple[str, str]]:
    """Each file's address and text. `read` gives an article by its id."""
    yield (
        ARTICLES_JSONL,
        "".join(
            f"{_json(row)}\n"
            for row in _rows(archive, site, read, lambda article, _, page: _record(article, page))
        ),
    )
    yield ARTICLES_CSV, _csv(COLUMNS, _rows(archive, site, read, _cells))
    yield (
        ACTORS_JSONL,
        "".join(f"{_json(_actor(entry, archive, site))}\n" for entry in archive.actors.values()),
    )
    yield ACTORS_CSV, _csv(ROLE_COLUMNS, _role_rows(archive, site))
    yield PLACES_GEOJSON, _json(_collection(archive, site)) + "\n"


def _rows(
    archive: Archive,
    site: SiteInfo,
    read: Callable[[str], Article],
    row: Callable[[Article, Digest, str], Row],
) -> Iterator[Row]:
    for article in (*archive.articles, *archive.undated):
        address = archive.address[article.id]
        yield row(read(article.id), article, absolute(site.url, address) or address)


def _record(article: Article, page: str) -> Row:
    """An article as one JSON object; places and actors with their ids, the body as plain paragraphs."""
    found = article.date
    source = article.source
    return {
        "id": article.id,
        "page": page,
        "title": article.title,
        "date": found.value.isoformat() if found else None,
        "dated": {
            "rule": found.rule,
            "words": found.words,
            "precision": found.precision,
            "confidence": found.confidence,
        }
        if found
        else None,
        "lead": article.lead,
        "source": {
            "outlet": source.outlet,
            "agency": source.agency,
            "byline": source.byline,
            "url": source.url,
        },
        "dateline": article.dateline,
        "lang": article.lang,
        "places": [
            {
                "id": p.id,
                "name": p.name,
                "kind": p.kind,
                "role": p.role,
                "country": p.country,
                "lat": p.lat,
                "lon": p.lon,
            }
            for p in article.places
        ],
        "actors": [{"id": a.id, "name": a.name, "kind": a.kind, "role": a.role} for a in article.actors],
        "body": [plain(paragraph) for paragraph in article.body],
        "seed": {"path": article.seed_path, "sha256": article.seed_sha256},
    }


def _cells(article: Article, digest: Digest, page: str) -> Row:
    """An article as one row of a table, with the places it tells of; several names in one cell are parted by `; `."""
    source, told = article.source, digest.told_of
    return {
        "id": article.id,
        "date": article.date.value.isoformat() if article.date else "",
        "title": article.title,
        "lead": article.lead,
        "outlet": source.outlet,
        "agency": source.agency,
        "byline": source.byline,
        "source_url": source.url,
        "lang": article.lang,
        "cities": "; ".join(p.name for p in told if p.kind == "city"),
        "places": "; ".join(p.name for p in told if p.kind != "city"),
        "actors": "; ".join(a.name for a in article.actors),
        "page": page,
        "seed": article.seed_path,
        "sha256": article.seed_sha256,
    }


def _actor(entry: ActorEntry, archive: Archive, site: SiteInfo) -> Row:
    """An actor with its roles, newest first; each leads to the first and the last sentence that state it."""
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.actor.kind,
        "country": entry.actor.country,
        "other_names": list(entry.forms),
        "articles": len(entry.articles),
        "first": min(entry.days).isoformat() if entry.days else None,
        "last": max(entry.days).isoformat() if entry.days else None,
        "roles": [
            {
                "role": role.role,
                "articles": role.articles,
                "first": _stated(role.first, archive, site),
                "last": _stated(role.last, archive, site),
            }
            for role in entry.roles
        ],
        "page": absolute(site.url, entry.address) or entry.address,
    }


def _stated(where: Where, archive: Archive, site: SiteInfo) -> Row:
    address = archive.address[where.article]
    return {
        "date": where.day.isoformat() if where.day else None,
        "article": where.article,
        "sentence": where.sentence,
        "page": absolute(site.url, address) or address,
    }


def _role_rows(archive: Archive, site: SiteInfo) -> Iterator[Row]:
    for entry in archive.actors.values():
        own: Row = {
            "id": entry.id,
            "name": entry.name,
            "kind": entry.actor.kind,
            "country": entry.actor.country,
            "page": absolute(site.url, entry.address) or entry.address,
        }
        for role in entry.roles:
            days = {"first": role.first.day or "", "last": role.last.day or ""}
            yield own | {"role": role.role, "articles": role.articles} | days
        if not entry.roles:
            yield own | {"role": "", "articles": len(entry.articles), "first": "", "last": ""}


def _csv(columns: Sequence[str], rows: Iterator[Row]) -> str:
    text = StringIO()
    table = csv.DictWriter(text, columns)
    table.writeheader()
    table.writerows({key: harmless(str(value or "")) for key, value in row.items()} for row in rows)
    return text.getvalue()


def harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else cell


def _collection(archive: Archive, site: SiteInfo) -> Row:
    return {
        "type": "FeatureCollection",
        "features": [_feature(entry, site) for entry in archive.places.values()],
    }


def _feature(entry: PlaceEntry, site: SiteInfo) -> Row:
    """A place; one without coordinates is an unlocated Feature, its geometry null (RFC 7946, 3.2)."""
    place = entry.place
    known = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None,
        "properties": {
            "name": entry.name,
            "kind": place.kind,
            "country": place.country,
            "region": place.region,
            "other_names": list(entry.forms),
            "articles": len(entry.articles),
            "first": min(entry.days).isoformat() if entry.days else None,
            "last": max(entry.days).isoformat() if entry.days else None,
            "page": absolute(site.url, entry.address) or entry.address,
        },
    }


def _json(value: Row) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_LINE_ENDS)


_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Ends of lines to some readers of JSON Lines, within strings too."""
