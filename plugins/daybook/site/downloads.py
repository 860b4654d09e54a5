"""The archive as data: JSON Lines and CSV of the articles and of the actors, CSV of figures and statements, GeoJSON (RFC 7946) of the places, a database.

Nothing stands twice: articles name places and actors by their ids, and what is empty is left out. JSON Lines, which
are long, are gzipped (RFC 1952) without name and time, so that equal articles give equal bytes. daybook.site.codebook tells each
field. What one article says of itself is made of the article alone, to be kept (`row`).
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from io import StringIO

from daybook.content.markdown import plain
from daybook.digest import NUMBERS, Digest, Number, Told, numbers, sayings
from daybook.proof.record import schema_text
from daybook.site import codebook
from daybook.site.archive import Archive
from daybook.site.codebook import (
    ACTORS_CSV,
    ACTORS_JSONL,
    ARTICLES_CSV,
    ARTICLES_JSONL,
    FIGURES_CSV,
    PLACES_GEOJSON,
    STATEMENTS_CSV,
)
from daybook.site.database import database
from daybook.site.entries import ActorEntry, Entry, PlaceEntry
from daybook.site.links import absolute
from daybook.site.page import Download, SiteInfo
from daybook.site.roles import Where
from daybook.values import Article, FoundDate

Row = dict[str, object]
Cells = tuple[object, ...]

OFFERED = tuple(Download(file.says, file.address) for file in codebook.FILES)
COLUMNS = tuple(column.name for column in codebook.ARTICLE_CELLS)
FIGURE_COLUMNS = tuple(column.name for column in codebook.FIGURE_CELLS)
STATEMENT_COLUMNS = tuple(column.name for column in codebook.STATEMENT_CELLS)
ROLE_COLUMNS = tuple(column.name for column in codebook.ROLE_CELLS)
"""One row a role; an actor of whom none is stated has one without."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""

_FIGURE = Number._fields.index("start")
"""Fields of a figure that are its columns; those behind are the project's own."""
_PRINTED = frozenset(map(Number._fields.index, ("words", "of", "by")))
_SAID = frozenset([3, 4])
"""Of a statement, the verb and the words."""
_TOLD: dict[object, object] = {True: "true", False: "false"}
_LEVEL = 4
"""Of gzip: half of the time of its usual one, and a twenty-fifth more bytes."""

Many = tuple[tuple[str, ...], tuple[Cells, ...]]
"""What one article has several of: rows of a table but for their last cell, and the same as values, from the sentence on."""
Kept = tuple[str, str, Many, Many]
"""An article's JSON object and its row of the table, both but for their last member, the page; its figures, its statements."""


def downloads(archive: Archive, site: SiteInfo, kept: Callable[[str], Kept]) -> Iterator[tuple[str, bytes]]:
    """Each file's address and content. `kept` gives what `row` made of an article, by its id."""
    sizes = {}
    for address, data in _files(archive, site, kept):
        made = data.encode("utf-8") if isinstance(data, str) else data
        if made != _EMPTY:
            sizes[address] = len(made)
        yield address, made
    yield codebook.PACKAGE, codebook.package(site, sizes).encode("utf-8")


def _files(
    archive: Archive, site: SiteInfo, kept: Callable[[str], Kept]
) -> Iterator[tuple[str, str | bytes]]:
    yield from articles_files(archive, site, kept)
    yield from name_files(archive, site)
    yield codebook.DATABASE, database(archive, site, kept)
    yield codebook.METADATA, codebook.metadata(site)
    yield codebook.SCHEMA, schema_text()


def row(article: Article, digest: Digest, told: Told) -> Kept:
    """What the files of articles hold of one, whose sentences are `told`. Its page is added when the archive is known."""
    counted: Iterable[Number] = digest.numbers
    if len(article.figures) > NUMBERS:
        counted = numbers(article, told)
    figures = tuple([number[:_FIGURE] for number in counted])
    statements = tuple([(said.anchor, actor, *said[1:]) for actor, said in sayings(article, told)])
    return (
        _json(_record(article))[:-1],
        _line(_cells(article, digest)),
        (_rows(article, figures, _PRINTED), figures),
        (_rows(article, statements, _SAID), statements),
    )


def articles_files(
    archive: Archive, site: SiteInfo, kept: Callable[[str], Kept]
) -> Iterator[tuple[str, str | bytes]]:
    """The files of articles. `kept` gives what `row` made of an article, by its id."""
    records, table = [], [f"{_line(COLUMNS)}\r\n"]
    figures, statements = [f"{_line(FIGURE_COLUMNS)}\r\n"], [f"{_line(STATEMENT_COLUMNS)}\r\n"]
    for article in (*archive.articles, *archive.undated):
        record, cells, counted, said = kept(article.id)
        page = _page(archive.address[article.id], site)
        records.append(f'{record},"page":{json.dumps(page)}}}\n')
        table.append(f"{cells},{_line([page])}\r\n")
        own = page.replace('"', '""')
        for lines, (rows, values) in ((figures, counted), (statements, said)):
            lines += [f'{row},"{own}#{held[0]}"\r\n' for row, held in zip(rows, values, strict=True)]
    yield ARTICLES_JSONL, _zipped(records)
    yield ARTICLES_CSV, "".join(table)
    yield FIGURES_CSV, "".join(figures)
    yield STATEMENTS_CSV, "".join(statements)


