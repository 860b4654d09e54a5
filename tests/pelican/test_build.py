"""A whole build by Pelican's own command: what it makes, and that it makes the same again."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from helpers.small_archive import Archive

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://example.org/repo"

PAGES = {
    "index.html", "2021/index.html", "2021/05/index.html", "2021/05/17/index.html", "2021/05/17/article-1.html",
    "2021/05/18/article-2.html", "undated/article-3.html", "undated.html", "places/index.html", "places/saltvik.html",
    "actors/index.html", "actors/ida-storm.html", "sources/index.html", "sources/the-gull.html", "search.html",
    "review.html", "404.html", "about.html",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Built once for its site's root, once for an address."""
    archive = Archive.small(tmp_path_factory.mktemp("built"))
    about = archive.root / "content" / "pages" / "about.md"
    about.parent.mkdir()
    about.write_text("---\ntitle: About <us>\n---\n\n## What *this* is\n", "utf-8")
    done = archive.build("--fatal=warnings", "-e", f'SITEURL="{URL}"', "-o", "absolute")
    assert done.returncode == 0, done.stderr
    done = archive.build("--fatal=warnings")
    assert done.returncode == 0, done.stderr
    archive.said = done.stderr
    return archive


@pytest.fixture(scope="module")
def tree(built: Archive) -> dict[str, bytes]:
    return built.tree()


def test_every_page_is_there(tree: dict[str, bytes]) -> None:
    assert {name for name in tree if name.endswith(".html")} >= PAGES


def test_the_build_tells_what_it_made_and_how_to_open_it(built: Archive) -> None:
    assert "3 articles" in built.said
    assert str(built.output / "index.html") in built.said


def test_an_article_without_a_day_has_a_page_and_stands_in_no_feed(tree: dict[str, bytes]) -> None:
    assert b"Ferry number 3 arrives" in tree["undated/article-3.html"]
    assert b"Ferry number 3 arrives" not in tree["feeds/all.atom.xml"]


def test_a_written_page_is_rendered(tree: dict[str, bytes]) -> None:
    assert b"About &lt;us&gt;" in tree["about.html"]
    assert b"<em>this</em>" in tree["about.html"]


def test_bundles_and_nothing_of_pelican_own_theme(tree: dict[str, bytes]) -> None:
    assert {"theme/styles/main.css", "theme/scripts/search.js"} <= tree.keys()
    assert not {"archives.html", "categories.html", "tags.html", "authors.html"} & tree.keys()


@pytest.mark.parametrize("feed", ["all", "places/saltvik", "actors/ida-storm", "sources/the-gull"])
def test_feeds(built: Archive, tree: dict[str, bytes], feed: str) -> None:
    root = ElementTree.fromstring(tree[f"feeds/{feed}.atom.xml"])
    assert [e.findtext(f"{ATOM}title") for e in root.iter(f"{ATOM}entry")] == [
        "Ferry number 2 arrives",
        "Ferry number 1 arrives",
    ]
    assert [e.text for e in root.iter(f"{ATOM}updated")] == [f"2021-05-{d}T00:00:00Z" for d in (18, 18, 17)]
    links = [link.attrib["href"] for link in root.iter(f"{ATOM}link")]
    folder = (built.output / "feeds" / feed).parent
    assert all((folder / link).is_file() for link in links)


def test_with_an_address_feeds_sitemap_and_robots_are_absolute(built: Archive) -> None:
    absolute = built.root / "absolute"
    feed = ElementTree.parse(absolute / "feeds/all.atom.xml").getroot()
    assert {link.attrib["href"] for link in feed.iter(f"{ATOM}link")} == {
        f"{URL}/", f"{URL}/feeds/all.atom.xml", f"{URL}/2021/05/17/article-1.html", f"{URL}/2021/05/18/article-2.html",
    }  # fmt: skip
    sitemap = [
        e.text for e in ElementTree.parse(absolute / "sitemap.xml").getroot().iter() if e.tag.endswith("loc")
    ]
    assert f"{URL}/places/saltvik.html" in sitemap
    assert f"{URL}/404.html" not in sitemap
    assert all((absolute / (str(loc).removeprefix(f"{URL}/") or "index.html")).is_file() for loc in sitemap)
    assert f"Sitemap: {URL}/sitemap.xml" in (absolute / "robots.txt").read_text("utf-8")


def test_ids_of_entries_do_not_rest_on_the_address(built: Archive, tree: dict[str, bytes]) -> None:
    here = ElementTree.fromstring(tree["feeds/all.atom.xml"])
    there = ElementTree.parse(built.root / "absolute/feeds/all.atom.xml").getroot()
    ids = [[e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")] for feed in (here, there)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_without_an_address_there_is_no_sitemap(tree: dict[str, bytes]) -> None:
    assert "sitemap.xml" not in tree
    assert b"Sitemap" not in tree["robots.txt"]


def test_downloads(tree: dict[str, bytes]) -> None:
    rows = [json.loads(line) for line in gzip.decompress(tree["data/articles.jsonl.gz"]).splitlines()]
    assert [row["date"] for row in rows] == ["2021-05-17", "2021-05-18", None]
    assert rows[0]["body"] == ["The ferry reached Saltvik.", "Nobody was hurt."]
    table = list(csv.DictReader(io.StringIO(tree["data/articles.csv"].decode())))
    assert [row["page"] for row in table] == [row["page"] for row in rows]
    (feature,) = json.loads(tree["data/places.geojson"])["features"]
    assert feature["geometry"]["coordinates"] == [5.25, 60.5]
    assert feature["properties"]["articles"] == 3


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "uk_UA.UTF-8", "LANG": "uk_UA.UTF-8"},
    ],
    ids=["east", "west"],
)
def test_the_same_bytes_again(
    built: Archive, tree: dict[str, bytes], tmp_path: Path, env: dict[str, str]
) -> None:
    """In another folder, with files met in another order, another hash seed, time zone and locale."""
    again = Archive(tmp_path / "elsewhere")
    shutil.copytree(built.root, again.root, ignore=shutil.ignore_patterns("output", "absolute", "articles"))
    for path in sorted((built.root / "content" / "articles").rglob("*.md"), reverse=True):
        copy = again.root / path.relative_to(built.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert again.build(env=env).returncode == 0
    assert again.tree() == tree


def test_what_is_gone_from_content_is_gone_from_the_site(archive: Archive) -> None:
    assert archive.build().returncode == 0
    archive.article(2, day="2021-05-18").unlink()
    archive.article(4, title="The Gull's last issue")
    assert archive.build().returncode == 0
    tree = archive.tree()
    assert "2021/05/18/article-2.html" not in tree
    assert not [name for name, data in tree.items() if b"Ferry number 2" in data]
    assert "2021/05/17/article-4.html" in tree
