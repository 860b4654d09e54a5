"""The archive as data: complete, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from daybook.site.archive import Archive
from daybook.site.downloads import COLUMNS, OFFERED, ROLE_COLUMNS, downloads, harmless
from daybook.site.page import SiteInfo
from helpers.held import archive_of, read
from helpers.site_samples import PLACES, article

ONE = article("Flood", "2031-05-01", "Northmere is under water.", "Ada Quill went to Alderfold.")


def files(archive: Archive, url: str = "") -> dict[str, str]:
    """By their addresses, what is gzipped in plain."""
    made = downloads(archive, SiteInfo("Mere", url), read)
    return {
        address.removesuffix(".gz"): gzip.decompress(data).decode() if isinstance(data, bytes) else data
        for address, data in made
    }


def test_what_is_offered_is_what_is_made() -> None:
    made = [address for address, _ in downloads(archive_of([]), SiteInfo("Mere"), read)]
    assert [download.address for download in OFFERED] == made


def test_gzipped_files_bear_neither_name_nor_time() -> None:
    zipped = [
        data for _, data in downloads(archive_of([ONE]), SiteInfo("Mere"), read) if isinstance(data, bytes)
    ]
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
