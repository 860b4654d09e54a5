"""A theme of an archive's own: what it says comes before Daybook's, and all else is Daybook's."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.pages import broken_links
from helpers.small_archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A small archive without a theme of its own."""
    return Archive.small(tmp_path, theme=False)


def built(archive: Archive) -> dict[str, bytes]:
    done = archive.build()
    assert done.returncode == 0, done.stderr
    return archive.tree()


def own(archive: Archive, name: str, text: str) -> None:
    """A file of the archive's own theme."""
    path = archive.root / "theme" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    archive.conf()


def test_without_one_the_theme_is_daybook_s(archive: Archive) -> None:
    tree = built(archive)
    assert b"--paper:" in tree["theme/styles/main.css"]
    assert tree["theme/icon.svg"].startswith(b"<svg")
    assert "theme/styles/own.css" not in tree
    assert broken_links(archive.output) == []


def test_one_template_may_stand_for_daybook_s_and_build_upon_it(archive: Archive) -> None:
    before = built(archive)
    own(
        archive,
        "templates/day.html",
        "{% extends '!daybook/day.html' %}{% block main %}<p>Tide tables</p>{{ super() }}{% endblock %}",
    )
    after = built(archive)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed - {"sw.js", "offline.json"} == {"2021/05/17/index.html", "2021/05/18/index.html"}
    day = after["2021/05/17/index.html"].decode()
    assert "<p>Tide tables</p>" in day
    assert "Ferry number 1 arrives" in day


def test_a_part_of_all_pages_may_stand_for_daybook_s(archive: Archive) -> None:
    own(archive, "templates/parts/footer.html", "<footer>The harbour office</footer>")
    tree = built(archive)
    pages = [data for name, data in tree.items() if name.endswith(".html")]
    assert pages
    assert all(b"<footer>The harbour office</footer>" in page for page in pages)


def test_tokens_come_after_daybook_s_styles_on_every_page(archive: Archive) -> None:
    built(archive)
    own(archive, "styles/tokens.css", ":root { --measure: 44rem }\n")
    tree = built(archive)
    assert tree["theme/styles/own.css"] == b":root { --measure: 44rem }\n"
    for name in ("index.html", "2021/05/17/article-1.html"):
        page = tree[name].decode()
        assert 0 < page.find("theme/styles/main.css") < page.find("theme/styles/own.css")
    own(archive, "styles/tokens.css", ":root { --measure: 30rem }\n")
    assert built(archive)["theme/styles/own.css"] == b":root { --measure: 30rem }\n"
    (archive.root / "theme/styles/tokens.css").unlink()
    tree = built(archive)
    assert "theme/styles/own.css" not in tree
    assert b"own.css" not in tree["index.html"]


def test_files_of_its_own_are_added(archive: Archive) -> None:
    own(archive, "static/icon.svg", "<svg/>")
    own(archive, "static/crest.svg", "<svg></svg>")
    tree = built(archive)
    assert tree["theme/icon.svg"] == b"<svg/>"
    assert tree["theme/crest.svg"] == b"<svg></svg>"


def test_tokens_that_are_no_text_are_refused(archive: Archive) -> None:
    own(archive, "styles/tokens.css", "")
    (archive.root / "theme/styles/tokens.css").write_bytes(b"\xff\xfe:root")
    done = archive.build()
    assert done.returncode == 2
    assert "tokens.css: expected styles in UTF-8" in done.stderr
