"""Raw texts in a build: from the seed or the kept layer, only if it is the very text that was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from daybook.content import layers
from helpers import pages
from helpers.small_archive import Archive

LAYER = "The ferry reached Saltvik.\n<b>Subscribe</b> \u202enow\n\nNobody was hurt.\n"
RAW = "2021/05/17/article-1.raw.html"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """With the real theme, so that every link leads to a file."""
    return Archive.small(tmp_path, theme=False)


def lay(archive: Archive, extractor: str = "text/1") -> Path:
    """Evidence for the first article, of whose text one line was left out; gives the seed's path."""
    at, end = LAYER.index("<b>"), LAYER.index("\n\n")
    beside = archive.root / "content/articles/2021/05/17/article-1.evidence.json"
    told = {
        "id": f"{1:012x}",
        "layer": {"extractor": extractor, "sha256": layers.sha256(LAYER), "body_start": 0},
        "title": None,
        "title_rule": "stated",
        "proof": None,
        "paragraphs": [[0, 26], [end + 2, len(LAYER) - 1]],
        "sentences": [
            {"id": "s000001", "start": 0, "end": 26, "paragraph": 0},
            {"id": "s000002", "start": end + 2, "end": len(LAYER) - 1, "paragraph": 1},
        ],
        "mentions": [],
        "dropped": [{"start": at, "end": end, "why": "newsletter"}],
        "facts": [],
        "rivals": [],
        "problems": [],
    }
    beside.write_text(json.dumps(told), encoding="utf-8")
    seed = archive.root / "seeds" / "article-1.txt"
    seed.parent.mkdir(exist_ok=True)
    seed.write_text(LAYER, encoding="utf-8")
    return seed


def built(archive: Archive) -> Path:
    done = archive.build("--fatal=warnings")
    assert done.returncode == 0, done.stderr
    return archive.output / RAW


def words(page: Path) -> str:
    return " ".join(pages.parsed(page).xpath("string(//main)").split())


def test_the_whole_text_with_what_was_left_out_as_text(archive: Archive) -> None:
    lay(archive)
    page = built(archive)
    (out,) = pages.parsed(page).xpath("//div[@class='raw']//del")
    assert out.text_content() == "<b>Subscribe</b> ⟨U+202E⟩now"
    assert "Left out: newsletter and account" in words(page)
    assert "Nobody was hurt." in words(page)
    assert pages.parsed(page).xpath("//meta[@name='robots']/@content") == ["noindex"]
    own = pages.parsed(archive.output / "2021/05/17/article-1.html")
    assert "article-1.raw.html" in own.xpath("//section[@class='evidence']//a/@href")
    assert pages.broken_links(archive.output) == []


def test_a_kept_layer_needs_no_seeds(archive: Archive) -> None:
    lay(archive, "trafilatura/9").unlink()
    layers.save(archive.root / "content", f"{1:012x}", "trafilatura/9", LAYER)
    assert "Nobody was hurt." in words(built(archive))


def gone(seed: Path) -> None:
    seed.unlink()


def changed(seed: Path) -> None:
    seed.write_text(LAYER.replace("Nobody", "Somebody"), encoding="utf-8")


def linked(seed: Path) -> None:
    elsewhere = seed.parent.parent / "elsewhere.txt"
    seed.rename(elsewhere)
    seed.symlink_to(elsewhere)


def folder_gone(seed: Path) -> None:
    seed.unlink()
    seed.parent.rmdir()


@pytest.mark.parametrize("happened", [gone, changed, linked, folder_gone])
def test_a_text_that_is_not_the_one_that_was_read_is_not_shown(
    archive: Archive, happened: Callable[[Path], None]
) -> None:
    happened(lay(archive))
    told = words(built(archive))
    assert "no longer among the seeds, or has changed" in told
    assert "characters 28 to 48" in told
    assert "was hurt" not in told


def test_a_seed_s_path_leads_nowhere_else(archive: Archive) -> None:
    seed = lay(archive)
    seed.rename(archive.root / "outside.txt")
    held = archive.root / "content/articles/2021/05/17/article-1.md"
    held.write_text(held.read_text().replace("path: article-1.txt", "path: ../outside.txt"), encoding="utf-8")
    assert "was hurt" not in words(built(archive))


def test_a_raw_text_that_is_gone_or_back_is_shown_so_though_the_article_is_the_same(archive: Archive) -> None:
    seed = lay(archive)
    page = built(archive)
    first = page.read_bytes()
    seed.unlink()
    pages.parsed.cache_clear()
    assert "no longer among the seeds" in words(built(archive))
    seed.write_text(LAYER, encoding="utf-8")
    assert built(archive).read_bytes() == first
