"""An article that was taken back: its address answers, and nothing else of it is anywhere in the output."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from helpers.archive import ROOT, Archive, new_archive, succeeded
from helpers.pages import broken_links


def output(archive: Archive) -> dict[str, str]:
    """Every file as text, unpacked."""
    found = {}
    for path in archive.output.rglob("*"):
        if path.is_file() and path.suffix != ".woff2":
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            found[path.relative_to(archive.output).as_posix()] = " ".join(
                data.decode("utf-8", "replace").split()
            )
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """The five articles as a site whose address is known."""
    made = new_archive(tmp_path / "archive", ROOT / "seeds")
    conf = made.root / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8") + "\nSITEURL = 'https://archive.example'\n", "utf-8")
    made.build()
    return made


@pytest.mark.parametrize("keep", [True, False])
def test_nothing_of_it_is_left_but_its_address(archive: Archive, keep: bool) -> None:
    meta, body = archive.articles()["004_56f2dab2a6e39f4a.txt"]
    before = output(archive)
    page = next(
        name
        for name, held in before.items()
        if f"<code>{meta['id']}" in held and not name.endswith(".raw.html")
    )
    sentences = [
        run
        for line in body.splitlines()
        for run in [" ".join(line.split()[:7])]
        if len(run) > 30 and run.isascii()
    ]
    sentences = [run for run in sentences if run not in meta["title"]]
    assert len(sentences) > 5
    assert any(run in held for run in sentences for held in before.values())
    extra = ["--keep-title"] if keep else []
    succeeded(
        archive.run(
            "daybook",
            "withdraw",
            "004_56f2dab2a6e39f4a.txt",
            "--why",
            "Its <author> asked.",
            "--on",
            "2024-05-17",
            *extra,
        )
    )
    archive.build()
    after = output(archive)
    for run in [*sentences, meta["id"], "004_56f2dab2a6e39f4a.txt"]:
        assert [name for name, held in after.items() if run in held] == [], run
    titled = [name for name, held in after.items() if meta["title"] in held]
    assert titled == ([page] if keep else [])
    assert "Its &lt;author&gt; asked." in after[page]
    assert '<time datetime="2024-05-17">' in after[page]
    assert "content=noindex" in after[page]
    listed = [name for name, held in after.items() if Path(page).name in held]
    assert listed == ["offline.json"], "the page itself is kept for reading offline"
    assert page.replace(".html", ".raw.html") not in after
    succeeded(archive.run("daybook", "restore", "004_56f2dab2a6e39f4a.txt"))
    archive.build()
    assert output(archive) == before


def test_no_ingest_undoes_it_and_no_growth_leaves_anything_behind(archive: Archive) -> None:
    succeeded(
        archive.run(
            "daybook", "withdraw", "002_a2df5a6e393ec1eb.txt", "--why", "A mistake.", "--on", "2024-05-17"
        )
    )
    (archive.seeds / "new.txt").write_text(
        "Title: More\nDate: 2022-03-04\n\nMore was said in Kyiv.\n", "utf-8"
    )
    archive.build()
    grown = output(archive)
    assert archive.articles()["002_a2df5a6e393ec1eb.txt"][0]["withdrawn"]["reason"] == "A mistake."
    for kept in ("output", "build"):
        (archive.root / kept).rename(archive.root.parent / kept)
    archive.build()
    assert output(archive) == grown


def test_a_withdrawal_that_cannot_be_read_publishes_nothing(archive: Archive) -> None:
    path = next(
        path
        for path in archive.content.rglob("*.md")
        if "path: 003_0b17872b0fe8c362.txt" in path.read_text("utf-8")
    )
    text = path.read_text("utf-8")
    for slip in (
        "{reason: x}",
        "{date: 2024-05-17}",
        "{date: soon, reason: x}",
        "{date: 2024-05-17, reason: x, titel: kept}",
    ):
        path.write_text(text.replace("---\n", f"---\nwithdrawn: {slip}\n", 1), "utf-8")
        done = archive.build()
        assert "set aside" in done.stderr
        assert "withdrawn" in done.stderr
        assert not [name for name, held in output(archive).items() if "003_0b17872b0fe8c362.txt" in held]


def test_links_lead_somewhere_when_a_day_has_nothing_left(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "archive", ROOT / "seeds")
    archive.ingest()
    for seed in archive.articles():
        succeeded(archive.run("daybook", "withdraw", seed, "--why", "All of it."))
    archive.build()
    assert broken_links(archive.output) == []
    assert "data/articles.csv" in output(archive)


def test_readers_are_told_why(archive: Archive) -> None:
    done = archive.run("daybook", "withdraw", "004_56f2dab2a6e39f4a.txt", "--why", "  ")
    assert done.returncode == 2
    assert "expected why it is withdrawn" in done.stderr
