"""Nothing but a short list of elements and http links leaves the sanitiser, whatever goes in."""

from __future__ import annotations

import os
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook_pelican.sanitise import (
    DEEPEST,
    LONGEST_BLOCK,
    LONGEST_TEXT,
    MOST_BLOCKS,
    MOST_MARKS,
    TAGS,
    sanitise,
    written,
)

CASES = Path(__file__).parent / "cases"
SHARED = Path(os.environ.get("DAYBOOK_SHARED", Path(__file__).parents[3] / "shared"))
PUBLIC = SHARED / "data" / "hostile" / "markup.txt"

MARKS = "<>[](){}!*_`#&;:|\\\"'=/-+.~ \n\tab1\x02\x03\x00\u202e"


class Checker(HTMLParser):
    """Collects what is not allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        allowed = {"href": ("http://", "https://"), "rel": ("noopener noreferrer",)} if tag == "a" else {}
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attributes:
            if not (value or "").startswith(allowed.get(name, ())):
                self.wrong.append(f"{tag} {name}={value!r}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}")

    def handle_data(self, data: str) -> None:
        self.text += data


def check(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    return checker


def cases() -> list[str]:
    lines = (CASES / "markdown.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n") for line in lines if not line.startswith("# Markdown that")]


def public() -> list[str]:
    return PUBLIC.read_text(encoding="utf-8", errors="replace").splitlines() if PUBLIC.is_file() else []


@pytest.mark.parametrize("markdown", cases())
def test_vectors_leave_nothing_but_text(markdown: str) -> None:
    assert check(sanitise(markdown)).wrong == []


@pytest.mark.skipif(not PUBLIC.is_file(), reason="the public list of hostile markup is not at hand")
@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.soak)])
def test_public_vectors_leave_nothing_but_text(step: int) -> None:
    assert [line for line in public()[::step] if check(sanitise(line)).wrong] == []


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(MARKS, max_size=300),
        st.lists(st.sampled_from(cases()), max_size=4).map("".join),
        st.text(max_size=80),
    )
)
def test_nothing_leaves_but_the_allowed(markdown: str) -> None:
    assert check(sanitise(markdown)).wrong == []


@settings(max_examples=150)
@given(
    st.text(
        st.characters(
            categories=("L", "N", "P", "S", "Zs"), exclude_characters="*_`\\<>&[]#|~+=-.!(){}:\"'1234567890"
        ),
        max_size=60,
    )
)
def test_plain_words_stay(words: str) -> None:
    assert check(sanitise(words)).text.split() == words.split()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One *two* **three**", "<p>One <em>two</em> <strong>three</strong></p>"),
        ("# A\n\n##### B", "<h2>A</h2>\n<h4>B</h4>"),
        ("1\\. May &lt;b&gt; &amp;c", "<p>1. May &lt;b&gt; &amp;c</p>"),
        ("\\<b> \\& \\_x\\_", "<p>&lt;b&gt; &amp; _x_</p>"),
        ("> said\n\n- one\n- two", "<blockquote>\n<p>said</p>\n</blockquote>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("[x](https://a.example/?b=1&c=2)", '<p><a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer">x</a></p>'),
        ("![a map](https://a.example/m.png)", "<p>![a map](https://a.example/m.png)</p>"),
    ],
)  # fmt: skip
def test_markdown_of_articles(markdown: str, html: str) -> None:
    assert sanitise(markdown) == html


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * (MOST_MARKS + 1),
        "word [x](https://a.example/) " * (LONGEST_BLOCK // 25),
        "> " * (DEEPEST + 1) + "deep",
        "    " * (DEEPEST + 1) + "- deep",
        "<a " * 50_000,
        "`" * 200_000,
        "a\n\n" * (MOST_BLOCKS + 1),
        "word " * (LONGEST_TEXT // 5 + 1),
    ],
    ids=lambda markdown: f"{markdown[:4]!r} {len(markdown)}",
)
def test_beyond_the_bounds_a_text_is_shown_as_it_stands(markdown: str) -> None:
    checker = check(sanitise(markdown))
    assert checker.wrong == []
    assert checker.text.split() == markdown.split()


def test_one_bad_paragraph_costs_no_other() -> None:
    html = sanitise(f"*good*\n\n{'[' * (MOST_MARKS + 1)}\n\n**good too**")
    assert html.startswith("<p><em>good</em></p>")
    assert html.endswith("<p><strong>good too</strong></p>")


def test_nothing_unseen_is_kept() -> None:
    assert sanitise("a\x00b\x02c\u202ed\ufeffe\x7ff") == "<p>abcdef</p>"


TABLE = "| set | <b>found</b> |\n|:--|--:|\n| <script>alert(7)</script> | [a](javascript:alert(7)) |"


def test_a_page_that_a_person_wrote_has_tables() -> None:
    made = written(TABLE)
    assert made.count('<th scope="col">') == 2
    assert "&lt;script&gt;" in made
    assert "<script" not in made
    assert "javascript" not in made.replace("[a](javascript", "")
    assert "style" not in made


def test_an_article_has_none() -> None:
    assert "<t" not in sanitise(TABLE)
