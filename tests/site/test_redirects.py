"""Old addresses that still answer."""

from __future__ import annotations

from daybook.site.page import SiteInfo
from helpers.held import archive_of, pages, read
from helpers.site_samples import ARTICLES, AUTHORITY, COVERAGE

RIVER = "2031/05/02/river-rises-over-its-banks-at-northmere.html"
NAMES = {("place", "gn:1"): "northmere", ("actor", "ada-quill"): "quill", ("actor", "tomas-reed"): "reed"}


def moved(
    redirects: dict[str, str], more: dict[tuple[str, str], str] | None = None
) -> list[tuple[str, str, str]]:
    archive = archive_of(ARTICLES, COVERAGE, NAMES | (more or {}), AUTHORITY, redirects)
    made = {page.address: page.model for page in pages(archive, SiteInfo("Mere"), read)}
    found = [(m.old, m.new, m.anchor) for m in archive.redirects]
    assert all(
        (made[old].to, made[old].anchor) == (new, anchor) and new in made for old, new, anchor in found
    )
    return found


def test_an_article_a_place_and_an_actor_that_moved() -> None:
    assert moved(
        {
            "2031/05/01/river.html": RIVER,
            "actors/minister-quill.html": "actors/quill.html",
            "places/northmer.html": "places/northmere.html",
        }
    ) == [
        ("2031/05/01/river.html", RIVER, ""),
        ("actors/minister-quill.html", "actors/quill.html", ""),
        ("places/northmer.html", "places/northmere.html", ""),
    ]


def test_a_name_without_a_page_answers_in_the_list() -> None:
    assert moved({"actors/thomas-reed.html": "actors/reed.html"}) == [
        ("actors/thomas-reed.html", "actors/index.html", "tomas-reed")
    ]


def test_a_name_that_the_archive_lost_leads_to_the_list_and_a_lost_article_nowhere() -> None:
    assert moved({"places/a.html": "places/gone.html", "2031/05/01/a.html": "2031/05/01/gone.html"}) == [
        ("places/a.html", "places/index.html", "")
    ]


def test_an_address_in_use_is_its_own() -> None:
    assert moved({RIVER: "places/northmere.html", "places/northmere.html": RIVER}) == []


def test_chains_are_followed_and_rings_end() -> None:
    assert moved({"actors/a.html": "actors/b.html", "actors/b.html": "actors/quill.html"}) == [
        ("actors/a.html", "actors/quill.html", ""),
        ("actors/b.html", "actors/quill.html", ""),
    ]
    assert [m[1] for m in moved({"actors/a.html": "actors/b.html", "actors/b.html": "actors/a.html"})] == [
        "actors/index.html",
        "actors/index.html",
    ]


def test_a_name_that_the_archive_lost_answers_where_its_own_page_was() -> None:
    more = {("place", "gn:99"): "vanished", ("actor", "nobody"): "nobody", ("source", "Gone"): "gone"}
    assert moved(
        {"places/older.html": "places/vanished.html", "actors/nobody.html": "actors/quill.html"}, more
    ) == [
        ("actors/nobody.html", "actors/quill.html", ""),
        ("places/older.html", "places/index.html", ""),
        ("places/vanished.html", "places/index.html", ""),
        ("sources/gone.html", "sources/index.html", ""),
    ]
    assert moved({}, {("place", "gn:99"): "northmere"}) == []  # another has its address now


def test_a_place_named_in_passing_alone_answers_at_its_line() -> None:
    assert moved({}, {("place", "gn:4"): "farhaven"}) == [
        ("places/farhaven.html", "places/index.html", "gn-4")
    ]
