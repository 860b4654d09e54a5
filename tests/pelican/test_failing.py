"""How a build ends that goes wrong: its exit status, its words, and the site that was there."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from pathlib import Path

import pytest

from helpers.small_archive import Archive


@pytest.fixture
def built(archive: Archive) -> Archive:
    assert archive.build().returncode == 0
    return archive


def test_templates_that_are_missing_or_broken_stop_the_build(built: Archive) -> None:
    before = built.tree()
    template = built.root / "theme" / "templates" / "article.html"
    for text, words in (
        ("{% extends 'nothing.html' %}", "found no such file"),
        ("{% if %}", "article.html, line 1: expected a template of Jinja"),
        (
            "\n\n{{ model.nothing }}",
            "article.html, line 3: expected the template to render 2021/05/17/article-1.html",
        ),
    ):
        template.write_text(text, "utf-8")
        done = built.build()
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    assert built.tree() == before


def test_bundles_that_are_missing_stop_the_build(archive: Archive) -> None:
    (archive.root / "build" / "theme" / "styles" / "main.css").unlink()
    done = archive.build()
    assert done.returncode == 2
    assert "npm run build" in done.stderr
    assert not archive.output.exists()


def test_under_strict_a_problem_is_told_by_the_exit_status(archive: Archive) -> None:
    bad = archive.article(5)
    bad.write_text("no header", "utf-8")
    assert archive.build().returncode == 0
    archive.daybook["strict"] = True
    archive.conf()
    done = archive.build()
    assert done.returncode == 1
    assert "article-5.md" in done.stderr
    assert "published all the same" in done.stderr


def test_a_disk_that_refuses_leaves_the_old_site(built: Archive) -> None:
    before = built.tree()
    built.article(6, body="word " * 4000)
    done = subprocess.run(
        built.command(), cwd=built.root, env=built.env(), capture_output=True, text=True, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)), check=False,
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert "The site that was there is unchanged" in done.stderr
    assert built.tree() == before


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.soak)])
def test_a_kill_at_any_moment_leaves_one_whole_site(built: Archive, kills: int) -> None:
    """Kills spread over a build's length; the title changes with each build, so that old and new differ."""
    old = built.tree()
    started = time.monotonic()
    built.article(1, title="Measured.")
    assert built.build().returncode == 0
    length = time.monotonic() - started
    sites = [old, built.tree()]
    for number in range(kills):
        built.article(1, title=f"Written before kill {number}.")
        process = built.start()
        time.sleep(length * (0.4 + 0.7 * number / kills))
        os.killpg(process.pid, 9)
        process.communicate(timeout=60)
        found = built.tree()
        if found != sites[-1]:
            _whole(found, sites[-1], f"Written before kill {number}.".encode())
            sites.append(found)
    assert built.build().returncode == 0
    assert sorted(p.name for p in built.root.iterdir() if p.name.startswith(".")) == [".output.lock"]


def _whole(found: dict[str, bytes], last: dict[str, bytes], words: bytes) -> None:
    """A new site has the files of the last one, and the new words wherever the article is told of."""
    assert found.keys() == last.keys()
    assert words in found["2021/05/17/article-1.html"]
    assert words in found["feeds/all.atom.xml"]
    assert words in found["data/articles.csv"]
    assert all(data for name, data in found.items())


def test_two_builds_at_once(archive: Archive) -> None:
    processes = [archive.start() for _ in range(2)]
    results = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], results
    once = archive.tree()
    assert archive.build().returncode == 0
    assert archive.tree() == once


def test_a_folder_of_something_else_is_not_replaced(archive: Archive, tmp_path: Path) -> None:
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter.txt").write_text("years of work", "utf-8")
    done = archive.build("-o", str(other))
    assert done.returncode == 2
    assert (other / "chapter.txt").read_text("utf-8") == "years of work"
