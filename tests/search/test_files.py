"""The files of the search: pure, whole, safe as scripts, and the very ones that the browser's tests read."""

import marshal
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.search import Name, Names, SearchDocument, build, row_of
from daybook.search.script import script
from search.samples import CASES, NAMES, addresses, built, documents, files, stories
from search.scripts import handed


def test_the_files_of_the_browser_tests_are_what_build_writes() -> None:
    held = {path.relative_to(CASES).as_posix(): path.read_bytes() for path in (CASES / "files").iterdir()}
    held |= {name: (CASES / name).read_bytes() for name in ("whole.json", "aliases.json", "digits.json")}
    assert held == files(), "run `python -m search.samples` in tests/ and look at the difference"


def test_the_order_of_the_documents_changes_no_byte() -> None:
    listed = list(documents())
    assert list(built(listed).items()) == list(built(reversed(listed)).items())


def test_a_row_survives_being_kept() -> None:
    listed = list(documents())
    kept = marshal.loads(marshal.dumps([row_of(document) for document in listed]))
    assert dict(build(kept, addresses(listed), NAMES, stories(listed))) == built(listed)


@given(st.text(), st.text())
def test_any_text_is_handed_over_unchanged_and_ends_no_script(title: str, place: str) -> None:
    names = Names(places={"p": Name("p", place, (title,))})
    article = SearchDocument("1", title, (title,), places=("p",), told=("p",))
    for path, data in built([article], names).items():
        name, value = handed(data)
        assert f"{name}.js" == path
        assert b"<" not in data
        assert "\u2028" not in data.decode()
        if name == "articles-0":
            assert (value[0], value[1][0][5]) == ([place], title)


def test_markup_that_ends_scripts_stays_data() -> None:
    assert script("facets", "</script><!--\u2028") == (
        b'daybookSearch.receive("facets","\\u003c/script\\u003e\\u003c!--\\u2028");\n'
    )


def _titles(made: dict[str, bytes]) -> list[str]:
    return [article[5] for article in handed(made["articles-0.js"])[1][1]]


def test_newest_first_undated_last_ties_by_id() -> None:
    given = [
        SearchDocument("b", "B", (), "2022-03-02"),
        SearchDocument("z", "Z", ()),
        SearchDocument("a", "A", (), "2022-03-02"),
        SearchDocument("c", "C", (), "2022-03-03"),
    ]
    made = built(given)
    assert _titles(made) == ["C", "A", "B", "Z"]
    assert handed(made["days.js"])[1] == [["2022-03-03", 1], ["2022-03-02", 2], ["", 1]]


def test_an_empty_archive_has_its_files() -> None:
    made = built([])
    assert handed(made["directory.js"])[1]["documents"] == 0
    assert handed(made["city.js"])[1] == []
    assert "vocabulary.js" in made


def test_a_name_found_by_an_alias_alone_is_told_with_it() -> None:
    entries: dict[str, Any] = {}
    for path, data in built(documents()).items():
        if path.startswith("terms-"):
            entries |= {entry[0]: entry[2] for entry in handed(data)[1]}
    assert entries["nordhafen"] == [["Northport", "Nordhafen"]]
    assert entries["northport"] == 0


@pytest.mark.parametrize("field", ["places", "actors"])
def test_a_name_that_the_archive_does_not_know_is_left_out(field: str) -> None:
    article = replace(next(documents()), **{field: ("nobody-knows",)})
    assert _titles(built([article])) == [article.title]
