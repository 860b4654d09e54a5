"""The archive as data: complete, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.sentences import words
from daybook.site.archive import Archive
from daybook.site.codebook import ARTICLES_JSONL, DATABASE, FILES, PACKAGE, SCHEMA
from daybook.site.downloads import COLUMNS, OFFERED, ROLE_COLUMNS, downloads, harmless, row
from daybook.site.page import SiteInfo
from daybook.values import Article
from helpers.archive import BINARIES
from helpers.held import archive_of, read
from helpers.site_samples import PLACES, article

ONE = article("Flood", "2031-05-01", "Northmere is under water.", "Ada Quill went to Alderfold.")


def made_of(archive: Archive, url: str = "") -> dict[str, bytes]:
    """All files by their addresses."""
    known = {a.id: a for a in (*archive.articles, *archive.undated)}
    return dict(
        downloads(archive, SiteInfo("Mere", url), lambda id: row(read(id), known[id], words(read(id))))
    )


def files(archive: Archive, url: str = "") -> dict[str, str]:
    """Texts by their addresses, what is gzipped in plain."""
    return {
        address.removesuffix(".gz"): (gzip.decompress(data) if address.endswith(".gz") else data).decode()
        for address, data in made_of(archive, url).items()
        if address != DATABASE
    }


@contextmanager
def database(archive: Archive, url: str = "") -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(gzip.decompress(made_of(archive, url)[DATABASE]))
        yield opened


def test_what_is_offered_is_what_is_made() -> None:
    made = set(made_of(archive_of([])))
    assert {*(download.address for download in OFFERED), PACKAGE} == made


def test_gzipped_files_bear_neither_name_nor_time() -> None:
    zipped = [data for at, data in made_of(archive_of([ONE])).items() if at.endswith(".gz")]
    assert {(data[3], data[4:8]) for data in zipped} == {(0, bytes(4))}


def test_each_article_is_one_line_and_one_row_the_undated_last() -> None:
    undated = article("Later", None, "Nobody knows when.")
    made = files(archive_of([undated, ONE]))
    lines = [json.loads(line) for line in made["data/articles.jsonl"].splitlines()]
    rows = list(csv.DictReader(io.StringIO(made["data/articles.csv"], newline="")))
    assert [line["title"] for line in lines] == [row["title"] for row in rows] == ["Flood", "Later"]
    assert lines[0]["body"] == ["Northmere is under water.", "Ada Quill went to Alderfold."]
    places = json.loads(made["data/places.geojson"])["features"]
    names = {place["id"]: place["properties"]["name"] for place in places}
    assert {names[id] for id in lines[0]["places"]} == {"Northmere", "Alderfold"}
    assert (lines[1]["date"], rows[1]["date"]) == (None, "")


def test_each_figure_is_a_row_with_its_proof() -> None:
    told = article(
        "Toll",
        "2031-05-03",
        "At least 12 people were killed in Northmere, River Watch said.",
        "Some 2,000 fled.",
    )
    made = files(archive_of([told]), "https://a.example")
    first, second = csv.DictReader(io.StringIO(made["data/figures.csv"]))
    assert first == {
        "article": told.id,
        "number": "1",
        "date": "2031-05-03",
        "sentence": told.sentences[0].id,
        "words": "At least 12",
        "value": "12",
        "high": "",
        "unit": "killed",
        "bound": "at least",
        "currency": "",
        "of": "people",
        "by": "River Watch",
        "actor": "river-watch",
        "place": "gn:1",
        "unverified": "false",
        "sense": "",
        "whose": "",
        "found": "",
        "page": f"https://a.example/2031/05/03/toll.html#{told.sentences[0].id}",
    }
    assert (second["number"], second["value"], second["sentence"]) == ("2", "2000", told.sentences[1].id)


def test_each_statement_is_a_row_with_its_words_in_whole() -> None:
    long = "The water " + "rises and " * 60 + "falls"
    told = article("Said", None, f"“{long},” said Ada Quill. She left.")
    (row,) = csv.DictReader(io.StringIO(files(archive_of([told]))["data/statements.csv"]))
    assert (row["actor"], row["verb"], row["words"], row["date"]) == ("ada-quill", "said", long, "")
    assert row["page"] == f"undated/said.html#{told.sentences[0].id}"


def test_a_persons_hand_on_a_figure_is_in_the_table() -> None:
    """The value is the person's; what was found stays its name in corrections, not in the data."""
    told = article("Toll", "2031-05-03", "At least 12 people were killed in Northmere.")
    right = replace(told, figures=(replace(told.figures[0], value="21", found="12"),))
    (row,) = csv.DictReader(io.StringIO(files(archive_of([right]))["data/figures.csv"]))
    assert (row["value"], row["words"]) == ("21", "At least 12")


