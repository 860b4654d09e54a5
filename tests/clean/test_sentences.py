from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.clean.sentences import identify, split


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "She left."],
        ["Gen. Alder and Mr. Birch met at 7 a.m. on Monday.", "They spoke."],
        ["The U.S. Senate voted.", "It was late."],
        ["They moved to the U.S.", "The house was sold."],
        ["J. R. Oak wrote it.", "“It is long,” he said."],
        ['"Stop!" he cried.', "Nobody stopped."],
        ["“Go home.”", "He went."],
        ["It rose 2.5 pct to No. 3 in Jan. 1987.", "Shares fell."],
        ["Why?", "Because…", "Well."],
        ["Wrapped\nlines go on.", "And end."],
        ["你好。", "再见。"],
        ["Acme Inc. said so.", "Fine."],
    ],
)
def test_split(sentences: list[str]) -> None:
    joined = "".join(sentences) if sentences[0].endswith("。") else " ".join(sentences)
    assert parts(joined) == sentences


@given(st.text(alphabet='aB .!?\n"”U.S3é。', max_size=200))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


def test_ids_come_from_words_alone() -> None:
    first, second, third = identify(["He said “No”.", "he said: no", "Other words"])
    assert first.startswith("s")
    assert len(first) == 7
    assert second == first + "-2"
    assert third not in (first, second)


def test_an_id_outlives_other_sentences() -> None:
    assert identify(["One.", "Two."])[1] == identify(["Two."])[0]
