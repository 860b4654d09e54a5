"""What may not be shown is nowhere in the output, in no file and under no compression."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.archive import ROOT, Archive, new_archive
from helpers.pages import broken_links

SENTENCES = 8
"""Words of a sentence that is looked for."""


def text(name: str, data: bytes) -> str:
    """A file's words as they stand there, and without tags."""
    whole = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "replace")
    bare = re.sub(r"<[^>]*>", "", whole) if name.endswith(".html") else ""
    return " ".join(f"{whole} {bare}".split())


def output(archive: Archive) -> dict[str, str]:
    """Every file of the output as text, unpacked."""
    files = (path for path in archive.output.rglob("*") if path.is_file() and path.suffix != ".woff2")
    return {path.relative_to(archive.output).as_posix(): text(path.name, path.read_bytes()) for path in files}


def phrases(archive: Archive, after: int = 0) -> Iterator[str]:
    """Runs of plain words of the bodies, taken behind so many characters of each."""
    for meta, body in archive.articles().values():
        names = {each["name"] for key in ("places", "actors") for each in meta[key] or ()}
        words = body[after:].split()
        for at in range(0, len(words) - SENTENCES, SENTENCES):
            run = " ".join(words[at : at + SENTENCES])
            if run.replace(" ", "").isascii() and not set("\\&*<>\"'[]") & set(run) and run not in names:
                yield run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = new_archive(tmp_path_factory.mktemp("rights") / "archive", ROOT / "seeds")
    archive.ingest()
    return archive


def build(archive: Archive, rights: dict[str, object], extra: str = "") -> dict[str, str]:
    """The output under these rights."""
    conf = (ROOT / "pelican.conf.py").read_text("utf-8")
    settings = f'\nDAYBOOK |= {{"ingest": False, "rights": {rights!r}}}\n{extra}\n'
    (archive.root / "pelican.conf.py").write_text(conf + settings, "utf-8")
    said = archive.build().stderr
    return {**output(archive), "said": said}


def sourced(archive: Archive) -> dict[str, str]:
    """A row of the table of articles that has a source; built anew, whatever was built before."""
    build(archive, {})
    with (archive.output / "data/articles.csv").open(encoding="utf-8") as file:
        return next(row for row in csv.DictReader(file) if row["outlet"] or row["agency"])


def test_of_whole_texts_everything_is_found(made: Archive) -> None:
    """So that what the other tests look for can be found."""
    tree = build(made, {})
    whole = "\n".join(tree.values())
    looked = list(phrases(made))
    assert len(looked) > 50
    assert sum(run in whole for run in looked) > 0.9 * len(looked)


@pytest.mark.parametrize("how", ["excerpt", "metadata"])
def test_nothing_of_a_text_that_may_not_be_shown_is_in_any_file(made: Archive, how: str) -> None:
    """But for titles, and for facts such as the role of an actor, which are as long as that in some articles."""
    tree = build(made, {"default": how}, "SITEURL = 'https://archive.example'")
    looked = list(phrases(made, 420 if how == "excerpt" else 0))
    titles = [meta["title"] for meta, _ in made.articles().values()]
    facts = " ".join([*titles, *(path.read_text("utf-8") for path in made.content.rglob("*.evidence.json"))])
    looked = [run for run in looked if run not in facts]
    assert len(looked) > 50
    for run in looked:
        assert [name for name, held in tree.items() if run in held] == [], run
    assert [name for name in tree if name.endswith(".raw.html")] == []
    pages = [held for name, held in tree.items() if "<article class=report" in held]
    assert len(pages) == len(titles)
    words = "beginning of the article" if how == "excerpt" else "does not show the text"
    assert all(words in page for page in pages)


def test_an_excerpt_shows_how_the_text_begins(made: Archive) -> None:
    tree = build(made, {"default": "excerpt"})
    assert broken_links(made.output) == []
    for line in tree["data/articles.jsonl.gz"].replace("} {", "}\n{").splitlines():
        body = json.loads(line)["body"]
        assert body
        assert 0 < sum(map(len, body)) <= 300


def test_a_source_has_rights_of_its_own_and_the_less_counts(made: Archive) -> None:
    row = sourced(made)
    name = row["outlet"] or row["agency"]
    tree = build(made, {"sources": {name.upper(): "metadata", "Nobody": "full"}})
    told = {name: "does not show the text" in held for name, held in tree.items() if "<article class=report" in held}  # fmt: skip
    assert told[row["page"]]
    assert not all(told.values())
    assert "found 'Nobody', which no article has" in tree["said"]


def test_search_engines_are_asked_to_keep_out(made: Archive) -> None:
    url = "SITEURL = 'https://archive.example'"
    tree = build(made, {"noindex": True}, url)
    assert all("<meta name=robots content=noindex>" in held for name, held in tree.items() if name.endswith(".html"))  # fmt: skip
    assert "<loc>" not in tree["sitemap.xml"]
    row = sourced(made)
    page = row["page"]
    tree = build(made, {"noindex": [row["outlet"] or row["agency"]]}, url)
    assert "content=noindex" in tree[page]
    assert "content=noindex" not in tree["index.html"]
    assert page not in tree["sitemap.xml"]
    assert "index.html" in tree["sitemap.xml"] or "<loc>https://archive.example/</loc>" in tree["sitemap.xml"]


def test_the_home_page_tells_the_rights(made: Archive, tmp_path: Path) -> None:
    tree = build(made, {"statement": "Texts <belong> to others.", "licence": "https://licence.example/by"})
    assert "Texts &lt;belong&gt; to others." in tree["index.html"]
    assert '<a rel=license href="https://licence.example/by">' in tree["index.html"]
