"""Cleaning: each file of cases/ is a text, a line `===`, and what must be found in it.

`title`, `dateline`, `byline` and `lang` lines where there is one; `+` a paragraph; `-` a dropped span that must be there.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.clean import clean
from daybook.content.authority import Authority, Outlet
from daybook.values import CleanText, RawArticle, Stated

HEADS = (Path(__file__).parent / "heads.txt").read_text(encoding="utf-8").split("=====\n")
"""Pages, and behind `>>>` the headline of each."""
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def raw(layer: str, **more: object) -> RawArticle:
    return RawArticle("a.txt", "0" * 64, "text/plain", layer, **more)  # type: ignore[arg-type]


def told(layer: str, text: CleanText) -> list[str]:
    """What was found, in the words of the case files."""
    lines = [f"title {text.title}" + (" (derived)" if text.title_derived else "")]
    if text.dateline:
        line = text.dateline
        lines.append(f"dateline {line.words} | {line.place} | {line.date} | {line.agency}")
    if text.byline:
        lines.append(f"byline {text.byline}")
    if text.lang != "en":
        lines.append(f"lang {text.lang} {text.dir}")
    lines += ["+ " + " ".join(layer[span.start : span.end].split()) for span in text.paragraphs]
    return lines + [f"- {span.why} | {layer[span.start : span.end]}" for span in text.dropped]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    layer, _, expected = path.read_text(encoding="utf-8").partition("===\n")
    found = told(layer, clean(raw(layer), Authority()))
    wanted = expected.splitlines()
    assert [line for line in found if line[0] != "-"] == [line for line in wanted if line[0] != "-"]
    assert {line for line in wanted if line[0] == "-"} <= set(found)


@pytest.mark.parametrize("page", HEADS, ids=lambda page: page.rpartition(">>> ")[2][:40].strip())
def test_headline(page: str) -> None:
    layer, _, headline = page.rpartition("\n>>> ")
    text = clean(raw(layer), Authority())
    assert (text.title, text.title_derived) == (headline.strip(), False)
    check_cover(layer, text)


def spans_of(text: CleanText) -> list[tuple[int, int]]:
    spans = [(s.start, s.end) for s in (*text.paragraphs, *text.dropped)]
    spans += [(s.start, s.end) for s in (text.title_span, text.dateline) if s is not None]
    return sorted(spans)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_spans_cover_all_but_white_space(path: Path) -> None:
    layer = path.read_text(encoding="utf-8").partition("===\n")[0]
    check_cover(layer, clean(raw(layer), Authority()))


def check_cover(layer: str, text: CleanText) -> None:
    at = 0
    for start, end in spans_of(text):
        assert start >= at, "two spans share a character"
        assert not layer[at:start].strip()
        at = end
    assert not layer[at:].strip()


PIECES = st.sampled_from(
    [
        "Kyiv — ",
        "Title here",
        "\n",
        "\n\n",
        "By Jane Roe",
        "Read more: x",
        "He said so.",
        "Mar 3, 2022",
        "(AP)",
        " ",
        "Photo: AP",
        "«Так».",
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
def test_any_text_is_covered(layer: str) -> None:
    text = clean(raw(layer), Authority())
    check_cover(layer, text)
    for sentence in text.sentences:
        paragraph = text.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end


def test_stated_title_is_found_in_the_layer() -> None:
    layer = "Frost takes the harvest!\n\nThe frost took the harvest, growers said."
    text = clean(raw(layer, stated=Stated(title="Frost takes the harvest", origin="json")), Authority())
    assert text.title == "Frost takes the harvest"
    assert text.title_span is not None
    assert len(text.paragraphs) == 1


def test_header_is_dropped() -> None:
    layer = "Title: Frost\n\nThe frost took the harvest."
    text = clean(raw(layer, stated=Stated(title="Frost", origin="header"), body_start=14), Authority())
    assert [(s.start, s.end, s.why) for s in text.dropped] == [(0, 14, "header")]


def test_outlet_lines_that_a_person_named() -> None:
    layer = "Frost takes the harvest\n\nThe frost took it.\n\nValley Post, since 1901"
    authority = Authority(sources=(Outlet("Valley Post", drop=("valley post, since 1901",)),))
    text = clean(raw(layer), authority)
    assert [s.why for s in text.dropped] == ["outlet"]


@pytest.mark.parametrize(
    ("line", "stated", "dropped"),
    [
        ("Valley Post, since 1901", None, True),
        ("Valley …", None, True),
        ("VALLEY POST…", "The Post", True),
        ("Valley …", "Hill Herald", False),
        ("Post, since …", None, False),
        ("…", None, False),
    ],
)
def test_lines_of_an_outlet_may_go_on(line: str, stated: str | None, dropped: bool) -> None:
    layer = "Frost takes the harvest\n\nThe frost took it.\n\nValley Post, since 1901"
    outlets = (Outlet("Valley Post", aliases=("The Post",), drop=(line,)), Outlet("Hill Herald"))
    text = clean(raw(layer, stated=Stated(outlet=stated, origin="json")), Authority(sources=outlets))
    assert ("outlet" in [span.why for span in text.dropped]) is dropped


def test_long_first_sentence_gives_a_bounded_title() -> None:
    text = clean(raw("word " * 400 + "end."), Authority())
    assert text.title is not None
    assert text.title_derived
    assert len(text.title) <= 241
    assert text.title.endswith("word…")


@pytest.mark.parametrize(
    "piece", ["a ", "[", "x", ". ", "a\n", "U.S. ", "March 3 ", "Read more: x\n\n", "(a/", "- "]
)
def test_large_input_is_linear(piece: str) -> None:
    """Quadratic work on 120 kB would show; the suite's patience is the bound."""
    layer = piece * (120_000 // len(piece))
    check_cover(layer, clean(raw(layer), Authority()))


TEXTS = [
    f"The frost of night number {n} took half of the apricots, growers in the valley said." for n in range(6)
]


def page(*marked: str) -> tuple[RawArticle, CleanText]:
    """A page of an outlet with teasers under the article; `marked` is what an extractor takes for the article."""
    teasers = [
        f"In village number {n} the fire brigade was out until the morning, it was said." for n in range(9)
    ]
    lines = [
        "Home",
        "News",
        "Frost takes the harvest",
        *TEXTS,
        "Other news",
        *teasers,
        "Contact",
        "Terms of use",
    ]
    layer = "\n".join(lines)
    spans = tuple((layer.index(line), layer.index(line) + len(line)) for line in marked or teasers)
    found = raw(layer, stated=Stated(title=lines[2], origin="html"), article=spans)
    text = clean(found, Authority())
    check_cover(layer, text)
    return found, text


def test_what_an_extractor_left_out_is_told() -> None:
    found, text = page(*TEXTS)
    assert [found.layer[span.start : span.end] for span in text.paragraphs] == TEXTS
    assert text.title_span is not None
    whys = {found.layer[span.start : span.end]: span.why for span in text.dropped}
    assert (whys["Home"], whys["News"], whys["Terms of use"]) == ("share", "boilerplate", "cookies")


def test_an_extractor_that_took_the_teasers_is_not_believed() -> None:
    found, text = page()
    kept = [found.layer[span.start : span.end] for span in text.paragraphs]
    assert kept[: len(TEXTS)] == TEXTS


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(st.integers(0, 200), max_size=12))
def test_any_marks_leave_all_covered(layer: str, places: list[int]) -> None:
    marks = tuple(
        (start, end) for start, end in itertools.pairwise(sorted(places)) if start < end <= len(layer)
    )
    check_cover(
        layer, clean(raw(layer, stated=Stated(title="Title here", origin="html"), article=marks), Authority())
    )
