"""Days, numbers and places in words."""

from __future__ import annotations

from datetime import date

import pytest

from daybook import format

DAY = date(2022, 3, 3)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (format.day_long(DAY), "Thursday, 3 March 2022"),
        (format.day_short(DAY), "Thu 3 March"),
        (format.month_long(DAY), "March 2022"),
        (format.number(12345), "12,345"),
        (format.count(1, "article"), "1 article"),
        (format.count(2, "city", "cities"), "2 cities"),
        (format.listed(["Kharkiv", "Kyiv", "Sumy"]), "Kharkiv, Kyiv and Sumy"),
        (format.listed(["Kyiv"]), "Kyiv"),
        (format.listed([]), ""),
        (format.coordinates(-33.87, -70.5), "33.87° S, 70.50° W"),
        (format.kilometres(7.6), "8 km"),
        (format.kilometres(1234), "1,230 km"),
        (format.shortened("one two three", 9), "one two…"),
        (format.shortened("one", 9), "one"),
        (format.shortened("x" * 20, 9), "xxxxxxxx…"),
    ],
)
def test_words(made, expected):
    assert made == expected
