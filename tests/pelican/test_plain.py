"""Paragraphs in which Markdown reads nothing: what they become without a reader of Markdown is what they become with one."""

from __future__ import annotations

from html import escape
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from daybook.content import markdown
from daybook.site import annotate as annotating
from daybook.site.annotate import annotate
from daybook.site.parts.body import Body, Mark
from daybook.site.plain import LONGEST, unmarked
from daybook_pelican.sanitise import sanitise

SIGNS = st.text(
    "<>[](){}!*_`#&;:|\\\"'=/-+.~^@ \n\tab1ltamp’—\u00a0\u2028\u3000\u200d\u202e\x02", max_size=40
)
TEXTS = st.one_of(SIGNS, st.text(max_size=40))
PARAGRAPHS = st.one_of(TEXTS, TEXTS.map(lambda text: markdown.escape(markdown.visible(text))))


@given(PARAGRAPHS)
def test_markdown_makes_one_paragraph_of_the_very_text(paragraph: str) -> None:
    text = unmarked(paragraph)
    assume(text is not None)
    assert text is not None
    assert sanitise(paragraph) == f"<p>{escape(text, quote=False)}</p>"


@given(
    st.lists(PARAGRAPHS, min_size=1, max_size=4),
    st.lists(st.tuples(st.text("ab1. ’", min_size=1, max_size=3), st.integers(0, 20)), max_size=4),
)
def test_anchors_and_links_are_the_same_the_long_way(
    paragraphs: list[str], names: list[tuple[str, int]]
) -> None:
    marks = tuple(Mark("actor", words, "s000000", at, f"a{n}") for n, (words, at) in enumerate(names))
    body = Body(tuple(paragraphs), ("s000000",), marks, "en", "ltr")
    with patch.object(annotating, "unmarked", return_value=None):
        long = annotate(body, sanitise)
    assert annotate(body, sanitise) == long


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (
            "Shr 51 cts (vs 3) -- \"profit\"; a&b; 'x' = $1.5/£2 | 4~5?",
            None,
        ),
        (
            'AT &amp;T rose 3 pct -- "very" good; it\'s & so on.',
            'AT &T rose 3 pct -- "very" good; it\'s & so on.',
        ),
        (r"&lt;HNH> said \*so\* on \[page 2]", None),
        (r"&lt;HNH> said \*so\* on \[page\_2\]", "<HNH> said *so* on [page_2]"),
        ("1987. A year", None),
        ("- a list", None),
        ("two\nlines", None),
        ("*marked*", None),
        ("x" * (LONGEST + 1), None),
    ],
)
def test_which_paragraphs_are_plain(paragraph: str, text: str | None) -> None:
    assert unmarked(paragraph) == text
