"""Articles are data: nothing in one chooses a path, a template, a setting, a link target or markup."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from helpers.small_archive import Archive

CASES = Path(__file__).parent / "cases"
VECTORS = [
    line.replace("⏎", "\n\n")
    for line in (CASES / "markdown.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# Markdown that")
]
ALARM = '"><script>alert(7)</script><img src=x onerror=alert(7)>'
TEMPLATE = "{{ 7 * 191 }} {% include 'base.html' %} ${7*191} {# gone #}"
INTRA = "{static}../../secret.txt {attach}secret.txt |filename|secret.txt [x]({attach}../../../secret.txt)"
FORMULA = '=HYPERLINK("http://evil.example","x")'

KEYS = {
    "save_as": "../evil.html", "url": "evil.html", "template": "evil", "status": "hidden", "content": "x",
    "get_content": "x", "override_save_as": "index.html", "slug_": "x", "settings": "x", "metadata": "x",
    "__class__": "x", "Save_as": "index.html", "category": "x", "tags": "x", "modified": "2021-01-01",
}  # fmt: skip


class Checker(HTMLParser):
    """Collects scripts that hold code, handlers, and addresses that lead outside."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.script = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.script = tag if tag == "script" and found.get("type") != "application/ld+json" else ""
        if tag in ("iframe", "object", "embed", "base", "style", "marquee", "svg:script", "math") or any(
            name.startswith("on") or name in ("style", "srcdoc") for name in found
        ):
            self.wrong.append(f"{tag} {attributes}")
        for name in ("src", "href", "action"):
            value = (found.get(name) or "").strip().lower()
            if re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:|//|\\\\|/\\", value):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.script and data.strip():
            self.wrong.append(f"script {data[:80]}")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Hostile words in every field of articles among good ones, and files that are no articles."""
    made = Archive.small(tmp_path_factory.mktemp("hostile"))
    (made.root / "secret.txt").write_text("a secret of the machine", "utf-8")
    for number, words in enumerate(
        (ALARM, TEMPLATE, INTRA, FORMULA, "]]> --> </title> </textarea> &lt;b&gt;"), 10
    ):
        made.article(number, title=words, lead=words, outlet=words, place=words, actor=words, body=words)
    made.article(20, body="\n\n".join(VECTORS))
    made.article(21, title="Controls \x01\x0b\u202e and more", lead="\x08")
    made.article(22, url="javascript:alert(7)")
    for number, (key, value) in enumerate(KEYS.items(), 30):
        made.article(number, head=f"{key}: {value}\n")
    articles = made.root / "content" / "articles" / "2021" / "05" / "17"
    (articles / "evil.rst").write_text("Title\n=====\n\n.. include:: /etc/passwd\n", "utf-8")
    (articles / "evil.html").write_text("<title>x</title><script>alert(7)</script>", "utf-8")
    (articles / "2021-05-17-evil.markdown").write_text("Title: evil\n\nx", "utf-8")
    (articles / "broken.md").write_text("---\ntitle: a: b: c\n---\n", "utf-8")
    (articles / "empty.md").write_bytes(b"")
    (articles / "binary.md").write_bytes(bytes(range(256)))
    (articles / "linked.md").symlink_to(made.root / "secret.txt")
    os.mkfifo(articles / "pipe.md")
    done = made.build("--fatal=errors")
    assert done.returncode == 0, done.stderr
    made.said = done.stderr
    return made


@pytest.fixture(scope="module")
def tree(archive: Archive) -> dict[str, bytes]:
    return archive.tree()


def test_no_page_holds_markup_from_outside(tree: dict[str, bytes]) -> None:
    wrong = {}
    for name, data in tree.items():
        if name.endswith(".html"):
            checker = Checker()
            checker.feed(data.decode())
            if checker.wrong:
                wrong[name] = checker.wrong
    assert wrong == {}


def test_template_syntax_is_text(tree: dict[str, bytes]) -> None:
    assert not [name for name, data in tree.items() if b"1337" in data and name.endswith((".html", ".xml"))]
    assert TEMPLATE.split("%")[0].encode() in tree["2021/05/17/article-11.html"]


def test_links_between_files_are_text(tree: dict[str, bytes]) -> None:
    assert not [name for name, data in tree.items() if b"a secret of the machine" in data]
    assert b"{static}../../secret.txt" in tree["2021/05/17/article-12.html"]


def test_a_key_of_pelican_is_refused_and_reported(archive: Archive, tree: dict[str, bytes]) -> None:
    assert all(f"'{key}'" in archive.said for key in KEYS)
    assert not [name for name in tree if name.rpartition("/")[2].startswith("evil")]
    assert not (archive.root / "evil.html").exists()
    assert b"Ferry number 1 arrives" in tree["index.html"]


def test_what_is_no_article_is_no_page(archive: Archive, tree: dict[str, bytes]) -> None:
    assert not [
        name for name in tree if re.match(r"evil|broken|empty|binary|linked|pipe", name.rpartition("/")[2])
    ]
    for name in ("broken.md", "empty.md", "binary.md", "pipe.md"):
        assert name in archive.said


def test_good_articles_are_all_there(tree: dict[str, bytes]) -> None:
    numbers = (1, 10, 11, 12, 13, 14, 20, 21, 22)
    assert {f"2021/05/17/article-{n}.html" for n in numbers} <= tree.keys()


def test_feeds_are_well_formed_and_say_the_very_words(tree: dict[str, bytes]) -> None:
    feeds = {name: ElementTree.fromstring(data) for name, data in tree.items() if name.endswith(".xml")}
    titles = {e.text for e in feeds["feeds/all.atom.xml"].iter("{http://www.w3.org/2005/Atom}title")}
    assert {ALARM, TEMPLATE, INTRA, FORMULA} <= titles


def test_data_says_the_very_words(tree: dict[str, bytes]) -> None:
    rows = [json.loads(line) for line in gzip.decompress(tree["data/articles.jsonl.gz"]).split(b"\n") if line]
    assert {ALARM, TEMPLATE, INTRA, FORMULA} <= {row["title"] for row in rows}
    json.loads(tree["data/places.geojson"])


def test_no_cell_is_a_formula(tree: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(tree["data/articles.csv"].decode())))
    assert f"'{FORMULA}" in {cell for row in rows for cell in row}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_json_ld_cannot_end_its_script(tree: dict[str, bytes]) -> None:
    for name, data in tree.items():
        for island in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', data.decode("utf-8", "replace"), re.S
        ):
            assert not set("<>") & set(island), name
            json.loads(island)
