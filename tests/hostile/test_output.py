"""Outside text is never markup, in no page, feed or download, and chooses no path."""

from __future__ import annotations

import csv
import gzip
import io
import json

import pytest
from lxml import etree
from playwright.sync_api import Browser

from helpers import pages
from helpers.archive import Archive
from helpers.islands import islands
from helpers.server import serve
from hostile.conftest import Outcome

BODY = frozenset(
    {"p", "em", "strong", "a", "blockquote", "ul", "ol", "li", "code", "pre", "br", "h2", "h3", "h4"}
)
"""What an article's Markdown may become."""
HOOKS = "window.fires = []; for (const name of ['fired', 'alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.fires.push(name); };"


def test_no_markup_but_the_theme_s_own(hostile: Archive, five: Archive) -> None:
    allowed = pages.vocabulary(five.output) | {(tag, "") for tag in BODY} | {("a", "href"), ("a", "rel")}
    strange = pages.vocabulary(hostile.output) - allowed
    new = {
        (tag, name)
        for tag, name in strange
        if tag in ("script", "img", "link", "meta") or name.startswith("on") or (tag, "") not in allowed
    }
    assert sorted(new) == []


def test_nothing_in_a_page_can_run(hostile: Archive) -> None:
    found = {
        str(page.relative_to(hostile.output)): what
        for page in pages.pages(hostile.output)
        if (what := pages.executable(page))
    }
    assert found == {}


def test_every_link_leads_somewhere(hostile: Archive) -> None:
    assert pages.broken_links(hostile.output) == []


def test_paths_are_short_ascii_and_apart(hostile: Archive) -> None:
    assert pages.bad_paths(hostile.output) == []
    assert not [path for path in hostile.output.rglob("*") if path.is_symlink()]


def test_no_character_that_cannot_be_seen(hostile: Archive) -> None:
    assert pages.unseen_characters(hostile.output) == []


def test_no_word_of_another_file_is_published(hostile: Archive) -> None:
    secret = b"root:x:0:0:"
    assert not [path for path in hostile.output.rglob("*") if path.is_file() and secret in path.read_bytes()]


def test_nothing_is_written_beside_the_output(hostile: Archive) -> None:
    allowed = {"seeds", "content", "output", "theme", "pelican.conf.py", "build", "cache", "__pycache__"}
    assert {path.name for path in hostile.root.iterdir() if not path.name.startswith(".")} <= allowed


def test_feeds_and_sitemap_are_well_formed(hostile: Archive) -> None:
    found = [path for path in hostile.output.rglob("*") if path.suffix in (".xml", ".atom", ".rss")]
    assert found
    for path in found:
        etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))


def test_every_sink_gives_back_the_title(hostile: Archive, outcome: Outcome) -> None:
    """Page, data island, JSON Lines and CSV parse back equal to what the article's file says."""
    told = {meta["id"]: meta["title"] for meta, _ in outcome.articles.values()}
    records = [
        json.loads(line)
        for line in gzip.decompress((hostile.output / "data/articles.jsonl.gz").read_bytes()).splitlines()
    ]
    assert {record["id"]: record["title"] for record in records} == told
    rows = csv.DictReader(io.StringIO((hostile.output / "data/articles.csv").read_bytes().decode("utf-8")))
    assert {row["id"]: row["title"].removeprefix("'") for row in rows} == {
        id_: title.removeprefix("'") for id_, title in told.items()
    }


def test_data_islands_parse_back(hostile: Archive, outcome: Outcome) -> None:
    assert islands(hostile) > len(outcome.articles)


def test_each_article_s_page_shows_its_title_as_text(hostile: Archive) -> None:
    wrong = []
    for record in (
        json.loads(line)
        for line in gzip.decompress((hostile.output / "data/articles.jsonl.gz").read_bytes()).splitlines()
    ):
        page = hostile.output / record["page"]
        heads = [" ".join(head.text_content().split()) for head in pages.parsed(page).iter("h1")]
        if " ".join(record["title"].split()) not in heads:
            wrong.append((record["page"], record["title"], heads))
    assert wrong == []


@pytest.mark.parametrize("where", ["file", "http"])
def test_nothing_fires_in_a_browser(hostile: Archive, browser: Browser, where: str) -> None:
    """The policy is switched off, so that it is the markup that holds."""
    chosen = pages.pages(hostile.output)
    step = 10 if where == "file" else 40
    with serve(hostile.output) as address:
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(HOOKS)
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        for path in chosen[::step]:
            page.goto(
                path.as_uri() if where == "file" else address + path.relative_to(hostile.output).as_posix()
            )
            assert page.evaluate("window.fires") == [], path
        context.close()
        allowed = (hostile.output.as_uri(), address, "data:")
        assert [url for url in requests if not url.startswith(allowed)] == []
