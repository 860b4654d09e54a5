"""Whatever lies in seeds/ is published rightly or set aside with a reason; nothing is lost, nothing invented."""

from __future__ import annotations

import gzip
import json

import pytest

from helpers.archive import Archive
from hostile import documents, encodings, killers, specials, titles
from hostile.case import Case, good, whole
from hostile.conftest import GOOD, Outcome

FILES = [
    case
    for case in (*map(good, range(GOOD)), *encodings.cases(), *documents.cases(), *killers.aliases())
    if ".jsonl" not in case.name and ".yaml" not in case.name
]


def flat(text: str) -> str:
    """Words without Markdown's marks, joined by single spaces."""
    return " ".join(text.replace("\\", "").replace("&lt;", "<").replace("&amp;", "&").split())


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.name)
def test_each_file_has_its_outcome(outcome: Outcome, case: Case) -> None:
    article, problem = outcome.articles.get(case.name), outcome.aside.get(case.name)
    assert (article is None) == (problem is not None), (
        f"published: {article is not None}, set aside: {problem}"
    )
    if case.outcome != "either":
        assert case.outcome == ("published" if article else "set aside"), problem
    if article is not None:
        meta, body = article
        assert flat(case.says) in flat(f"{meta['title']}\n{body}")
        if case.dated != "":
            assert str(meta["date"]) == str(case.dated)


def test_every_input_is_accounted_for(hostile: Archive, outcome: Outcome) -> None:
    """Inputs = published + merged + set aside."""
    published, aside = set(outcome.articles), set(outcome.aside)
    aside |= {whole(name) for name in aside if whole(name).endswith(".gz")}
    merged = {record["seed"] for record in hostile.register("articles")} - published
    assert not published & aside
    lost = sorted(name for name in inputs(hostile) if name not in published | aside | merged)
    assert not lost


def inputs(archive: Archive) -> list[str]:
    """Every file below seeds/ by its path, and each line of a JSON Lines file by its number where it names itself."""
    found = []
    for path in sorted(archive.seeds.rglob("*")):
        name = path.relative_to(archive.seeds).as_posix()
        if path.is_symlink() or not path.is_dir():
            found += (
                records(name, path.read_bytes()) if name.endswith(".jsonl") and path.is_file() else [name]
            )
    beside = {
        name
        for name in found
        if name.endswith(".yaml") and (name[:-5] in found or f"{name[:-5]}.txt" in found)
    }
    return [name for name in found if name not in beside]


def records(name: str, data: bytes) -> list[str]:
    """The names of a JSON Lines file's readable records."""
    found = []
    for line in data.split(b"\n"):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if (
            isinstance(record, dict)
            and isinstance(record.get("id"), str)
            and isinstance(record.get("text"), str)
        ):
            found.append(f"{name}#{record['id']}")
    return found


def test_each_line_that_is_no_record_is_reported(outcome: Outcome) -> None:
    told = [p for p in outcome.problems if p["file"].startswith("lines/")]
    by_file = {
        name: [p for p in told if whole(p["file"]) == name]
        for name in ("lines/mixed.jsonl", "lines/broken.jsonl", "lines/bad-gzip.jsonl.gz")
    }
    assert len(by_file["lines/mixed.jsonl"]) >= 14
    assert by_file["lines/broken.jsonl"]
    assert by_file["lines/bad-gzip.jsonl.gz"]
    assert "lines/mixed.jsonl#fine" in outcome.articles


def test_what_is_no_ordinary_file_is_set_aside(hostile: Archive, outcome: Outcome) -> None:
    present = [
        name
        for name in specials.NAMES
        if (hostile.seeds / "specials" / name).is_symlink() or (hostile.seeds / "specials" / name).exists()
    ]
    assert len(present) >= 10
    assert [name for name in present if f"specials/{name}" not in outcome.aside] == []


def test_every_problem_tells_a_person_what_to_do(outcome: Outcome) -> None:
    assert outcome.problems
    for problem in outcome.problems:
        assert problem["expected"], problem
        assert problem["found"], problem
        assert problem["do"], problem


def test_every_title_gets_an_address_of_its_own(outcome: Outcome) -> None:
    articles = {name: meta for name, (meta, _) in outcome.articles.items() if name.startswith("titles/")}
    aside = [name for name in outcome.aside if name.startswith("titles/")]
    assert len(articles) + len(aside) == len(titles.ODD) + 100 + len(titles.naughty()[0].data.splitlines())
    slugs = [meta["slug"].lower() for meta in articles.values()]
    assert len(slugs) == len(set(slugs))


def test_no_control_character_reaches_content(hostile: Archive) -> None:
    for path in hostile.content.rglob("*"):
        if path.suffix in (".md", ".jsonl", ".json"):
            text = path.read_text(encoding="utf-8")
            assert not [c for c in text if ord(c) < 32 and c not in "\n\t"], path


def test_a_second_ingest_changes_no_byte(hostile: Archive) -> None:
    before = content(hostile)
    hostile.ingest()
    after = content(hostile)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == set()


def content(archive: Archive) -> dict[str, bytes]:
    """Every file of content/, with the layers unpacked."""
    return {
        path.relative_to(archive.content).as_posix(): gzip.decompress(path.read_bytes())
        if path.suffix == ".gz"
        else path.read_bytes()
        for path in archive.content.rglob("*")
        if path.is_file()
    }


def test_strict_makes_problems_an_exit_status(hostile: Archive) -> None:
    assert hostile.run("daybook", "ingest", "--strict").returncode == 1
