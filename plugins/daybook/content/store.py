"""content/articles/: read whole, written file by file."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from daybook.content import convert, evidence, files, placing, schema
from daybook.content.article_file import ArticleFile
from daybook.content.evidence import Evidence
from daybook.values import Article, Problem

LARGEST = 64_000_000
"""Bytes of an article's file; a larger one was not made here."""
_NONE = f"no file of at most {LARGEST // 1_000_000} MB"
LARGEST_HEAD = 1_000_000
_CLAIM = re.compile(rb"^id:[ \t]{0,9}['\"]?([0-9a-f]{12})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Held:
    """An article as it lies in content/articles/."""

    path: str
    """Below content/, such as `articles/2022/03/02/title.md`."""
    file: ArticleFile


def load(content: Path) -> tuple[list[Article], list[Problem]]:
    """All articles, sorted by file, with the problems of those that cannot be read. Writes nothing."""
    articles, problems = by_path(content)
    return list(articles.values()), problems


def by_path(content: Path) -> tuple[dict[str, Article], list[Problem]]:
    """All articles by their paths below content/, sorted, and the problems of those that cannot be read."""
    articles, problems = dict[str, Article](), list[Problem]()
    seen: dict[str, str] = {}
    for path in paths(content):
        found, problem = read_article(content, path)
        if found and found.id in seen:
            problems.append(same_id(path, seen[found.id]))
            continue
        if problem:
            problems.append(problem)
        if found:
            seen[found.id] = path
            articles[path] = found
    return articles, problems


def paths(content: Path) -> list[str]:
    """Every article's file by its path below content/, sorted folder by folder."""
    found: list[str] = []
    for folder, folders, names in os.walk(content / "articles"):
        below = Path(folder).relative_to(content).as_posix()
        found += [f"{below}/{n}" for n in (*folders, *names) if n.endswith(".md") and not n.startswith(".")]
    return sorted(found, key=lambda path: path.split("/"))


def read_article(content: Path, path: str) -> tuple[Article | None, Problem | None]:
    """The article at a path below content/, None where it is set aside; and what is wrong with its files.

    It depends on the two files alone, so any process can read it.
    """
    held = read_one(content, path)
    if isinstance(held, Problem):
        return None, held
    found, proof = article(content, held)
    return found, proof if isinstance(proof, Problem) else None


def article_of(path: str, own: bytes, beside: bytes | None) -> tuple[Article | None, Problem | None]:
    """The same of the two files' bytes; `beside` is None where there is no evidence."""
    file = _parsed(own, path)
    if isinstance(file, Problem):
        return None, file
    proof = _evidence(beside, file.id, path) if beside is not None else None
    found = convert.article(file, proof if isinstance(proof, Evidence) else None)
    return placing.place(found, path, file.edited()), proof if isinstance(proof, Problem) else None


def contents(file: str) -> bytes | None:
    """A file's bytes; None where there is no file that can be read. A pipe is none: it would keep its reader waiting."""
    try:
        if not S_ISREG(os.stat(file).st_mode):  # noqa: PTH116  # a path less to parse
            return None
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123  # as above
            return opened.read()
    except OSError:
        return None


def same_id(path: str, first: str) -> Problem:
    """Of a second file of one id."""
    return Problem(
        path, "write", "same-id", "one file an article", f"that of {first}", "delete one of them", True
    )


def article(content: Path, held: Held) -> tuple[Article, Evidence | Problem | None]:
    """The article of a file, with what lies beside it."""
    proof = read_evidence(content, held)
    found = convert.article(held.file, proof if isinstance(proof, Evidence) else None)
    return placing.place(found, held.path, held.file.edited()), proof


def read_one(content: Path, path: str) -> Held | Problem:
    """The article's file at a path below content/."""
    file = _read(content / path, path)
    return file if isinstance(file, Problem) else Held(path, file)


def read(content: Path) -> tuple[dict[str, Held], list[Problem]]:
    """Every article's file by its id, and the problems of those that cannot be read."""
    found, problems = dict[str, Held](), list[Problem]()
    for held in _unique(content):
        if isinstance(held, Problem):
            problems.append(held)
        else:
            found[held.file.id] = held
    return found, problems


def claimed(content: Path, broken: Iterable[str]) -> set[str]:
    """The ids that stand in files which cannot be read: what a person has there must not be written anew elsewhere."""
    found: set[str] = set()
    for name in broken:
        with contextlib.suppress(OSError):
            path = content / name
            head = path.read_bytes()[:LARGEST_HEAD] if path.is_file() else b""
            found.update(each.decode() for each in _CLAIM.findall(head.replace(b"\0", b"")))
    return found


def read_evidence(content: Path, held: Held) -> Evidence | Problem | None:
    """What lies beside an article; None where nothing does."""
    path = content / evidence_path(held.path)
    if not path.is_file():
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        return _no_evidence(held.path, error)
    return _evidence(data, held.file.id, held.path)


def save(content: Path, held: Held | None, path: str, file: ArticleFile, proof: Evidence) -> int:
    """Write an article and its evidence at a path below content/; the number of files that changed.

    A file that already says the same, in whatever writing, is left as a person wrote it. Raises WriteError.
    """
    target, beside = files.below(content, path), files.below(content, evidence_path(path))
    changed = 0
    if held and held.path != path:
        if (
            content / evidence_path(held.path)
        ).is_file():  # first: a kill between the two leaves no stray file
            files.move(content / evidence_path(held.path), beside)
        files.move(content / held.path, target)
        changed += 1
    if held is None or held.file != file:
        changed += files.write(target, schema.write(file).encode("utf-8", "replace"))
    return changed + files.write(beside, evidence.write(proof))


def evidence_path(path: str) -> str:
    """The evidence's path beside an article's."""
    return f"{path.removesuffix('.md')}.evidence.json"


def _evidence(data: bytes, id: str, path: str) -> Evidence | Problem:
    try:
        found = evidence.read(data, path)
        if found.id != id:
            raise ValueError(f"expected the evidence of {id}, found that of {found.id}")
    except ValueError as error:
        return _no_evidence(path, error)
    return found


def _no_evidence(path: str, error: Exception) -> Problem:
    return Problem(
        evidence_path(path), "page", "evidence", "an evidence file", str(error), "run daybook ingest"
    )


def _unique(content: Path) -> Iterator[Held | Problem]:
    """Each article once; a second file of one id is a problem."""
    seen: dict[str, str] = {}
    for path in paths(content):
        held = read_one(content, path)
        if isinstance(held, Held):
            if held.file.id in seen:
                yield same_id(path, seen[held.file.id])
                continue
            seen[held.file.id] = path
        yield held


def _read(path: Path, name: str) -> ArticleFile | Problem:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise ValueError(_NONE)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        return _unreadable(name, error)
    return _parsed(data, name)


def _parsed(data: bytes, name: str) -> ArticleFile | Problem:
    try:
        if len(data) > LARGEST:
            raise ValueError(_NONE)
        text = data.decode("utf-8")
    except ValueError as error:
        return _unreadable(name, error)
    return schema.parse(text, name)


def _unreadable(name: str, error: Exception) -> Problem:
    return Problem(
        name, "write", "unreadable", "a text file in UTF-8", str(error)[:200], "save it as UTF-8", True
    )