def test_pages_are_absolute_where_the_address_is_known() -> None:
    made = files(archive_of([ONE]), "https://a.example/x")
    assert json.loads(made["data/articles.jsonl"])["page"].startswith("https://a.example/x/2031/05/01/")


def test_a_place_without_coordinates_is_listed_without_a_point() -> None:
    bare = replace(PLACES["Northmere"], lat=None, lon=None)
    archive = archive_of([replace(ONE, places=(bare, PLACES["Alderfold"]))])
    found = {
        f["properties"]["name"]: f["geometry"]
        for f in json.loads(files(archive)["data/places.geojson"])["features"]
    }
    assert found == {"Northmere": None, "Alderfold": {"type": "Point", "coordinates": [14.9, 51.4]}}


@given(st.text(max_size=30))
def test_no_cell_is_a_formula_and_all_others_stay(cell: str) -> None:
    made = harmless(cell)
    assert made in (cell, f"'{cell}")
    assert not made.lstrip().startswith(("=", "+", "-", "@"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_words_come_back(words: str) -> None:
    made = files(archive_of([replace(ONE, title=words, lead=words)]))
    (line,) = made["data/articles.jsonl"].splitlines()
    assert json.loads(line)["title"] == words
    assert json.loads(line).get("lead", "") == words
    (row,) = csv.DictReader(io.StringIO(made["data/articles.csv"], newline=""))
    assert (row["title"], list(row)) == (harmless(words), list(COLUMNS))


def test_each_role_of_an_actor_is_a_row_with_its_days() -> None:
    early, late = (article("Flood", f"2031-05-0{n}", "Ada Quill and River Watch went.") for n in (1, 3))
    made = files(archive_of([early, late]))
    rows = list(csv.DictReader(io.StringIO(made["data/actors.csv"], newline="")))
    assert [(row["name"], row["role"], row["articles"], row["first"], row["last"]) for row in rows] == [
        ("Ada Quill", "Minister of Rivers", "2", "2031-05-01", "2031-05-03"),
        ("River Watch", "", "2", "", ""),
    ]
    assert list(rows[0]) == list(ROLE_COLUMNS)
    quill, _ = map(json.loads, made["data/actors.jsonl"].splitlines())
    (role,) = quill["roles"]
    assert (role["last"]["date"], role["last"]["article"]) == ("2031-05-03", late.id)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_role_comes_back(words: str) -> None:
    held = replace(ONE, actors=tuple(replace(actor, role=words) for actor in ONE.actors))
    made = files(archive_of([held]))
    (line,) = made["data/actors.jsonl"].splitlines()
    assert json.loads(line)["roles"][0]["role"] == words
    (row,) = csv.DictReader(io.StringIO(made["data/actors.csv"], newline=""))
    assert row["role"] == harmless(words)


HOSTILE = replace(ONE, id="f" * 12, title='=1+"x"\r\n,;\u2028', slug="x")


@pytest.mark.parametrize(
    ("held", "empty"),
    [
        ([ONE, HOSTILE, article("Later", None, "Nobody knows when.")], set()),
        ([replace(ONE, actors=())], {"actors.jsonl.gz"}),
        ([], {"articles.jsonl.gz", "actors.jsonl.gz"}),
    ],
    ids=["some", "no actors", "no articles"],
)
def test_the_data_package_is_valid_and_so_are_its_tables(
    tmp_path: Path, held: list[Article], empty: set[str]
) -> None:
    """It tells of every file but itself, what the records of days look like, and a table without rows and columns, which no reader takes."""
    (tmp_path / "data").mkdir()
    for address, data in made_of(archive_of(held), "https://a.example").items():
        (tmp_path / address).write_bytes(data)
    command = [BINARIES / "frictionless", "validate", "datapackage.json"]
    told = subprocess.run(command, cwd=tmp_path / "data", capture_output=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    resources = json.loads((tmp_path / PACKAGE).read_text("utf-8"))["resources"]
    sizes = {resource["path"]: resource["bytes"] for resource in resources}
    found = {path.name: path.stat().st_size for path in (tmp_path / "data").iterdir()}
    assert sizes == {
        name: size
        for name, size in found.items()
        if name not in empty | {"datapackage.json", "day.schema.json"}
    }


def test_what_the_codebook_says_of_objects_is_what_they_hold() -> None:
    """Every member of every object is told of, and each by its type."""
    kinds = {"string": str, "date": str, "integer": int, "object": dict, "array": list}
    made = files(archive_of([ONE, article("Later", None, "Nobody knows when.")]))
    for file in FILES:
        if file.media == "application/jsonl":
            types = {column.name: kinds[column.type] for column in file.tables[0].columns}
            for line in made[file.address.removesuffix(".gz")].splitlines():
                for name, value in json.loads(line).items():
                    assert value is None or isinstance(value, types[name]), (file.address, name)
    (file,) = (file for file in FILES if file.media == "application/geo+json")
    names = {column.name for column in file.tables[0].columns}
    for feature in json.loads(made[file.address])["features"]:
        assert {"id", "geometry", *feature["properties"]} <= names


def test_the_codebook_tells_of_the_records_of_days_what_their_schema_has() -> None:
    made = files(archive_of([ONE]))
    schema = json.loads(made[SCHEMA])
    told, taken = json.loads(made[PACKAGE])["days"]
    assert (told["pattern"], taken["pattern"]) == ("YYYY/MM/DD.json", "YYYY/MM/DD.md")
    assert [field["name"] for field in told["members"][0]["fields"]] == list(
        schema["$defs"]["Record"]["properties"]
    )


def test_the_database_answers_what_the_archive_knows() -> None:
    bare = replace(PLACES["Northmere"], lat=None, lon=None)
    one = replace(ONE, places=(bare, PLACES["Alderfold"]))
    later = article("Later", None, "Ada Quill said seven people were injured.")
    with database(archive_of([one, later]), "https://a.example") as db:
        ask = "SELECT a.title, p.name, j.mentions, p.latitude FROM articles a JOIN article_place j ON j.article = a.id JOIN places p ON p.id = j.place"
        assert db.execute(ask + " ORDER BY p.name").fetchall() == [
            ("Flood", "Alderfold", 1, 51.4),
            ("Flood", "Northmere", 1, None),
        ]
        ask = "SELECT c.name, j.role FROM article_actor j JOIN actors c ON c.id = j.actor"
        assert db.execute(ask).fetchall() == [("Ada Quill", "Minister of Rivers")] * 2
        days = db.execute("SELECT date, page FROM articles ORDER BY date NULLS LAST").fetchall()
        assert days[0] == ("2031-05-01", "https://a.example/2031/05/01/flood.html")
        assert days[1][0] is None
        ask = "SELECT title, f.value, f.unit, f.unverified, f.place FROM figures f JOIN articles a ON a.id = f.article"
        assert db.execute(ask).fetchall() == [("Later", 7.0, "wounded", 0, None)]
        ask = "SELECT c.name, s.verb, s.words FROM statements s JOIN actors c ON c.id = s.actor"
        assert db.execute(ask).fetchall() == [("Ada Quill", "said", "seven people were injured")]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_database_has_the_columns_that_the_codebook_tells() -> None:
    (file,) = (file for file in FILES if file.address == DATABASE)
    with database(archive_of([ONE])) as db:
        for table in file.tables:
            found = [row[1] for row in db.execute(f"PRAGMA table_info({table.name})")]
            assert found == [column.name for column in table.columns]


def test_the_database_is_the_same_whatever_the_order_of_articles() -> None:
    held = [
        ONE,
        article("Later", None, "Nobody knows when."),
        article("Dry", "2031-05-02", "Alderfold is dry."),
    ]
    assert made_of(archive_of(held))[DATABASE] == made_of(archive_of(held[::-1]))[DATABASE]
    assert (
        json.loads(gzip.decompress(made_of(archive_of(held))[ARTICLES_JSONL]).splitlines()[0])["title"]
        == "Flood"
    )
