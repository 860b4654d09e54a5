"""The raw text line by line: nothing is lost, every part says what became of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from daybook.content.evidence import Evidence, Layer
from daybook.site.page import SiteInfo
from daybook.site.parts import raw
from daybook.values import Mention, Sentence, Span
from daybook.words import ENGLISH
from helpers.held import archive_of, pages, read
from helpers.site_samples import article

LAYER = "Flood at the Mere\n\nALDERFOLD, May 2 – The water rose.\nIt fell\nagain. Photo: R. Watch\n\nRead more\nPosted May 2 by The Mere Post\n"


def span(words: str, why: str = "") -> Span:
    at = LAYER.index(words)
    return Span(at, at + len(words), why)


def evidence(**changes: object) -> Evidence:
    body = span("The water rose.\nIt fell\nagain.")
    proof = span("May 2 by")
    values: dict[str, object] = {
        "id": "0" * 12,
        "layer": Layer("text/1", "f" * 64),
        "title": span("Flood at the Mere"),
        "paragraphs": (body,),
        "sentences": (Sentence("s00000a", body.start, body.end, 0),),
        "mentions": (
            Mention(
                "source",
                "The Mere Post",
                "The Mere Post",
                *(lambda s: (s.start, s.end))(span("The Mere Post")),
                None,
                "own-promo",
                "outlet",
            ),
        ),
        "dropped": (
            span("Photo: R. Watch", "caption"),
            span("Read more", "related"),
            span("Posted May 2 by The Mere Post", "posted"),
        ),
        "problems": (),
        "proof": (proof.start, proof.end - 3),
    }
    return Evidence(**(values | changes))  # type: ignore[arg-type]


def shown(layer: str = LAYER, end: int | None = None, **changes: object) -> list[raw.Line]:
    found = raw.RawText(layer, evidence(**changes))
    parts = raw.stretches(found, frozenset({"s00000a"}), ENGLISH)
    return list(raw.lines(layer, len(layer) if end is None else end, parts, raw.marks(found.evidence)))


def text(line: raw.Line) -> str:
    return "".join(piece.text for piece in line)


def test_every_line_stands_as_it_is() -> None:
    assert [text(line) for line in shown()] == LAYER.splitlines()


def test_each_part_says_once_what_it_is() -> None:
    said = [(piece.label, piece.text) for line in shown() for piece in line if piece.label]
    assert said == [
        ("Title", "Flood at the Mere"),
        ("Dateline", "ALDERFOLD, May 2 –"),
        ("paragraph 1", "The water rose."),
        ("Left out: caption or credit", "Photo: R. Watch"),
        ("Left out: links to other articles", "Read more"),
        ("Left out: when it was posted", "Posted "),
    ]
    assert [piece.sentence for line in shown() for piece in line if piece.label == "paragraph 1"] == [
        "s00000a"
    ]


def test_words_that_prove_are_marked_within_what_was_left_out() -> None:
    marked = [(p.text, p.kind, p.proves, p.mark) for line in shown() for p in line if p.marked]
    assert marked == [
        ("May 2", "out", "day", "proves-day"),
        ("The Mere Post", "out", "outlet", "proves-outlet"),
    ]


def test_proofs_of_one_kind_have_ids_of_their_own() -> None:
    twice = tuple(Mention("source", "X", "Mere", at, at + 4, None, "own-promo", "agency") for at in (13, 30))
    ids = [mark.anchor for mark in raw.marks(evidence(mentions=twice, proof=None))]
    assert ids == ["proves-agency", "proves-agency-2"]


def test_a_sentence_that_the_page_lost_is_not_linked() -> None:
    parts = raw.stretches(raw.RawText(LAYER, evidence()), frozenset(), ENGLISH)
    assert [part.sentence for part in parts if part.kind == "kept"] == [""]


def test_what_cannot_be_seen_is_shown_by_its_code() -> None:
    assert raw.visible("a\u202eb\x00c\u2028d\te") == "a⟨U+202E⟩b⟨U+0000⟩c⟨U+2028⟩d\te"


def test_a_long_text_is_cut_at_characters_and_at_lines() -> None:
    assert raw.shown("x" * (raw.LONGEST + 1)) == raw.LONGEST
    assert raw.shown("x\n" * (raw.MOST_LINES + 5)) == 2 * raw.MOST_LINES - 1
    assert raw.shown("short\n") == 6


SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=6)


@given(st.text(st.sampled_from("ab \n\u202e<"), max_size=50), SPANS, SPANS, SPANS)
def test_whatever_the_evidence_says_the_whole_text_is_shown_once(
    layer: str, kept: list[tuple[int, int]], dropped: list[tuple[int, int]], proofs: list[tuple[int, int]]
) -> None:
    lines = shown(
        layer,
        title=None,
        paragraphs=tuple(Span(*pair) for pair in kept),
        dropped=tuple(Span(*pair, "x") for pair in dropped),
        mentions=tuple(Mention("source", "X", "", *pair, None, "r", "outlet") for pair in proofs),
        proof=None,
    )
    assert "\n".join(text(line) for line in lines) == raw.visible(layer).removesuffix("\n")
    ids = [i for line in lines for piece in line for i in (piece.anchor, piece.mark) if i]
    assert len(ids) == len(set(ids))


def test_the_page_of_a_raw_text_and_the_way_to_it() -> None:
    held = article("Flood", "2031-05-02", "The water rose.")
    held = replace(held, dropped=evidence().dropped)
    found = raw.RawText(LAYER, evidence())
    made = {p.address: p for p in pages(archive_of([held]), SiteInfo("Mere"), read, lambda article: found)}
    page = made["2031/05/02/flood.raw.html"].model
    assert made["2031/05/02/flood.html"].model.raw == "2031/05/02/flood.raw.html"
    assert not page.head.index
    assert [(i.left.why, i.left.count, i.anchors) for i in page.left_out] == [
        ("caption or credit", 1, ((1, "out-1"),)),
        ("when it was posted", 1, ((3, "out-3"),)),
        ("links to other articles", 1, ((2, "out-2"),)),
    ]


def test_nothing_left_out_nothing_to_show() -> None:
    held = article("Flood", "2031-05-02", "The water rose.")
    held = replace(held, dropped=())
    made = {p.address: p for p in pages(archive_of([held]), SiteInfo("Mere"), read)}
    assert "2031/05/02/flood.raw.html" not in made
    assert made["2031/05/02/flood.html"].model.raw == ""


def test_a_text_that_is_gone_leaves_the_places_of_what_was_left_out() -> None:
    held = article("Flood", "2031-05-02", "The water rose.")
    page = {p.address: p.model for p in pages(archive_of([held]), SiteInfo("Mere"), read)}[
        "2031/05/02/flood.raw.html"
    ]
    assert (page.lines, page.characters, page.parts) == ((), 0, 3)
    assert next((gone.why, gone.start, gone.end) for gone in page.gone) == (
        "the outlet’s own notice",
        9000,
        9010,
    )
