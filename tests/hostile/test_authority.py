"""What people wrote into content/authority/ is text as well: it becomes no markup, no path, no template, no link."""

from __future__ import annotations

import csv
import gzip
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from helpers import pages
from helpers.archive import Archive, new_archive
from helpers.islands import islands

HOSTILE = {
    "markup": "<img src=x onerror=alert(7)><script>alert(7)</script>",
    "quotes": "\"'><svg onload=alert(7)> ' \" `",
    "turned": "Evil \u202egnirts\u202c Name\u200b",
    "long": "Very " * 400 + "Long",
    "path": "../../../etc/passwd",
    "template": "{{ 7 * 191 }}{% include 'base.html' %}${7*191}",
    "link": "[a](javascript:alert(7)) javascript:alert(7)",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "entity": "&lt;b&gt; ]]> --> </title></textarea>",
    "page": "index",
    "signs": "... / \\ : ? # %2e%2e",
}
"""Names that a person gives, by what each tries."""

PEOPLE = ("Anna", "Boris", "Clara", "Dmitri", "Elena", "Felix", "Greta", "Henrik", "Irina", "Jonas", "Katya")
SURNAME = "Morozovsky"
"""The articles call each of them by name; the authority file calls them otherwise."""

OUTLET = "The Harbour Gazette"


@dataclass(frozen=True, slots=True)
class Built:
    archive: Archive
    names: frozenset[str]
    """Of the actors that pages show."""


def _authority(folder: Path) -> None:
    actors = [
        {
            "id": f"person-{key}",
            "name": name,
            "kind": "person",
            "aliases": [f"{first} {SURNAME}"],
            "role": name,
        }
        for first, (key, name) in zip(PEOPLE, HOSTILE.items(), strict=True)
    ]
    places = [
        {
            "id": f"my:{key}",
            "name": name,
            "kind": "city",
            "country": "UA",
            "lat": 50.5,
            "lon": 30.5,
            "aliases": [f"{key.title()}holm"],
        }
        for key, name in HOSTILE.items()
    ]
    events = [{"id": "event", "name": HOSTILE["markup"], "first": "2022-02-24", "words": ["invasion"]}]
    sources = [{"name": HOSTILE["quotes"], "aliases": [OUTLET], "drop": [HOSTILE["markup"]]}]
    for name, entries in (("actors", actors), ("places", places), ("events", events), ("sources", sources)):
        text = yaml.safe_dump(entries, allow_unicode=True).replace("'2022-02-24'", "2022-02-24")
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    archive = new_archive(tmp_path_factory.mktemp("authority") / "archive")
    _authority(archive.content / "authority")
    for number, (first, key) in enumerate(zip(PEOPLE, HOSTILE, strict=True)):
        town, person = f"{key.title()}holm", f"{first} {SURNAME}"
        for again in range(2):
            text = (
                f"{town} in the evening\n\n{town.upper()}, March {number + 2} – Mr. {person} met people in {town} on the "
                f"sixth day of the invasion. “We shall stay,” {person} said in {town}, report {again}.\n\n{HOSTILE['markup']}\n"
            )
            header = (
                f"title: {town} in the evening {again}\ndate: 2022-03-{number + 2:02}\noutlet: {OUTLET}\n"
            )
            (archive.seeds / f"{key}-{again}.txt").write_text(f"---\n{header}---\n{text}", encoding="utf-8")
    archive.build()
    lines = gzip.decompress((archive.output / "data/actors.jsonl.gz").read_bytes()).splitlines()
    return Built(archive, frozenset(json.loads(line)["name"] for line in lines))


def test_the_names_are_used(built: Built) -> None:
    """Else the other tests would say nothing."""
    assert {HOSTILE["markup"], HOSTILE["template"], HOSTILE["path"], HOSTILE["formula"]} <= built.names
    assert {path.stem for path in (built.archive.output / "places").glob("*.html")} > {"index"}
    assert not built.archive.set_aside()


def test_no_name_is_markup(built: Built, five: Archive) -> None:
    strange = pages.vocabulary(built.archive.output) - pages.vocabulary(five.output)
    assert sorted(tag for tag, name in strange if not name) == []
    assert sorted(name for _, name in strange if name.startswith("on") or name in ("style", "srcdoc")) == []
    assert {
        page.name: what for page in pages.pages(built.archive.output) if (what := pages.executable(page))
    } == {}


def test_no_name_is_a_path(built: Built) -> None:
    assert pages.bad_paths(built.archive.output) == []
    assert pages.broken_links(built.archive.output) == []
    beside = {path.name for path in built.archive.root.iterdir() if not path.name.startswith(".")}
    assert beside <= {
        "seeds",
        "content",
        "output",
        "theme",
        "pelican.conf.py",
        "build",
        "cache",
        "__pycache__",
    }


def test_no_name_is_a_template(built: Built) -> None:
    files = [
        path
        for path in built.archive.output.rglob("*")
        if path.suffix in (".html", ".xml", ".js") and "theme" not in path.parts
    ]
    assert not [path for path in files if b"1337" in path.read_bytes()]
    shown = [path for path in files if "{{ 7 * 191 }}" in path.read_text(encoding="utf-8")]
    assert [path for path in shown if path.parent.name == "actors"]


def test_no_name_turns_the_text_around_it(built: Built) -> None:
    assert pages.unseen_characters(built.archive.output) == []


def test_no_name_is_a_formula(built: Built) -> None:
    for name in ("articles", "actors"):
        text = (built.archive.output / f"data/{name}.csv").read_text(encoding="utf-8")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_data_islands_parse_back(built: Built) -> None:
    assert islands(built.archive)


def test_a_line_that_a_person_named_is_left_out_and_shown_as_text(built: Built) -> None:
    raw = next(iter(sorted(built.archive.output.rglob("*.raw.html"))))
    left_out = pages.parsed(raw).xpath("//*[contains(@class, 'raw')]//del")
    assert HOSTILE["markup"] in [each.text_content() for each in left_out]
