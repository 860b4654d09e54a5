"""The archive as an SQLite database, whose tables daybook.site.codebook describes: `datasette archive.db`."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from daybook.digest import Digest
from daybook.site.archive import Archive
from daybook.site.cite import web
from daybook.site.codebook import DATABASE, FILES, Table
from daybook.site.entries import Entry
from daybook.site.links import absolute
from daybook.site.page import SiteInfo

Row = tuple[object, ...]

_TYPES = {"integer": "INTEGER", "number": "REAL"}
_REFERS = {"article": "articles", "place": "places", "actor": "actors"}
_INDEXES = (
    "CREATE INDEX articles_date ON articles (date)",
    "CREATE INDEX article_place_place ON article_place (place)",
    "CREATE INDEX article_actor_actor ON article_actor (actor)",
)


def database(archive: Archive, site: SiteInfo) -> bytes:
    """The database, gzipped. The same archive and version of SQLite give the same bytes."""
    (tables,) = (file.tables for file in FILES if file.address == DATABASE)
    rows = {
        "articles": _articles(archive, site),
        "places": _places(archive, site),
        "actors": _actors(archive, site),
        "article_place": _joined(archive, "places"),
        "article_actor": _joined(archive, "actors"),
    }
    with closing(sqlite3.connect(":memory:")) as made:
        for table in tables:
            made.execute(_create(table))
            marks = ",".join("?" * len(table.columns))
            made.executemany(f"INSERT INTO {table.name} VALUES ({marks})", sorted(rows[table.name]))
        for index in _INDEXES:
            made.execute(index)
        made.commit()
        return gzip.compress(made.serialize(), 6, mtime=0)


def _create(table: Table) -> str:
    columns = [f"{c.name} {_TYPES.get(c.type, 'TEXT')}" for c in table.columns]
    keys = [table.key] if table.key else [c.name for c in table.columns if c.name in _REFERS]
    rules = [f"PRIMARY KEY ({', '.join(keys)})"]
    if not table.key:
        rules += [f"FOREIGN KEY ({key}) REFERENCES {_REFERS[key]} (id)" for key in keys]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, *rules])}) WITHOUT ROWID"


def _all(archive: Archive) -> Iterable[Digest]:
    return (*archive.articles, *archive.undated)


def _articles(archive: Archive, site: SiteInfo) -> Iterator[Row]:
    for article in _all(archive):
        source, found = article.source, article.date
        yield (
            article.id,
            found.value.isoformat() if found else None,
            article.title,
            article.lead or None,
            source.outlet or None,
            source.agency or None,
            source.byline or None,
            web(source.url) or None,
            article.lang,
            _page(archive.address[article.id], site),
        )


def _places(archive: Archive, site: SiteInfo) -> Iterator[Row]:
    for id, entry in archive.places.items():
        place = entry.place
        told = (place.kind, place.country, place.region, place.lat, place.lon)
        yield id, entry.name, *told, len(entry.articles), _own(entry, site)


def _actors(archive: Archive, site: SiteInfo) -> Iterator[Row]:
    for id, entry in archive.actors.items():
        yield id, entry.name, entry.actor.kind, entry.actor.country, len(entry.articles), _own(entry, site)


def _joined(archive: Archive, kind: str) -> Iterator[Row]:
    for article in _all(archive):
        for each in article.places if kind == "places" else article.actors:
            yield article.id, each.id, each.role or None, article.of(each.id).mentions


def _own(entry: Entry, site: SiteInfo) -> str | None:
    return _page(entry.address, site) if entry.has_page else None


def _page(address: str, site: SiteInfo) -> str:
    return absolute(site.url, address) or address
