"""The files of the search: pure, whole, safe as scripts, and the very ones that the browser's tests read."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from daybook.search import Name, SearchDocument, build
from daybook.search.script import script
from search.samples import CASES, documents, files


def test_the_files_of_the_browser_tests_are_what_build_writes() -> None:
    held = {path.relative_to(CASES).as_posix(): path.read_bytes() for path in (CASES / "files").iterdir()}
    held["whole.json"] = (CASES / "whole.json").read_bytes()
    assert held == files(), "run `python -m search.samples` in tests/ and look at the difference"


def test_the_order_of_the_documents_changes_no_byte() -> None:
    listed = list(documents())
    assert list(build(listed)) == list(build(reversed(listed)))


def _read(data: bytes) -> tuple[str, object]:
    call = data.decode().removeprefix("daybookSearch.receive(").removesuffix(");\n")
    name, _, value = call.partition(",")
    return json.loads(name), json.loads(value)


@given(st.text(), st.text())
def test_any_text_is_handed_over_unchanged_and_ends_no_script(title: str, place: str) -> None:
    article = SearchDocument("1", title, "a.html", (title,), places=(Name("p", place),))
    if any("\ud800" <= c <= "\udfff" for c in title + place):
        return
    for path, data in build([article]):
        name, value = _read(data)
        assert f"{name}.js" == path
        assert b"<" not in data
        assert "\u2028" not in data.decode()
        if name == "articles-0":
            assert (value[0]["title"], value[0]["places"]) == (title, [[place]])


def test_markup_that_ends_scripts_stays_data() -> None:
    assert script("facets", "</script><!--\u2028") == (
        b'daybookSearch.receive("facets","\\u003c/script\\u003e\\u003c!--\\u2028");\n'
    )


def test_every_posting_of_the_whole_index_is_in_one_shard() -> None:
    whole = json.loads((CASES / "whole.json").read_bytes())
    scores = {}
    for reference, elements in whole["fieldVectors"]:
        for number, score in zip(elements[::2], elements[1::2], strict=True):
            scores[reference, number] = round(score * 1000)
    found = {}
    for path in sorted((CASES / "files").glob("terms-*.js")):
        for _term, number, *columns in _read(path.read_bytes())[1]:
            for field, column in zip(whole["fields"], columns, strict=True):
                article = 0
                for step, score in zip(column[::2], column[1::2], strict=True):
                    article += step
                    found[f"{field}/{article}", number] = score
    assert found == scores


def test_newest_first_undated_last_ties_by_id() -> None:
    day = date(2022, 3, 2)
    given = [
        SearchDocument("b", "B", "b.html", (), day),
        SearchDocument("z", "Z", "z.html", ()),
        SearchDocument("a", "A", "a.html", (), day),
        SearchDocument("c", "C", "c.html", (), date(2022, 3, 3)),
    ]
    made = dict(build(given))
    assert [record["id"] for record in _read(made["articles-0.js"])[1]] == ["c", "a", "b", "z"]
    assert _read(made["facets.js"])[1]["days"] == [["2022-03-03", 1], ["2022-03-02", 2], ["", 1]]


def test_an_empty_archive_has_its_files() -> None:
    made = dict(build([]))
    assert _read(made["directory.js"])[1]["documents"] == 0
    assert _read(made["facets.js"])[1]["city"] == {"names": [], "of": []}
    assert Path("vocabulary.js").name in made
