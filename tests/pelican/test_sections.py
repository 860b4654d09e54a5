"""What a site has is a setting: what is left out is neither made nor named."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.pages import broken_links
from helpers.small_archive import Archive

MADE = {"map": "map", "review": "review.html", "search": "search", "downloads": "data/", "feeds": "feeds/"}
NAMED = {"places": "places/index.html", "actors": "actors/index.html", "sources": "sources/index.html", "undated": "undated.html"}  # fmt: skip


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A site that has nothing that can be left out."""
    archive = Archive.small(tmp_path_factory.mktemp("bare"), theme=False)
    archive.daybook["sections"] = dict.fromkeys([*MADE, *NAMED], False)
    archive.daybook["colours"] = {"accent": "navy", "paper": "white"}
    archive.conf()
    done = archive.build()
    assert done.returncode == 0, done.stderr
    return archive


@pytest.mark.parametrize("section", MADE)
def test_what_is_left_out_is_not_made_and_nothing_leads_to_it(bare: Archive, section: str) -> None:
    beginning = MADE[section]
    assert [name for name in bare.tree() if name.startswith(beginning)] == []
    for name, data in bare.tree().items():
        if name.endswith(".html"):
            assert f"{beginning.removesuffix('/')}.html".encode() not in data, name


def test_no_link_is_broken(bare: Archive) -> None:
    assert broken_links(bare.output) == []


@pytest.mark.parametrize("section", NAMED)
def test_what_articles_lead_to_is_made_but_not_named_by_the_navigation(bare: Archive, section: str) -> None:
    tree = bare.tree()
    assert NAMED[section] in tree
    masthead = tree["index.html"].decode().partition("<main")[0]
    assert NAMED[section] not in masthead


def test_colours_reach_every_page(bare: Archive) -> None:
    tree = bare.tree()
    assert b"--accent:#000080" in tree["theme/styles/own.css"]
    assert all(b"styles/own.css" in data for name, data in tree.items() if name.endswith(".html"))


def test_colours_reach_the_pictures_of_maps(bare: Archive) -> None:
    pictures = [data for name, data in bare.tree().items() if name.startswith("theme/map/") and name.endswith(".svg")]  # fmt: skip
    assert pictures
    assert all(b".l{fill:#ffffff}" in data.partition(b"</style>")[0] for data in pictures)


def test_by_default_all_of_it_is_there(tmp_path: Path) -> None:
    archive = Archive.small(tmp_path)
    assert archive.build().returncode == 0
    tree = archive.tree()
    for beginning in (*MADE.values(), *NAMED.values()):
        assert [name for name in tree if name.startswith(beginning)], beginning
