"""JSON-LD in a page."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from daybook.site.page import Crumb, SiteInfo
from daybook.site.schema import document, text

SITE = SiteInfo("A", "https://example.org")


@given(st.text())
def test_any_title_comes_back_and_closes_no_script(title):
    made = document(text({"@type": "NewsArticle", "headline": title}), (Crumb(title, "a.html"),), SITE)
    held = json.loads(made)["@graph"]
    assert held[0].get("headline", "") == title
    assert held[1]["itemListElement"][0]["name"] == title
    assert not set("<>&") & set(made)


def test_nothing_to_say_is_nothing():
    assert document("", (), SITE) == ""
    assert document("", (Crumb("A", "a.html"),), SiteInfo("A")) == ""
