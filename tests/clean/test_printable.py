from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.clean import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[0m\x85c\td\n", "ab[0m c\td\n"),
        ("safe\u202ecod.exe", "safecod.exe"),
        ("\u2066x\u2069\u200e", "x"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("in\u200cvisible", "invisible"),
        ("tag\U000e0041", "tag"),
        ("lone\ud800", "lone"),
        ("two\u2028lines", "two lines"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_printable_is_settled_at_once(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    once.encode("utf-8")
