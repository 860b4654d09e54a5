"""What a person wrote or changed in an article's file is the editor's: no source's key point, and no figure under other words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from daybook.content import store
from daybook.proof import record as records
from daybook.proof.record import Record
from helpers.archive import Archive
from proof.whole import one, run

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "mended.yaml").read_text("utf-8"))
DAY = "2022-03-03"


def mend(archive: Archive, case: dict[str, str]) -> Record:
    path = one(archive, f"content/articles/2022/03/03/{case['file']}*.md")
    text = path.read_text("utf-8")
    head = text.index("\n---\n", 4)
    assert case["old"] in text[head:]
    path.write_text(text[:head] + text[head:].replace(case["old"], case["new"], 1), "utf-8")
    archive.build()
    return record(archive)


def record(archive: Archive) -> Record:
    return records.read((archive.output / "data/2022/03/03.json").read_bytes())


def holds(archive: Archive) -> None:
    done = run(archive, "verify")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mended_text(archive: Archive, case: dict[str, str]) -> None:
    found = mend(archive, case)
    figures = {each.words for each in found.figures}
    if "never" in case:
        assert not any(case["never"] in each.words for each in (*found.points, *found.sentences))
    if "still" in case:
        assert any(case["still"] in each.words for each in found.points)
    assert case.get("gone") not in figures
    assert case.get("kept", "") in {"", *figures}
    assert all(each.span for each in found.sentences)
    digits = {each.words: each.value for each in found.figures if each.words.isdecimal()}
    assert all(words == value for words, value in digits.items())
    holds(archive)


def test_an_editor_s_sentence_that_is_pinned_is_shown_as_the_editor_s(archive: Archive) -> None:
    (case,) = (case for case in CASES if case["name"] == "an invented paragraph")
    mend(archive, case)
    path = one(archive, f"content/articles/2022/03/03/{case['file']}*.md").relative_to(archive.content)
    article, _ = store.read_article(archive.content, path.as_posix())
    assert article
    (written,) = article.written
    done = archive.run("daybook", "brief", "pin", DAY, f"{article.id}#{written}")
    assert done.returncode == 0, done.stderr
    archive.build()
    found = record(archive)
    (point,) = (each for each in found.points if case["never"] in each.words)
    assert (point.by_hand, point.outlets) == ("written", 0)
    assert [each.span for each in found.sentences if each.id == point.id] == [None]
    holds(archive)
    editor = "the editor’s words"
    for file in (
        "2022/03/index.html",
        "2022/w09/index.html",
        "data/2022/03/03.md",
        "feeds/days.atom.xml",
    ):
        text = (archive.output / file).read_text("utf-8")
        assert editor in text.partition(case["never"])[2][:400], file
    page = (archive.output / "2022/03/03/index.html").read_text("utf-8")
    assert "In the editor’s words" in page.partition(case["never"])[2][:400]
    letter = archive.root / "letter.eml"
    assert archive.run("daybook", "mail", DAY, "--file", str(letter)).returncode == 0
    assert "editor=E2=80=99s" in letter.read_text("utf-8").partition("Odessa surrendered")[2][:400]
