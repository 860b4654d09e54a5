"""The command: what it prints, what it leaves alone, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.read import walk
from daybook.values import RawArticle

ROOT = Path(__file__).parent.parent
KEYS = [
    "file",
    "title",
    "title_derived",
    "date",
    "dated",
    "places",
    "actors",
    "statements",
    "figures",
    "dates",
    "kept",
    "dropped",
    "problems",
]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, and the working folder."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(
        "Mayor speaks in Paris\n\nPARIS, May 3, 2021 (AFP) - The mayor spoke.\n"
    )
    (tmp_path / "pelican.conf.py").write_text('DAYBOOK = {"coverage": "2021-01-01..2021-12-31"}\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_extract_prints_one_object_a_line_and_writes_nothing(site: Path) -> None:
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    done = run("extract", "seeds")
    assert done.exit_code == 0
    (row,) = (json.loads(line) for line in done.stdout.splitlines())
    assert list(row) == KEYS
    assert (row["file"], row["title"], row["date"]) == ("a.txt", "Mayor speaks in Paris", "2021-05-03")
    assert set(row["dated"]) == {"rule", "words", "precision", "confidence"}
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file()} == before


def test_every_span_of_an_extract_lies_in_the_text_layer() -> None:
    layers = {raw.path: raw.layer for raw in walk(ROOT / "seeds") if isinstance(raw, RawArticle)}
    rows = [json.loads(line) for line in run("extract", ROOT / "seeds").stdout.splitlines()]
    assert sorted(row["file"] for row in rows) == sorted(layers)
    for row in rows:
        layer = layers[row["file"]]
        for place in row["places"]:
            assert set(place) == {"id", "name", "kind", "country", "lat", "lon", "geonames_id", "mentions"}
            assert place["mentions"]
            assert all(
                layer[start:end].strip() == layer[start:end] != "" and role
                for start, end, role in place["mentions"]
            )
        for actor in row["actors"]:
            assert all(layer[start:end].strip() for start, end in actor["mentions"])
        assert row["kept"] == sorted(row["kept"])


def test_each_folder_is_an_archive_and_files_are_taken_as_they_come(site: Path) -> None:
    shutil.copytree(site / "seeds", site / "more")
    (site / "more/b.bin").write_bytes(b"\x00\x01")
    done = run("extract", "more", "seeds/a.txt")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["file"] for row in rows] == ["a.txt", "b.bin", "a.txt"]
    assert rows[1]["problems"][0]["set_aside"] is True


def test_coverage_comes_from_the_setting_and_can_be_overridden(site: Path) -> None:
    (site / "seeds/a.txt").write_text("Mayor speaks in Paris\n\nPARIS, May 3 (AFP) - The mayor spoke.\n")

    def day(*words: str) -> object:
        return json.loads(run("extract", *words, "seeds").stdout)["date"]

    assert day() == "2021-05-03"
    assert day("--coverage", "1987-01-01..1987-12-31") == "1987-05-03"


def test_ingest_says_what_it_made(site: Path) -> None:
    (site / "seeds/empty.txt").write_text("")
    done = run("ingest")
    assert done.exit_code == 0
    assert "empty.txt: set aside" in done.stderr
    assert "2 articles read: 1 published, 0 merged, 1 set aside" in done.stderr
    assert "\x1b" not in done.stderr
    assert run("ingest", "--strict").exit_code == 1


def test_ingest_elsewhere_uses_that_folders_own_memory(site: Path) -> None:
    assert run("ingest", "--content", "other").exit_code == 0
    assert (site / "other/register/articles.jsonl").is_file()
    assert not (site / "content").exists()


def test_ingest_without_authority(site: Path) -> None:
    (site / "content/authority").mkdir(parents=True)
    (site / "content/authority/actors.yaml").write_text("- {id: x, nmae: X}\n")
    done = run("ingest")
    assert done.exit_code == 2
    assert "did you mean 'name'" in done.stderr
    assert run("ingest", "--no-authority").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ingest", "--coverage", "May"], "FROM..TO"),
        (["ingest", "--seeds", "none"], "expected a folder"),
        (["ingest", "--settings", "none.py"], "none.py"),
        (["extract", "--coverage", "2022-02-02..2021-01-01", "seeds"], "first day before the last"),
        (["problems", "--content", "bad"], "restore it from git"),
    ],
)
def test_a_bad_setting_ends_with_2(site: Path, words: list[str], said: str) -> None:
    (site / "bad/register").mkdir(parents=True)
    (site / "bad/register/names.jsonl").write_text("{}\n")
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_where_nothing_can_be_written_it_ends_with_3(site: Path) -> None:
    (site / "content").write_text("in the way")
    done = run("ingest")
    assert done.exit_code == 3
    assert "expected to write here" in done.stderr


def test_problems_tell_what_is_open(site: Path) -> None:
    (site / "seeds/empty.txt").write_text("")
    run("ingest")
    assert "empty.txt: set aside" in run("problems").stderr


def test_what_is_printed_obeys_no_one(site: Path) -> None:
    (site / "seeds/[red]x\x1b[2J.txt").write_text("")
    done = run("ingest")
    assert "\x1b" not in done.stderr
    assert "[red]x" in done.stderr


def test_build_hands_everything_to_pelican(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    class Done:
        returncode = 7

    monkeypatch.setattr("subprocess.run", lambda command, check: seen.append(command) or Done())
    done = run("build", "--siteurl", "https://example.org/repo/", "--strict", "--verbose")
    assert done.exit_code == 7
    (command,) = seen
    assert command[1:6] == ["-m", "pelican", "-s", "pelican.conf.py", "--fatal=warnings"]
    assert command[6:9] == ["--verbose", "-e", 'SITEURL="https://example.org/repo"']
    given = json.loads(command[9].removeprefix("DAYBOOK="))
    assert (given["strict"], given["coverage"]) == (True, "2021-01-01..2021-12-31")
