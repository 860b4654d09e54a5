"""`daybook review` and `daybook explain`: what they print, and that they write nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daybook.cli import main

LONG = " ".join(["The ferry waited for the storm to pass"] * 12)
SEEDS = {
    "talks.txt": "Talks go on\n\nPARIS, May 4, 2021 (AFP) - Foreign Minister Ann Marsh spoke.\n\nRead more: Other news\n",
    "open.txt": f"Nothing says when\n\nThe mayor of Springfield will speak. {LONG} in Springfield.\n",
    "many.jsonl": '{"id": "a", "text": "One thing\\n\\nIt was in Oslo on May 3, 2021."}\n'
    '{"id": "b", "text": "Another\\n\\nIt was in Rome."}\n',
    "empty.txt": "",
}


def run(*words: str) -> Result:
    done = CliRunner().invoke(main, words)
    assert "\x1b" not in done.output
    return done


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text)
    (tmp_path / "pelican.conf.py").write_text('DAYBOOK = {"coverage": "2021-01-01..2021-12-31"}\n')
    monkeypatch.chdir(tmp_path)
    assert run("ingest").exit_code == 0
    return tmp_path


def tree(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_review_counts_the_kinds_and_shows_each_with_its_command(site: Path) -> None:
    before = tree(site)
    done = run("review")
    assert done.exit_code == 0
    assert tree(site) == before
    lines = done.stdout.splitlines()
    assert "3  Articles without a proven day  (undated)" in lines
    assert "      daybook set content/articles/undated/nothing-says-when.md date none" in lines
    told = [line for line in lines if "content/" not in line and not line.lstrip().startswith("- {")]
    assert [line for line in told if len(line) > 80] == []
    assert not any(line.endswith(" ") for line in lines)


def test_review_of_some_kinds_alone_and_of_all_their_items(site: Path) -> None:
    for number in range(9):
        (site / f"seeds/{number}.txt").write_text(f"Report {number}\n\nNothing happened, {number} said.\n")
    run("ingest")
    some = run("review", "--kind", "undated")
    assert "… and 2 more: daybook review --all --kind undated" in some.stdout
    assert "Set aside" not in some.stdout
    assert run("review", "--kind", "undated", "--all").stdout.count("No words prove its day.") == 12
    assert run("review", "--kind", "dates").exit_code == 2


def test_review_as_json_is_one_object_an_item(site: Path) -> None:
    rows = [json.loads(line) for line in run("review", "--json").stdout.splitlines()]
    by_kind = {row["kind"]: row for row in rows}
    assert by_kind["set-aside"]["title"] == "empty.txt"
    row = by_kind["undated"]
    assert list(row) == [
        "kind",
        "id",
        "title",
        "why",
        "doubt",
        "prominence",
        "articles",
        "evidence",
        "choices",
    ]
    assert row["choices"][-1]["command"][:2] == ["daybook", "set"]


def test_review_of_a_folder_elsewhere_names_it_in_its_commands(site: Path) -> None:
    (site / "content").rename(site / "my content")
    done = run("review", "--content", "my content", "--kind", "undated")
    assert "daybook set --content 'my content' 'my content/articles/undated/" in done.stdout


@pytest.mark.parametrize("command", ["review", "problems"])
def test_no_archive_is_no_archive_without_matters(site: Path, command: str) -> None:
    done = run(command, "--content", "new")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "new: expected an archive's content, found none" in done.stderr


def test_nothing_to_review(site: Path) -> None:
    (site / "new").mkdir()
    done = run("review", "--content", "new")
    assert (done.exit_code, done.stdout) == (0, "Nothing in the archive asks for a look.\n")


def test_outside_words_are_not_obeyed(site: Path) -> None:
    path = site / "content/articles/undated/nothing-says-when.md"
    evil = 'title: "[red]Loud\\e]0;x\\a news[/red] :smile:"'
    path.write_text(path.read_text().replace("title: Nothing says when", evil))
    for done in (run("review"), run("explain", str(path))):
        assert (
            "[red]Loud\N{REPLACEMENT CHARACTER}]0;x\N{REPLACEMENT CHARACTER} news[/red] :smile:"
            in done.stdout
        )
    (title, *_) = json.loads(run("explain", str(path), "--json").stdout)["decisions"]
    assert title["value"] == "[red]Loud\x1b]0;x\x07 news[/red] :smile:"


@pytest.mark.parametrize(
    "name",
    [
        "content/articles/2021/05/04/talks-go-on.md",
        "articles/2021/05/04/talks-go-on.md",
        "talks.txt",
        "seeds/talks.txt",
        "id",
    ],
)
def test_explain_finds_an_article_by_its_file_its_seed_or_its_id(site: Path, name: str) -> None:
    before = tree(site)
    lines = (site / "content/register/articles.jsonl").read_text().splitlines()
    ids = {row["seed"]: row["id"] for row in map(json.loads, lines)}
    done = run("explain", ids["talks.txt"] if name == "id" else name)
    assert done.exit_code == 0
    assert done.stdout.startswith("content/articles/2021/05/04/talks-go-on.md\n")
    assert "seed talks.txt" in done.stdout
    assert tree(site) == before


def test_explain_shows_each_decision_with_its_words(site: Path) -> None:
    told = json.loads(run("explain", "talks.txt", "--json").stdout)
    by = {decision["of"]: decision for decision in told["decisions"]}
    assert list(by)[:7] == [
        "title",
        "date",
        "source.outlet",
        "source.agency",
        "source.byline",
        "dateline",
        "lang",
    ]
    assert (by["title"]["value"], by["title"]["why"]) == ("Talks go on", "headline")
    assert (by["date"]["value"], by["date"]["why"]) == ("2021-05-04", "dateline")
    assert by["date"]["proofs"][0]["words"] == "May 4, 2021"
    paris = by["place gn:2988507"]
    assert [(p["words"], p["role"]) for p in paris["proofs"]] == [("PARIS", "dateline")]
    assert by["actor ann-marsh"]["note"] == "person, Foreign Minister"
    (proof,) = by["actor ann-marsh"]["proofs"]
    assert told["sentences"][proof["sentence"]] == "Foreign Minister Ann Marsh spoke."
    assert any("Read more" in part["words"] for part in told["dropped"])
    text = run("explain", "talks.txt").stdout
    assert "found by dateline: “May 4, 2021”" in text
    assert "“Foreign Minister Ann Marsh spoke.”" in text


def test_explain_tells_what_a_person_wrote(site: Path) -> None:
    path = site / "content/articles/2021/05/04/talks-go-on.md"
    held = path.read_text(encoding="utf-8")
    path.write_text(held.replace("title: Talks go on", "title: Talks went on"), encoding="utf-8")
    told = json.loads(run("explain", str(path), "--json").stdout)
    assert [d["of"] for d in told["decisions"] if d["by_hand"]] == ["title"]
    assert "Talks went on\n    written by a person" in run("explain", str(path)).stdout


def test_explain_of_one_line_of_many(site: Path) -> None:
    assert "One thing" in run("explain", "many.jsonl#a").stdout
    assert "One thing" in run("explain", "seeds/many.jsonl#a").stdout


def test_explain_of_a_file_that_no_archive_holds(site: Path) -> None:
    (site / "new.txt").write_text("Late news\n\nOSLO, May 7, 2021 (AFP) - It rained.\n")
    before = tree(site)
    done = run("explain", "new.txt")
    assert "Not in the archive: read alone." in done.stdout
    assert "2021-05-07" in done.stdout
    assert tree(site) == before
    (site / "two.jsonl").write_text(SEEDS["many.jsonl"])
    assert "One thing" in run("explain", "two.jsonl#a").stdout
    both = run("explain", "two.jsonl")
    assert both.exit_code == 2
    assert "expected one article, found 2 (two.jsonl#a, two.jsonl#b)" in both.stderr


def test_explain_says_that_there_are_no_places(site: Path) -> None:
    (site / "new.txt").write_text("Late news\n\nIt rained for two days and nobody went out.\n")
    assert "\nPlaces: none\n\nActors: none\n" in run("explain", "new.txt").stdout


def test_explain_of_what_is_no_article(site: Path) -> None:
    missing = run("explain", "nowhere.txt")
    assert missing.exit_code == 2
    assert "expected an article's file or id, its seed, or a raw file" in missing.stderr
    for name in ("seeds/empty.txt", "empty.txt"):
        assert "set aside" in run("explain", name).stdout
