"""Numbers in words, and texts cut to fit."""

from __future__ import annotations

import pytest

from daybook import format


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (format.number(12345), "12,345"),
        (format.count(1, "article"), "1 article"),
        (format.count(2, "city", "cities"), "2 cities"),
        (format.shortened("one two three", 9), "one two…"),
        (format.shortened("one", 9), "one"),
        (format.shortened("x" * 20, 9), "xxxxxxxx…"),
    ],
)
def test_words(made, expected):
    assert made == expected
