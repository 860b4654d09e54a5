"""The archive's indexes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.held import archive_of
from helpers.site_samples import ARTICLES, AUTHORITY, COVERAGE, PLACES, archive, article


def test_indexes_by_day_place_actor_and_source():
    held = archive()
    assert [(day.isoformat(), len(articles)) for day, articles in held.days.items()] == [
        ("2031-05-02", 1),
        ("2031-05-03", 2),
    ]
    assert [a.title for a in held.undated] == ["A note without a day"]
    assert [a.title for a in held.places["gn:1"].articles] == [
        "River rises over its banks at Northmere",
        "Volunteers reach Brackwater",
        "A note without a day",
    ]
    assert list(held.sources) == ["Delta Wire", "The Mere Post", ""]
    assert held.size == 4


def test_only_towns_where_something_happens_have_a_page():
    held = archive()
    assert held.places["gn:1"].has_page
    assert not held.places["gn:4"].has_page
    assert (held.places["gn:4"].address, held.places["gn:4"].anchor) == ("places/index.html", "gn-4")
    assert held.places["iso:QX"].has_page


def test_an_actor_has_a_page_from_the_second_article_or_by_authority():
    held = archive()
    assert held.actors["ada-quill"].has_page
    assert not held.actors["tomas-reed"].has_page
    assert held.actors["otto-lark"].has_page


def test_other_forms_leave_out_the_name_itself():
    held = archive()
    assert held.places["gn:1"].forms == ("Northmer",)
    assert held.actors["ada-quill"].forms == ("Minister Quill",)


def test_slugs_come_from_the_register():
    held = archive_of(ARTICLES, COVERAGE, {("place", "gn:1"): "the-town", ("actor", "ada-quill"): "quill"})
    assert held.places["gn:1"].address == "places/the-town.html"
    assert held.actors["ada-quill"].address == "actors/quill.html"


def test_two_names_of_one_slug_have_two_addresses():
    twin = replace(PLACES["Northmere"], id="gn:9")
    first = ARTICLES[0]
    held = archive_of([replace(first, places=(*first.places, twin))], COVERAGE)
    assert held.places["gn:1"].address != held.places["gn:9"].address


def test_two_articles_of_one_title_have_two_addresses():
    texts = ("One text.", "Another text.")
    held = archive(*(article("Same title", "2031-05-04", text) for text in texts))
    assert len(set(held.address.values())) == 2


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_changes_nothing(articles):
    assert archive_of(articles, COVERAGE, authority=AUTHORITY) == archive_of(
        ARTICLES, COVERAGE, authority=AUTHORITY
    )