def _rows(article: Article, kept: Iterable[Cells], printed: AbstractSet[int]) -> tuple[str, ...]:
    """Rows of a table in which an article has many, each but for its last cell; `printed` are the cells of outside text, which are of one line each."""
    text = StringIO()
    day = article.date.value if article.date else None
    csv.writer(text).writerows(
        [
            [article.id, number, day, *[_safe(cell) if at in printed else _TOLD.get(cell, cell) for at, cell in enumerate(cells)]]
            for number, cells in enumerate(kept, 1)
        ]
    )  # fmt: skip
    return tuple(text.getvalue().split("\r\n")[:-1])


def _safe(cell: object) -> str:
    return harmless(str(cell))


def name_files(archive: Archive, site: SiteInfo) -> Iterator[tuple[str, str | bytes]]:
    """The files of actors and places."""
    actors = archive.actors.values()
    yield ACTORS_JSONL, _zipped([f"{_json(_actor(entry, site))}\n" for entry in actors])
    rows = [ROLE_COLUMNS, *(cells for entry in actors for cells in _role_rows(entry, site))]
    yield ACTORS_CSV, _lines(rows)
    places = [_feature(entry, site) for entry in archive.places.values()]
    yield PLACES_GEOJSON, _json({"type": "FeatureCollection", "features": places}) + "\n"


def _zipped(lines: Iterable[str]) -> bytes:
    return gzip.compress("".join(lines).encode("utf-8"), _LEVEL, mtime=0)


_EMPTY = _zipped([])
"""A table of no rows that bears no columns either: readers of data packages refuse it, so that the package leaves it out."""


def _record(article: Article) -> Row:
    """An article as one JSON object: its places and actors by their ids, each with its role in this article."""
    found, source = article.date, article.source
    body = [plain(paragraph) for paragraph in article.body]
    return {
        "id": article.id,
        "title": article.title,
        "date": found.value.isoformat() if found else None,
        **_filled(
            {
                "dated": _dated(found) if found else None,
                "lead": article.lead if [article.lead] != body[:1] else None,
                "source": _filled(
                    {
                        "outlet": source.outlet,
                        "agency": source.agency,
                        "byline": source.byline,
                        "url": source.url,
                    }
                ),
                "dateline": article.dateline,
            }
        ),
        "lang": article.lang,
        "places": {place.id: place.role for place in article.places},
        "actors": {actor.id: actor.role for actor in article.actors},
        "body": body,
        "seed": {"path": article.seed_path, "sha256": article.seed_sha256},
    }


def _dated(found: FoundDate) -> Row:
    """What proves the day."""
    precision = found.precision if found.precision != "day" else None
    return {"rule": found.rule, "words": found.words, "confidence": found.confidence} | _filled(
        {"precision": precision}
    )


def _cells(article: Article, digest: Digest) -> Cells:
    """An article as one row of a table, with the places it tells of; several names in one cell are parted by `; `."""
    source, told = article.source, digest.told_of
    return (
        article.id,
        article.date.value if article.date else None,
        article.title,
        source.outlet,
        source.agency,
        source.byline,
        source.url,
        article.lang,
        "; ".join([p.name for p in told if p.kind == "city"]),
        "; ".join([p.name for p in told if p.kind != "city"]),
        "; ".join([a.name for a in article.actors]),
        article.seed_path,
    )


def _actor(entry: ActorEntry, site: SiteInfo) -> Row:
    """An actor with its roles, newest first, each with the first and the last sentence that state it."""
    roles = [
        {
            "role": role.role,
            "articles": role.articles,
            "first": _stated(role.first),
            "last": _stated(role.last),
        }
        for role in entry.roles
    ]
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.actor.kind,
        **_filled({"country": entry.actor.country, "other_names": list(entry.forms)}),
        "articles": len(entry.articles),
        **_filled({**_days(entry), "roles": roles, "page": _own(entry, site)}),
    }


def _stated(where: Where) -> Row:
    day = where.day.isoformat() if where.day else None
    return {"article": where.article, **_filled({"date": day, "sentence": where.sentence})}


def _role_rows(entry: ActorEntry, site: SiteInfo) -> Iterator[Cells]:
    own = (entry.id, entry.name, entry.actor.kind, entry.actor.country)
    page = _own(entry, site)
    for role in entry.roles:
        yield *own, role.role, role.articles, role.first.day, role.last.day, page
    if not entry.roles:
        yield *own, None, len(entry.articles), None, None, page


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
            **_filled({"country": place.country, "region": place.region, "other_names": list(entry.forms)}),
            "articles": len(entry.articles),
            **_filled({**_days(entry), "page": _own(entry, site)}),
        },
    }


def _days(entry: Entry) -> Row:
    days = entry.days
    return {"first": min(days).isoformat(), "last": max(days).isoformat()} if days else {}


def _own(entry: Entry, site: SiteInfo) -> str:
    """The page of a name's own; empty where it has none."""
    return _page(entry.address, site) if entry.has_page else ""


def _page(address: str, site: SiteInfo) -> str:
    return absolute(site.url, address) or address


def _filled(row: Mapping[str, object]) -> Row:
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}


def _line(cells: Iterable[object]) -> str:
    """A row of a table, without its end (RFC 4180)."""
    return _lines([cells]).removesuffix("\r\n")


def _lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows of a table."""
    text = StringIO()
    csv.writer(text).writerows(
        [harmless(str(cell)) if cell is not None else "" for cell in cells] for cells in rows
    )
    return text.getvalue()


def harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else cell


def _json(value: Row) -> str:
    text = _ENCODER.encode(value)
    for end in _LINE_ENDS:
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LINE_ENDS = "\x85\u2028\u2029"
"""Ends of lines to some readers of JSON Lines, within strings too."""
