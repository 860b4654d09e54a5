"""Links between pages."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.site.links import absolute, relative, rooted

ADDRESSES = st.lists(st.text("abc01-é %", min_size=1, max_size=6), min_size=1, max_size=4).map(
    lambda parts: "/".join(parts) + ".html"
)


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "expected"),
    [
        ("index.html", "places/kyiv.html", "", "places/kyiv.html"),
        ("places/kyiv.html", "index.html", "", "../index.html"),
        ("2022/03/02/index.html", "2022/03/02/a.html", "s1", "a.html#s1"),
        ("places/kyiv.html", "places/kyiv.html", "", "kyiv.html"),
        ("places/kyiv.html", "places/kyiv.html", "top", "#top"),
    ],
)
def test_relative(origin, target, anchor, expected):
    assert relative(origin, target, anchor) == expected


@given(ADDRESSES, ADDRESSES)
def test_a_relative_link_leads_to_its_target_from_any_root(origin, target):
    for root in ("https://example.org/", "https://example.org/repo/", "file:///home/a/output/"):
        assert urljoin(absolute(root, origin), relative(origin, target)) == absolute(root, target)


def test_absolute_addresses_need_the_sites_own():
    assert absolute("", "places/kyiv.html") == ""
    assert absolute("https://example.org/repo", "index.html") == "https://example.org/repo/"
    assert rooted("https://example.org/repo", "places/kyiv.html", "s1") == "/repo/places/kyiv.html#s1"
    assert rooted("https://example.org", "places/kyiv.html") == "/places/kyiv.html"
