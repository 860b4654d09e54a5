"""The contract of tokens: its cases, which the browser's tests read too, and what holds for every text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.search.tokens import terms, tokens, unique

CASES = json.loads((Path(__file__).parent / "cases/tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_text_becomes_the_tokens_and_terms_of_its_case(case: dict) -> None:
    assert tokens(case["text"]) == case["tokens"]
    assert terms(case["text"], case["lang"]) == case["terms"]


@given(st.text())
def test_a_token_holds_nothing_that_lunr_or_the_vocabulary_divides_at(text: str) -> None:
    for token in tokens(text):
        assert 0 < len(token) <= 64
        assert not set(token) & set(" \t\n-/*:~^+'’")


@given(st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=40))
def test_capitals_do_not_matter_to_latin_and_cyrillic(text: str) -> None:
    plain = "".join(c for c in text if c.isascii() or "а" <= c.lower() <= "я")
    assert tokens(plain.upper()) == tokens(plain.lower())


def test_names_give_each_term_once() -> None:
    assert unique(["Kyiv", "Kyiv City", "Kiev"], "en") == ["kyiv", "citi", "kiev"]


def test_a_word_of_a_million_letters_and_marks_is_cut() -> None:
    assert tokens("e" + "\u0301" * 1_000_000) == ["e"]
    assert tokens("a" * 1_000_000) == ["a" * 64]
