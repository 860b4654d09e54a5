"""content/articles/ as it is read: file by file or whole, and no file stops another."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.fakes import Desk, desk
from daybook.content import store

ONE = "articles/2022/03/03/talks-in-kyiv.md"
TWO = "articles/2022/03/04/talks-in-sumy.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = desk(tmp_path, monkeypatch)
    made.seed("a.txt", "Talks in Kyiv\nOlena Bondar spoke in Kyiv. On 2022-03-03 she left.")
    made.seed("b.txt", "Talks in Sumy\nThe Town Council met in Sumy. On 2022-03-04 it ended.")
    made.ingest()
    return made


def test_one_file_gives_what_the_whole_folder_gives(here: Desk) -> None:
    articles, problems = store.by_path(here.content)
    assert (list(articles), problems) == ([ONE, TWO], [])
    assert {path: store.read_article(here.content, path) for path in articles} == {
        path: (article, None) for path, article in articles.items()
    }


def test_an_article_without_its_evidence_is_read(here: Desk) -> None:
    (here.content / store.evidence_path(ONE)).unlink()
    article, problem = store.read_article(here.content, ONE)
    assert problem is None
    assert article
    assert article.title == "Talks in Kyiv"
    assert {mention.rule for mention in article.mentions} == {"hand"}  # found again by the file's names


@pytest.mark.parametrize("evidence", [b"", b"{}", b"\xff", b"another's"])
def test_evidence_that_cannot_be_read_is_a_problem_and_the_article_is_there(
    here: Desk, evidence: bytes
) -> None:
    beside = here.content / store.evidence_path(ONE)
    other = (here.content / store.evidence_path(TWO)).read_bytes()
    beside.write_bytes(other if evidence == b"another's" else evidence)
    article, problem = store.read_article(here.content, ONE)
    assert article
    assert problem
    assert (problem.file, problem.code, problem.set_aside) == (store.evidence_path(ONE), "evidence", False)
    assert store.by_path(here.content)[1] == [problem]


@pytest.mark.parametrize("broken", [b"", b"\xff", b"---\n", b"---\ntitle: a: b\n---\n", None])
def test_a_file_that_cannot_be_read_is_set_aside_and_no_other(here: Desk, broken: bytes | None) -> None:
    path = here.content / ONE
    path.unlink()
    if broken is None:
        path.mkdir()
    else:
        path.write_bytes(broken)
    article, problem = store.read_article(here.content, ONE)
    assert article is None
    assert problem
    assert (problem.file, problem.set_aside) == (ONE, True)
    articles, problems = store.by_path(here.content)
    assert (list(articles), problems) == ([TWO], [problem])


def test_a_second_file_of_one_id_is_a_problem(here: Desk) -> None:
    copy = "articles/2022/03/04/a-copy.md"
    (here.content / copy).write_bytes((here.content / ONE).read_bytes())
    articles, problems = store.by_path(here.content)
    assert list(articles) == [ONE, TWO]
    assert [(problem.file, problem.code, problem.found) for problem in problems] == [
        (copy, "same-id", f"that of {ONE}")
    ]


def test_files_that_are_no_articles_are_passed_over(here: Desk) -> None:
    (here.content / "articles/2022/.hidden.md").write_text("x", encoding="utf-8")
    (here.content / "articles/2022/notes.txt").write_text("x", encoding="utf-8")
    assert store.paths(here.content) == [ONE, TWO]
