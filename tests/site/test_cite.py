"""Citations: what libraries read out of them is what the article says, whatever its words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pybtex.database
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from daybook.site import cite
from daybook.site.cite import Cited, Site
from daybook.values import FoundDate, Source
from helpers.archive import ROOT
from helpers.site_samples import article

CASES = json.loads((ROOT / "tests/cite/cases.json").read_text(encoding="utf-8"))
SITE = Site("A Daybook", "https://example.org")
ADDRESS = "2022/03/02/x.html"
PRECISIONS = {4: "year", 7: "month", 10: "day"}

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def cited(title: str, by: str, source: str, issued: str = "2022-03-02", lang: str = "en", url: str = "", address: str = ADDRESS) -> Cited:  # fmt: skip
    """Of an article that says so."""
    found = issued and FoundDate(
        date.fromisoformat(issued + "-01-01"[len(issued) - 10 :] if len(issued) < 10 else issued),
        "test",
        "on that day",
        PRECISIONS[len(issued)],  # type: ignore[arg-type]
    )
    one = replace(article("x", None), title=title, source=Source(source, None, by, url), date=found or None, lang=lang)  # fmt: skip
    return cite.cited(one, address)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_form_is_as_the_case_says(case: dict[str, Any]) -> None:
    of, site = cited(**case["cited"]), Site(**case["site"])
    assert json.loads(cite.csl([of], site)) == [case["csl"]]
    assert cite.bibtex([of], site) == case["bib"]
    assert cite.ris([of], site) == case["ris"]
    assert cite.plain(of, site) + "\n" == case["txt"]


@given(WORDS, WORDS, WORDS)
def test_bibtex_gives_the_words_back(title: str, by: str, source: str) -> None:
    of = cited(title, by, source)
    (entry,) = pybtex.database.parse_string(cite.bibtex([of], SITE), "bibtex").entries.values()
    assert entry.key == "2022-03-02-x"
    assert (entry.fields["year"], entry.fields["month"]) == ("2022", "March")
    assert printed(entry.fields["title"]) == of.title
    assert printed(entry.fields.get("journal", "")) == of.source
    assert [printed(str(person)) for person in entry.persons.get("author", ())] == [of.by] * bool(of.by)


NAMED = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
TEX = re.compile(r"\\text([a-z]+)\{\}|\\([$&#%_])|[{}]|([^\\{}~^$&#%_])")


def printed(tex: str) -> str:
    """What TeX prints of it; an error where one of its own signs stands bare."""
    found = list(TEX.finditer(tex))
    assert "".join(match[0] for match in found) == tex
    return "".join(NAMED[m[1]] if m[1] else m[2] or m[3] or "" for m in found)


@given(WORDS, WORDS, WORDS)
def test_ris_gives_the_words_back(title: str, by: str, source: str) -> None:
    of = cited(title, by, source)
    (entry,) = rispy.loads(cite.ris([of, of], SITE))[:1]
    assert entry.get("title", "") == of.title
    assert entry.get("authors", [""]) == [of.by]
    assert entry.get("secondary_title", "") == of.source
    assert (entry["year"], entry["date"], entry["urls"]) == ("2022", "2022/03/02", [f"https://example.org/{ADDRESS}"])  # fmt: skip


@given(WORDS)
def test_csl_gives_the_words_back(title: str) -> None:
    (entry,) = json.loads(cite.csl([cited(title, "", "")], SITE))
    assert entry.get("title", "") == cited(title, "", "").title


@given(st.lists(st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1)))
def test_words_stay_and_stand_on_one_line(words: list[str]) -> None:
    assert cited("\r\n".join(words), "", "").title == " ".join(words)


def test_only_an_address_of_the_web_is_one() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "/x", ""):
        assert cited("x", "", "", url=url).url == ""
    assert cited("x", "", "", url="https://a.example/{x}\\\n").url == "https://a.example/%7Bx%7D%5C"
