"""An article's file: exact both ways, and a slip of the pen is a problem that says what was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content import fingerprints, schema
from daybook.content.article_file import KEYS, ArticleFile
from daybook.content.fingerprints import Fingerprints
from daybook.values import Problem

FILE = ArticleFile(
    id="0123456789ab",
    slug="a-title",
    values=dict.fromkeys(KEYS)
    | {
        "title": "A title",
        "date": date(2022, 3, 3),
        "dated": {
            "rule": "posted",
            "words": "on March 3",
            "precision": "minute",
            "confidence": 0.98,
            "time": "07:33",
        },
        "lead": "",
        "lang": "en",
        "dir": "ltr",
    },
    places={
        "gn:1": {
            "id": "gn:1",
            "name": "Kyiv",
            "kind": "city",
            "role": "event",
            "country": "NO",
            "lat": 50.0,
            "lon": -0.1,
        }
    },
    actors={"x": {"id": "x", "name": "X", "kind": "person", "aliases": ["Y", "null"]}},
    seed_path="a b/ü.txt",
    seed_sha256="04" * 32,
    body=("One.", "Two\nlines."),
    prints=Fingerprints({"title": "12345678", "place gn:1": "1e234567"}, ("00000000",), "ffffffff"),
    rejected=("actor congress", "place gn:2"),
)
TEXT = schema.write(FILE)


def test_a_file_comes_back() -> None:
    assert schema.parse(TEXT, "f") == FILE


texts = st.text().map(lambda t: t.encode("utf-8", "replace").decode())


@given(texts.filter(bool), texts, texts, texts)
def test_any_words_come_back(title: str, lead: str, name: str, path: str) -> None:
    file = replace(
        FILE,
        values=FILE.values | {"title": title, "lead": lead, "source.url": lead},
        actors={"x": {"id": "x", "name": name or "X", "kind": "person", "aliases": [lead]}},
        seed_path=path,
    )
    assert schema.parse(schema.write(file), "f") == file


@pytest.mark.parametrize(
    ("old", "new", "expected", "found"),
    [
        ("title: A title", "titel: A title", "'title' perhaps", "unknown key 'titel'"),
        ("title: A title\n", "", "the article's title", "none"),
        ("title: A title", "title: [a]", "title: text", "a list"),
        ("title: A title", "url: https://evil.example\ntitle: A", "the header", "unknown key 'url'"),
        ("title: A title", "save_as: ../index.html\ntitle: A", "the header", "unknown key 'save_as'"),
        ("date: 2022-03-03", "date: May", "a day such as", "'May'"),
        ("date: 2022-03-03", "date: 2022-02-30", "a day such as", "'2022-02-30'"),
        ("precision: minute", "precision: weekly", "dated.precision", "'weekly'"),
        ("precision: minute", "persicion: day", "'precision' perhaps", "persicion"),
        ("kind: city", "kind: cty", "'city' perhaps", "'cty'"),
        ("role: event", "role: evnt", "'event' perhaps", "'evnt'"),
        ("country: 'NO'", "country: Norway", "two capital letters", "'Norway'"),
        ("lat: 50.0", "lat: 95", "from -90 to 90", "'95'"),
        ("lat: 50.0", "lat: nan", "from -90 to 90", "'nan'"),
        ("id: 'gn:1', name: Kyiv", "name: Kyiv", "places, entry 1.id", "None"),
        ("name: Kyiv, ", "", "places, entry 1.name", "none"),
        ("- {id: x, ", "- {id: x, name: X, kind: person}\n- {id: x, ", "each id once", "'x' twice"),
        ("dir: ltr", "dir: left", "ltr or rtl", "'left'"),
        ("id: 0123456789ab", "id: ../../x", "12 hexadecimal digits", "'../../x'"),
        ("slug: a-title", "slug: ../../x", "small letters", "'../../x'"),
        ("title: A title", "title: a: b", "YAML header", "mapping values are not allowed"),
        ("---\nid", "id", "YAML header", "three hyphens"),
        ("places:\n", "places: 3\nrest:\n", "the header", "unknown key 'rest'"),
        ("rejected: [", "rejected: [[a], ", "rejected: a list of words", "a list"),
        ("whole ffffffff", "whole zz", "eight hexadecimal digits", "'whole zz'"),
        ("title 12345678, ", "12345678, ", "eight hexadecimal digits", "'12345678'"),
        ("title 12345678, ", "title 12345678 1e234567, ", "eight hexadecimal digits", "'title 12345678 1e"),
        ("title 12345678, ", "title 12345678, , ", "eight hexadecimal digits", "''"),
        ("title 12345678, ", "title 12345678,", "eight hexadecimal digits", "'title 12345678,place gn:1"),
        ("title 12345678", "whole 12345678", "eight hexadecimal digits", "'whole' twice"),
        ("body 00000000", "body", "eight hexadecimal digits", "'body'"),
        ("fingerprints: title", "fingerprints: [a]\nx: title", "the header", "unknown key 'x'"),
        (
            "fingerprints: title 12345678, place gn:1 1e234567, body 00000000, whole ffffffff",
            "fingerprints: {title: 12345678}",
            "fingerprints: text",
            "a mapping",
        ),
    ],
)
def test_a_slip_is_a_problem_that_says_what_was_meant(old: str, new: str, expected: str, found: str) -> None:
    assert old in TEXT, TEXT
    problem = schema.parse(TEXT.replace(old, new, 1), "articles/x.md")
    assert isinstance(problem, Problem)
    assert (problem.file, problem.set_aside) == ("articles/x.md", True)
    assert expected in problem.expected
    assert found in problem.found


PRINTS = st.dictionaries(
    st.from_regex(r"title|source\.url|(place|actor) [A-Za-z0-9][A-Za-z0-9:._/-]{0,20}", fullmatch=True),
    HEX := st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
)


@given(PRINTS, st.lists(HEX), st.just("") | HEX)
def test_any_fingerprints_come_back(entries: dict[str, str], body: list[str], whole: str) -> None:
    file = replace(FILE, prints=Fingerprints(entries, tuple(body), whole))
    text = schema.write(file)
    assert schema.parse(text, "f") == file
    assert sum(line.startswith("fingerprints: ") for line in text.split("\n")) == 1


@given(st.text(alphabet="bodytiwhle placegn:1, 0af", max_size=60))
def test_no_line_of_fingerprints_raises(line: str) -> None:
    text = TEXT.replace(f"fingerprints: {fingerprints.to_line(FILE.prints)}", f"fingerprints: '{line}'")
    found = schema.parse(text, "f")
    if isinstance(found, ArticleFile):
        assert sorted(fingerprints.to_line(found.prints).split(", ")) == sorted(line.split(", "))


@given(st.text(alphabet="abid:-{}[]'\"\n,# 0", max_size=80))
def test_no_header_raises(text: str) -> None:
    assert isinstance(schema.parse(f"---\n{text}\n---\n", "f"), Problem)


def test_a_person_need_not_write_everything() -> None:
    text = "---\nid: 0123456789ab\nslug: a\ntitle: No\ndate: 2022-03-03\ndated: {rule: hand}\ndir: ltr\n---\nText\n"
    file = schema.parse(text, "f")
    assert isinstance(file, ArticleFile)
    assert file.values["title"] == "No"
    assert file.values["dated"] == {"rule": "hand", "words": "", "precision": "day", "confidence": 1.0}
    assert file.body == ("Text",)
