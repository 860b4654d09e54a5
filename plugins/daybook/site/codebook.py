"""What stands in each file of data/ and each of its columns: the codebook page and datapackage.json are both made of this."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from daybook.site.page import SiteInfo
from daybook.words import N_, Words

Type = Literal["string", "integer", "number", "boolean", "date", "object", "array"]
"""Of the Data Package's Table Schema: https://specs.frictionlessdata.io/table-schema/#types-and-formats"""


class Column(NamedTuple):
    """A column of a table, or a member of the objects of a file of JSON Lines."""

    name: str
    type: Type
    says: str
    """In English; the codebook page has it in the site's language."""


class Table(NamedTuple):
    """A table within a file."""

    name: str
    """Empty where the file is one table."""
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that together tell its rows apart; none where nothing does."""


class Described(NamedTuple):
    """A file of data/."""

    address: str
    says: str
    media: str
    tables: tuple[Table, ...] = ()
    tabular: bool = False
    """Whether programs for Data Packages can check it against its columns."""


_ID = N_("the id that the archive knows it by, for ever")
_PAGE = N_(
    "its page on the site: absolute where the site's address is known, else the path from the site's root"
)
_DATE = N_("the proven day of publication; empty where none is proven")
_DAY_OF_REPORT = N_(
    "the day of the article that reports it, which may be later than the day on which it was said"
)
_NAME = N_("its name in this archive")
_COUNTRY = N_("ISO 3166-1 code of the country, two letters")
_ARTICLES = N_("how many articles name it")
_ARTICLES_ON = N_(
    "how many articles tell of it: of a town where something happens there, people meet there or the article is written there; of another place where it is not only part of another name"
)
_FIRST, _LAST = N_("the first day of its articles"), N_("the last day of its articles")
_LANG = N_("language of the text, BCP 47")
_TITLE, _BYLINE = N_("title"), N_("who wrote it, as printed")
_OUTLET, _AGENCY = N_("who published it"), N_("whose copy it is")
_URL = N_("where it was published first")
_KIND_OF_ACTOR = N_("person, organisation or state")
_KIND_OF_PLACE = N_("city, region, country, continent, water or site")
_OTHERS = N_("other words that the articles call it by")
_ROLE_OF_PLACE = N_(
    "what the place is to the article: event (something happens there), dateline (it is written there), venue (people meet there), metonym (stands for a government), demonym (a people), embedded (part of another name), address"
)
_ROLE_OF_ACTOR = N_("the role that the article states")
_REFERS_ARTICLE, _REFERS_PLACE, _REFERS_ACTOR = (
    N_("id of the article"),
    N_("id of the place"),
    N_("id of the actor"),
)

ARTICLE_CELLS = (
    Column("id", "string", _ID),
    Column("date", "date", _DATE),
    Column("title", "string", _TITLE),
    Column("outlet", "string", _OUTLET),
    Column("agency", "string", _AGENCY),
    Column("byline", "string", _BYLINE),
    Column("source_url", "string", _URL),
    Column("lang", "string", _LANG),
    Column("cities", "string", N_("the towns that it tells of, parted by semicolons")),
    Column("places", "string", N_("the other places that it tells of, parted by semicolons")),
    Column("actors", "string", N_("the actors that it names, parted by semicolons")),
    Column("seed", "string", N_("the raw file, below the folder of raw articles")),
    Column("page", "string", _PAGE),
)
ROLE_CELLS = (
    Column("id", "string", _ID),
    Column("name", "string", _NAME),
    Column("kind", "string", _KIND_OF_ACTOR),
    Column("country", "string", _COUNTRY),
    Column(
        "role",
        "string",
        N_("the role in the words of the articles; empty for an actor of whom none is stated"),
    ),
    Column(
        "articles", "integer", N_("how many articles state the role; without one, how many name the actor")
    ),
    Column("first", "date", N_("the first day on which it was stated")),
    Column("last", "date", N_("the last day on which it was stated")),
    Column("page", "string", _PAGE),
)

_NUMBER = N_("which of the article's it is, counted from 1")
_SENTENCE = N_("id of the sentence on the article's page")
_ADDRESS = N_(
    "the sentence on the site: absolute where the site's address is known, else the path from the site's root"
)
_WORDS, _OF = N_("the words for it, as printed"), N_("the words for what is counted, as printed")
_VALUE, _HIGH = N_("in plain digits; of a range, its lower end"), N_("the upper end of a range")
_UNIT = N_(
    "what is counted: killed, wounded, missing, casualties, displaced, refugees, captured, arrested, people, votes, weapons, money, percent or other"
)
_BOUND = N_("exact, at least, about, up to, more than, less than or range")
_CURRENCY = N_("of money, ISO 4217")
_BY = N_("the words for whom the article has it from, or who denies it; empty where none were found")
_BY_ACTOR = N_("id of the actor whom it has it from")
_WHERE = N_("id of the place where what is counted was")
_UNVERIFIED = N_("whether the article says that it could not be verified")
_SENSE = N_(
    "empty of a plain count; else denied (or taken back), disputed, rumoured, feared, expected, past (of an earlier time), part (of more), more (besides others), stretch (of time), unsure (beside words of doubt or of the future); of votes for, against or abstaining"
)
_WHOSE = N_(
    "whose those are who are counted, or which they left: ISO 3166-1 alpha-2; of votes, id of the actor that voted"
)
_FOUND = N_("the value as found in the text, where a person gave another")
_SAYER, _KIND_OF_SAYING = (
    N_("id of the actor who says it"),
    N_("quoted, reported, or mixed: reported with words of their own in quotation marks"),
)
_VERB, _SAID = N_("the verb of saying, as printed"), N_("what is said, without quotation marks around it")

FIGURE_CELLS = (
    Column("article", "string", _REFERS_ARTICLE),
    Column("number", "integer", _NUMBER),
    Column("date", "date", _DATE),
    Column("sentence", "string", _SENTENCE),
    Column("words", "string", _WORDS),
    Column("value", "number", _VALUE),
    Column("high", "number", _HIGH),
    Column("unit", "string", _UNIT),
    Column("bound", "string", _BOUND),
    Column("currency", "string", _CURRENCY),
    Column("of", "string", _OF),
    Column("by", "string", _BY),
    Column("actor", "string", _BY_ACTOR),
    Column("place", "string", _WHERE),
    Column("unverified", "boolean", _UNVERIFIED),
    Column("sense", "string", _SENSE),
    Column("whose", "string", _WHOSE),
    Column("found", "number", _FOUND),
    Column("page", "string", _ADDRESS),
)
STATEMENT_CELLS = (
    Column("article", "string", _REFERS_ARTICLE),
    Column("number", "integer", _NUMBER),
    Column("date", "date", _DAY_OF_REPORT),
    Column("sentence", "string", _SENTENCE),
    Column("actor", "string", _SAYER),
    Column("kind", "string", _KIND_OF_SAYING),
    Column("verb", "string", _VERB),
    Column("words", "string", _SAID),
    Column("page", "string", _ADDRESS),
)
_DATED = frozenset({"date", "page"})
"""Columns that a database has of the article already."""

ARTICLES_CSV = "data/articles.csv"
FIGURES_CSV = "data/figures.csv"
STATEMENTS_CSV = "data/statements.csv"
ARTICLES_JSONL = "data/articles.jsonl.gz"
ACTORS_CSV = "data/actors.csv"
ACTORS_JSONL = "data/actors.jsonl.gz"
PLACES_GEOJSON = "data/places.geojson"
DATABASE = "data/archive.db.gz"
METADATA = "data/metadata.json"
PACKAGE = "data/datapackage.json"
SCHEMA = "data/day.schema.json"

FILES = (
    Described(
        ARTICLES_CSV,
        N_("Articles as a table (CSV)"),
        "text/csv",
        (Table("", ARTICLE_CELLS, ("id",)),),
        tabular=True,
    ),
    Described(
        ARTICLES_JSONL,
        N_("Articles with all that was found in them (JSON Lines, gzipped)"),
        "application/jsonl",
        (
            Table(
                "",
                (
                    Column("id", "string", _ID),
                    Column("title", "string", _TITLE),
                    Column("date", "date", _DATE),
                    Column(
                        "dated",
                        "object",
                        N_("what proves the day: the rule, the words, how sure it is, the precision"),
                    ),
                    Column("lead", "string", N_("the lead, where it is not the first paragraph")),
                    Column("source", "object", N_("outlet, agency, byline, address of first publication")),
                    Column("dateline", "string", N_("the dateline as printed")),
                    Column("lang", "string", _LANG),
                    Column("places", "object", N_("ids of places, each with what it is to the article")),
                    Column(
                        "actors", "object", N_("ids of actors, each with the role that the article states")
                    ),
                    Column("body", "array", N_("the paragraphs as plain text")),
                    Column("seed", "object", N_("path and SHA-256 of the raw file")),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
        ),
    ),
    Described(
        ACTORS_CSV, N_("Roles of actors as a table (CSV)"), "text/csv", (Table("", ROLE_CELLS),), tabular=True
    ),
    Described(
        ACTORS_JSONL,
        N_("Actors with their roles (JSON Lines, gzipped)"),
        "application/jsonl",
        (
            Table(
                "",
                (
                    Column("id", "string", _ID),
                    Column("name", "string", _NAME),
                    Column("kind", "string", _KIND_OF_ACTOR),
                    Column("country", "string", _COUNTRY),
                    Column("other_names", "array", _OTHERS),
                    Column("articles", "integer", _ARTICLES),
                    Column("first", "date", _FIRST),
                    Column("last", "date", _LAST),
                    Column(
                        "roles",
                        "array",
                        N_(
                            "roles, the newest first, each with the first and the last sentence that states it"
                        ),
                    ),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
        ),
    ),
    Described(
        PLACES_GEOJSON,
        N_("Places (GeoJSON)"),
        "application/geo+json",
        (
            Table(
                "",
                (
                    Column("id", "string", _ID),
                    Column(
                        "geometry", "object", N_("a point in degrees, WGS 84; null where it is not known")
                    ),
                    Column("name", "string", _NAME),
                    Column("kind", "string", _KIND_OF_PLACE),
                    Column("country", "string", _COUNTRY),
                    Column("region", "string", N_("the region it lies in")),
                    Column("other_names", "array", _OTHERS),
                    Column("articles", "integer", _ARTICLES_ON),
                    Column("first", "date", _FIRST),
                    Column("last", "date", _LAST),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
        ),
    ),
    Described(
        FIGURES_CSV,
        N_("Figures of the articles, with what they count and who says so, as a table (CSV)"),
        "text/csv",
        (Table("", FIGURE_CELLS, ("article", "number")),),
        tabular=True,
    ),
    Described(
        STATEMENTS_CSV,
        N_("Who said what, as a table (CSV)"),
        "text/csv",
        (Table("", STATEMENT_CELLS, ("article", "number")),),
        tabular=True,
    ),
    Described(
        DATABASE,
        N_("Articles, places, actors, figures, statements and what joins them (SQLite, gzipped)"),
        "application/vnd.sqlite3",
        (
            Table(
                "articles",
                (
                    Column("id", "string", _ID),
                    Column("date", "date", _DATE),
                    Column("title", "string", _TITLE),
                    Column("lead", "string", N_("the lead")),
                    Column("outlet", "string", _OUTLET),
                    Column("agency", "string", _AGENCY),
                    Column("byline", "string", _BYLINE),
                    Column("source_url", "string", _URL),
                    Column("lang", "string", _LANG),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
            Table(
                "places",
                (
                    Column("id", "string", _ID),
                    Column("name", "string", _NAME),
                    Column("kind", "string", _KIND_OF_PLACE),
                    Column("country", "string", _COUNTRY),
                    Column("region", "string", N_("the region it lies in")),
                    Column("latitude", "number", N_("degrees north, WGS 84; empty where unknown")),
                    Column("longitude", "number", N_("degrees east, WGS 84; empty where unknown")),
                    Column("articles", "integer", _ARTICLES_ON),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
            Table(
                "actors",
                (
                    Column("id", "string", _ID),
                    Column("name", "string", _NAME),
                    Column("kind", "string", _KIND_OF_ACTOR),
                    Column("country", "string", _COUNTRY),
                    Column("articles", "integer", _ARTICLES),
                    Column("page", "string", _PAGE),
                ),
                ("id",),
            ),
            Table(
                "article_place",
                (
                    Column("article", "string", _REFERS_ARTICLE),
                    Column("place", "string", _REFERS_PLACE),
                    Column("role", "string", _ROLE_OF_PLACE),
                    Column("mentions", "integer", N_("how often the article names it")),
                ),
                ("article", "place"),
            ),
            Table(
                "article_actor",
                (
                    Column("article", "string", _REFERS_ARTICLE),
                    Column("actor", "string", _REFERS_ACTOR),
                    Column("role", "string", _ROLE_OF_ACTOR),
                    Column("mentions", "integer", N_("how often the article names it")),
                ),
                ("article", "actor"),
            ),
            Table("figures", tuple(c for c in FIGURE_CELLS if c.name not in _DATED), ("article", "number")),
            Table(
                "statements", tuple(c for c in STATEMENT_CELLS if c.name not in _DATED), ("article", "number")
            ),
        ),
    ),
    Described(METADATA, N_("What Datasette shows of the database (JSON)"), "application/json"),
    Described(SCHEMA, N_("The form of the records of days (JSON Schema)"), "application/schema+json"),
)
"""In the order in which the page lists them; datapackage.json itself describes them."""


OF_DAYS = (
    Described(
        "data/YYYY/MM/DD.json",
        N_("The record of a day: each line of its briefing with the sentences it rests on (JSON)"),
        "application/json",
        (
            Table(
                "",
                (
                    Column("format", "string", N_("which form the record has")),
                    Column("day", "date", N_("the day")),
                    Column(
                        "articles",
                        "array",
                        N_(
                            "those of the day and others that a line rests on, each with the SHA-256 of its raw file"
                        ),
                    ),
                    Column(
                        "sentences",
                        "array",
                        N_("what lines rest on: words, article, and where they stand in its text"),
                    ),
                    Column("points", "array", N_("key points, each with the ids of its sentences")),
                    Column("stories", "array", N_("stories, each with its articles of the day")),
                    Column(
                        "figures",
                        "array",
                        N_("value, unit, what is counted, by whom, and the ids of the sentences"),
                    ),
                    Column(
                        "sha256", "string", N_("SHA-256 of the canonical JSON (RFC 8785) of all the rest")
                    ),
                ),
            ),
        ),
    ),
    Described("data/YYYY/MM/DD.md", N_("The briefing of a day, to take along (Markdown)"), "text/markdown"),
)
"""What each day has a file of."""


def package(site: SiteInfo, sizes: Mapping[str, int]) -> str:
    """datapackage.json: https://specs.frictionlessdata.io/data-package/

    `sizes` are the bytes of the files that it tells of, by their addresses. The schema of the records stands with these: as a
    resource it would have to be a Table Schema.
    """
    made = {
        "profile": "data-package",
        "name": "daybook",
        "title": site.name,
        "description": site.description or None,
        "homepage": f"{site.url}/" if site.url else None,
        "resources": [
            _resource(file, sizes[file.address])
            for file in FILES
            if file.address in sizes and file.address != SCHEMA
        ],
        "days": [_of_days(file) for file in OF_DAYS],
    }
    return json.dumps({k: v for k, v in made.items() if v}, ensure_ascii=False, indent=1) + "\n"


def _of_days(file: Described) -> dict[str, object]:
    """A file that each day has one of; no resource, as its path stands for many."""
    made: dict[str, object] = {
        "pattern": file.address.removeprefix("data/"),
        "title": file.says,
        "mediatype": file.media,
    }
    if file.tables:
        made |= {"schema": SCHEMA.removeprefix("data/"), "members": [_schema(t) for t in file.tables]}
    return made


def _resource(file: Described, size: int) -> dict[str, object]:
    path = file.address.removeprefix("data/")
    stem, _, format = path.removesuffix(".gz").rpartition(".")
    made: dict[str, object] = {
        "name": f"{stem}-{format}",
        "path": path,
        "title": file.says,
        "format": format,
        "mediatype": file.media,
        "bytes": size,
    }
    if path.endswith(".gz"):
        made["compression"] = "gz"
    if file.tabular:
        made |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(file.tables[0])}
    elif file.tables:
        made["tables" if file.tables[0].name else "members"] = [
            ({"name": table.name} if table.name else {}) | _schema(table) for table in file.tables
        ]
    return made


def _schema(table: Table) -> dict[str, object]:
    fields = [{"name": c.name, "type": c.type, "description": c.says} for c in table.columns]
    return {"fields": fields, **({"primaryKey": list(table.key)} if table.key else {})}


def metadata(site: SiteInfo) -> str:
    """metadata.json of Datasette: https://docs.datasette.io/en/stable/metadata.html"""
    tables = {
        table.name: {"columns": {c.name: c.says for c in table.columns}}
        for file in FILES
        if file.address == DATABASE
        for table in file.tables
    }
    tables["articles"]["sort_desc"] = "date"  # type: ignore[assignment]
    made = {
        "title": site.name,
        "description": site.description or None,
        "source": site.name if site.url else None,
        "source_url": f"{site.url}/" if site.url else None,
        "databases": {"archive": {"tables": tables}},
    }
    return json.dumps({k: v for k, v in made.items() if v}, ensure_ascii=False, indent=1) + "\n"


def said(words: Words, files: Sequence[Described] = FILES) -> Iterator[Described]:
    """The files with all that is said of them in the site's language."""
    for file in files:
        tables = tuple(
            table._replace(columns=tuple(c._replace(says=words.gettext(c.says)) for c in table.columns))
            for table in file.tables
        )
        yield file._replace(says=words.gettext(file.says), tables=tables)
