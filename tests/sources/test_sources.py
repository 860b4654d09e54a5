"""Whose copy an article is, by case files: the text, a marker line, one line a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybook import clean, sources
from daybook.content.authority import Authority, Outlet
from daybook.values import Mention, RawArticle

NOBODY = Authority()
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def found_in(layer: str, authority: Authority = NOBODY) -> tuple[Mention, ...]:
    raw = RawArticle("a.txt", "0" * 64, "text/plain", layer)
    return sources.find(raw, clean.clean(raw, authority), authority)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_source_by_the_articles_own_words(case: Path) -> None:
    layer, expected = case.read_text(encoding="utf-8").split("=====\n")
    found = found_in(layer)
    assert [f"{m.role} {m.rule} {m.target}" for m in found] == expected.splitlines()
    assert all(layer[m.start : m.end] == m.words for m in found)


def test_the_authority_file_names_the_agency() -> None:
    layer = (CASES[0].parent / "dateline.txt").read_text(encoding="utf-8").split("=====\n")[0]
    known = Authority(sources=(Outlet("Reuters News", aliases=("Reuters",)),))
    assert [m.target for m in found_in(layer, known)] == ["Reuters News"]


def test_a_long_line_of_capitals_is_read_once() -> None:
    assert found_in("Title here\n\n" + "A" * 200_000 + " reviewed by " + "A " * 100_000) == ()
