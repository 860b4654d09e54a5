"""Sentences cut to what stands around the words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daybook.digest import Quote
from daybook.site.parts.quotes import cut

WORDS = st.text(st.sampled_from("ab é漢"), min_size=1, max_size=60)


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=9), st.integers(20, 120))
def test_a_cut_sentence_is_short_and_keeps_the_first_words_marked(
    pieces: list[tuple[str, bool]], longest: int
) -> None:
    whole = "".join(text for text, _ in pieces)
    made = cut(Quote("s1", tuple(pieces)), longest)
    shown = "".join(text for text, _ in made.pieces)
    assert len(shown) <= longest + len("… …")
    assert shown.removeprefix("… ").removesuffix("…") in whole
    if len(whole) <= longest:
        assert shown == whole
    marks = [text for text, marked in pieces if marked]
    if marks:
        (first, *_) = [text for text, marked in made.pieces if marked]
        assert marks[0].startswith(first)


def test_a_sentence_is_cut_between_words_on_both_sides() -> None:
    long = Quote(
        "s1", (("one two three four five ", False), ("Oslo", True), (" six seven eight nine", False))
    )
    assert "".join(text for text, _ in cut(long, 26).pieces) == "… two three four five Oslo…"
