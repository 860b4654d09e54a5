"""Paragraphs as Markdown: the rendered text is the very text, and what needs no escape has none."""

from __future__ import annotations

import html
import json
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.content.markdown import escape, paragraphs, plain, visible

CASES = Path(__file__).parent / "cases"
PIECES = (CASES / "pieces.txt").read_text(encoding="utf-8").split()
CONVERTERS = {
    "plain": markdown.Markdown(),
    "with attribute lists, footnotes, tables": markdown.Markdown(extensions=["extra"]),
}


def comes_back(text: str) -> None:
    shown = visible(text)
    if not shown:
        return
    made = escape(shown)
    assert plain(made) == shown
    assert paragraphs(f"\n{made}\n") == (made,)
    for converter in CONVERTERS.values():
        rendered = converter.reset().convert(made)
        assert rendered.startswith("<p>")
        assert rendered.endswith("</p>")
        assert "<" not in rendered[3:-4]
        assert html.unescape(rendered[3:-4]) == shown


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    comes_back(text)


@given(st.lists(st.sampled_from([*PIECES, " "]), max_size=12).map("".join))
def test_markup_comes_back_as_text(text: str) -> None:
    comes_back(text)


def test_public_markup_comes_back_as_text(shared: Path) -> None:
    for line in (shared / "data/hostile/markup.txt").read_text(encoding="utf-8").split("\n")[::25]:
        comes_back(line)


@pytest.mark.parametrize(
    "text",
    [
        "It’s over – “no deal”, he said (again); see p. 4: 50% of $10, at 7:33 AM…",
        "U.S.-led talks; R&D, AT&T and Q&A",
        "a snake_case_name, 3 + 4 = 7, x|y, ~10 km, e-mail a@b.example",
        "The 1. FC, the -5 degrees and #1",
        "https://example.org/a?b=c&d=e#f",
        "Київ, Łódź, 北京, مرحبا",
    ],
)
def test_ordinary_news_needs_no_escape(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("1. Mai", "1\\. Mai"),
        ("2022) x", "2022\\) x"),
        ("- a", "\\- a"),
        ("-5 degrees", "-5 degrees"),
        ("# a", "\\# a"),
        ("> a", "\\> a"),
        ("*a*", "\\*a\\*"),
        ("a <b>", "a &lt;b>"),
        ("&copy; &copy", "&amp;copy; &copy"),
        ("[a](b)", "\\[a](b)"),
        ("C:\\new\\*", "C:\\new\\\\\\*"),
    ],
)
def test_what_is_escaped(text: str, made: str) -> None:
    assert escape(text) == made


def test_what_nobody_sees_is_gone() -> None:
    assert visible("a\u0000\u202eb\u200b \r\n\t c\u00ad\ufeff\ud800") == "ab c"
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


def test_paragraphs_are_parted_at_empty_lines() -> None:
    assert paragraphs("\r\n\r\na\r\nb\r\n \t\r\n\r\n\r\nc  \n") == ("a\nb", "c")
    assert paragraphs(" \n\n") == ()


def test_awkward_texts_come_back() -> None:
    for text in json.loads((CASES / "texts.json").read_text(encoding="utf-8")):
        comes_back(text)
