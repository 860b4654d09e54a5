"""The archive as an SQLite database, whose tables daybook.site.codebook describes: `datasette archive.db`."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Literal

from daybook.digest import Digest
from daybook.site.archive import Archive
from daybook.site.cite import web
from daybook.site.codebook import DATABASE, FILES, Table
from daybook.site.entries import Entry
from daybook.site.links import absolute
from daybook.site.page import SiteInfo

Row = tuple[object, ...]

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_REFERS = {"article": "articles", "place": "places", "actor": "actors"}
_INDEXES = (
    "CREATE INDEX articles_date ON articles (date)",
    "CREATE INDEX article_place_place ON article_place (place)",
    "CREATE INDEX article_actor_actor ON article_actor (actor)",
)


Many = tuple[tuple[str, ...], tuple[Row, ...]]
Kept = Callable[[str], tuple[str, str, Many, Many]]
"""As `daybook.site.downloads.Kept` has it, by an article's id."""


def database(archive: Archive, site: SiteInfo, kept: Kept) -> bytes:
    """The database, gzipped. The same archive and version of SQLite give the same bytes."""
    (tables,) = (file.tables for file in FILES if file.address == DATABASE)
    rows: dict[str, Iterable[Row]] = {
        "articles": sorted(_articles(archive, site)),
        "places": sorted(_places(archive, site)),
        "actors": sorted(_actors(archive, site)),
        "article_place": sorted(_joined(archive, "places")),
        "article_actor": sorted(_joined(archive, "actors")),
        "figures": _told(archive, kept, 2),
        "statements": _told(archive, kept, 3),
    }
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA journal_mode = OFF")
        for table in tables:
            made.execute(_create(table))
            marks = ",".join("?" * len(table.columns))
            made.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows[table.name])
        for index in _INDEXES:
            made.execute(index)
        made.commit()
        return gzip.compress(made.serialize(), 4, mtime=0)


def _create(table: Table) -> str:
    columns = [f"{c.name} {_TYPES.get(c.type, 'TEXT')}" for c in table.columns]
    refers = [c.name for c in table.columns if c.name in _REFERS]
    rules = [f"PRIMARY KEY ({', '.join(table.key)})"]
    rules += [f"FOREIGN KEY ({name}) REFERENCES {_REFERS[name]} (id)" for name in refers]
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


def _told(archive: Archive, kept: Kept, at: Literal[2, 3]) -> Iterator[Row]:
    """What stands `at` that place of what is kept of each article, one row at a time, as there are many."""
    for id in sorted(article.id for article in _all(archive)):
        for number, cells in enumerate(kept(id)[at][1], 1):
            yield id, number, *[None if cell == "" else cell for cell in cells]


def _own(entry: Entry, site: SiteInfo) -> str | None:
    return _page(entry.address, site) if entry.has_page else None


def _page(address: str, site: SiteInfo) -> str:
    return absolute(site.url, address) or address
