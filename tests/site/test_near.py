"""Neighbouring towns, against a count of all pairs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from daybook.site.near import REACH_KM, distance, neighbours

POINTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)) | st.tuples(st.floats(48, 52), st.floats(28, 34)),
    max_size=12,
)


def test_distance_of_two_towns():
    assert distance((50.4547, 30.5238), (49.9935, 36.2304)) == pytest.approx(410, abs=2)


@example({"a": (-88.0, 0.0), "b": (-88.0, 106.0)})
@example({"a": (89.9, 0.0), "b": (89.9, 180.0)})
@given(POINTS)
def test_the_grid_finds_what_looking_at_all_pairs_finds(points):
    for id, found in neighbours(points, limit=3).items():
        every = sorted((distance(points[id], p), other) for other, p in points.items() if other != id)
        assert [(other, km) for km, other in every if km <= REACH_KM][:3] == list(found)


def test_towns_across_the_date_line_are_neighbours():
    assert neighbours({"a": (0.0, 179.9), "b": (0.0, -179.9)})["a"][0][0] == "b"
