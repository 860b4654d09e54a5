"""Anchors and links in an article's text."""

from __future__ import annotations

from collections import Counter
from html import escape as escape_html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from daybook.site.annotate import annotate
from daybook.site.late import settle
from daybook.site.parts.body import Body, Mark, body
from daybook.words import ENGLISH
from helpers.site_samples import ARTICLES, article

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=60
)


def plain(paragraph):
    """A paragraph as a renderer of plain text would give it."""
    return f"<p>{escape_html(paragraph, quote=False)}</p>"


class Values(dict):
    """Of every token: its name, as an address or in capitals."""

    def __missing__(self, name):
        return name if name[0].isupper() else f"{name}.html"


def settled(prose):
    return [settle(paragraph, Values()) for paragraph in prose.paragraphs]


def text_of(prose):
    return ["".join(html.fragment_fromstring(p, create_parent="div").itertext()) for p in settled(prose)]


def tree(prose):
    return html.fragment_fromstring("".join(settled(prose)), create_parent="div")


def marked(body, render=plain):
    return [(a.text_content(), a.get("href")) for a in tree(annotate(body, render)).iter("a")]


def mark(words, sentence="s000000", offset=0):
    return Mark("place", words, sentence, offset, "p0")


def test_each_name_is_a_link_once_and_each_sentence_an_anchor():
    prose = annotate(body(ARTICLES[0], ENGLISH), plain)
    links = [(a.text, a.get("href"), a.get("title")) for a in tree(prose).iter("a")]
    assert links == [
        ("Northmere", "p0.html", None),
        ("Tomas Reed", "a1.html", None),
        ("Ada Quill", "a0.html", None),
        ("Alderfold", "p1.html", None),
        ("Merlanders", "p2.html", None),
    ]
    assert [e.get("id") for e in tree(prose).iter("span")] == [s.id for s in ARTICLES[0].sentences]
    assert (prose.gone, prose.unplaced) == ((), ())


def test_a_sentence_that_is_gone_is_named_and_its_names_are_found_by_their_words():
    held = article("Title", "2031-05-02", "Northmere is dry. Alderfold is wet.")
    before = body(held, ENGLISH)
    after = Body(("All of Northmere is dry now.",), before.sentences, before.marks, "en", "ltr")
    prose = annotate(after, plain)
    assert prose.gone == before.sentences
    assert marked(after) == [("Northmere", "p0.html")]
    assert [m.words for m in prose.unplaced] == ["Alderfold"]


def test_a_longer_name_covers_the_one_within():
    held = Body(("The Bank of Merland closed.",), (), (mark("Bank of Merland"), mark("Merland")), "en", "ltr")
    assert [words for words, _ in marked(held)] == ["Bank of Merland"]
    assert annotate(held, plain).unplaced == (mark("Merland"),)


def test_words_are_no_part_of_longer_words():
    held = Body(("Romania and Oman.",), (), (mark("Oman"),), "en", "ltr")
    assert text_of(annotate(held, plain)) == ["Romania and Oman."]
    assert tree(annotate(held, plain)).find(".//a").getprevious() is None
    assert marked(held) == [("Oman", "p0.html")]


def test_no_link_within_a_link_of_the_text():
    held = Body(("*x*",), (), (mark("Oman"),), "en", "ltr")
    assert marked(held, lambda _: '<p>See <a href="https://example.org">Oman</a>.</p>') == [
        ("Oman", "https://example.org")
    ]


def test_a_sentence_over_several_elements_has_its_id_once():
    held = Body(("*x*",), (), (mark("Oman"),), "en", "ltr")
    prose = annotate(held, lambda _: "<p>He <em>said in Oman</em> so. Then left.</p>")
    ids = [e.get("id") for e in tree(prose).iter("span") if e.get("id")]
    assert len(ids) == len(set(ids)) == 2
    assert text_of(prose) == ["He said in Oman so. Then left."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a</p>\n<p>b</p>", ["a\nb"]),
        ("<ul><li>one</li><li>two</li></ul>", ["onetwo"]),
        ("plain &lt;b&gt; text", ["plain <b> text"]),
        ("", [""]),
        ("<p>\x00a\x0b\ufffe</p>", ["a"]),
    ],
)
def test_text_stays_whatever_the_markup(markup, text):
    assert text_of(annotate(Body(("*x*",), (), (), "en", "ltr"), lambda _: markup)) == text


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, max_size=5), st.integers(0, 80))
def test_text_is_unchanged_and_ids_are_unique(paragraphs, names, offset):
    marks = tuple(mark(name, offset=offset) for name in [*names, *(p[:3] for p in paragraphs)])
    before = [html.fragment_fromstring(plain(p), create_parent="div").text_content() for p in paragraphs]
    prose = annotate(Body(tuple(paragraphs), (), marks, "en", "ltr"), plain)
    assert text_of(prose) == before
    ids = Counter(e.get("id") for e in tree(prose).iter("span") if e.get("id"))
    assert all(count == 1 for count in ids.values())
    assert all(a.get("href") == "p0.html" for a in tree(prose).iter("a"))
