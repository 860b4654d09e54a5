"""content/register/: the machine's memory. Sorted JSON Lines that two people's git can merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from daybook.content import files, records, slugs
from daybook.errors import SettingError
from daybook.memory import STORIES
from daybook.values import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """What was settled for one article at its first ingest; its seed and hash follow the seed."""

    id: str
    seed: str
    """Path below seeds/."""
    sha256: str
    slug: str
    address: str
    """Of its page, below the site's root."""


@dataclass(frozen=True, slots=True)
class Merge:
    """One name brought into another."""

    kind: str
    """`place` or `actor`."""
    id: str
    into: str
    why: str


@dataclass
class Register:
    """All of content/register/. Ids, slugs and addresses are added, never taken away."""

    articles: dict[str, Record] = field(default_factory=dict)
    """By id."""
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    """(`place`, `actor` or `source`; id) to slug."""
    redirects: dict[str, str] = field(default_factory=dict)
    """Address that was to address that is."""
    merges: dict[tuple[str, str], Merge] = field(default_factory=dict)
    """By kind and the id that is no more."""
    stories: dict[str, str] = field(default_factory=dict)
    """Id of an article to the slug of the story that was published for it; a build writes them (`remember_stories`)."""
    problems: tuple[Problem, ...] = ()
    """Of the last ingest."""

    def successor(self, kind: str, id: str) -> str:
        """The id that stands for an id now."""
        return self.chain(kind, id)[-1]

    def chain(self, kind: str, id: str) -> list[str]:
        """The id and all that it was brought into, one after the other."""
        ids = [id]
        while (merge := self.merges.get((kind, ids[-1]))) and merge.into not in ids:
            ids.append(merge.into)
        return ids

    def settle(self, id: str, title: str, day: date | None, seed: str, sha256: str) -> Record:
        """An article's record: slug of its first title, address of its day now; a move leaves a redirect."""
        old = self.articles.get(id)
        slug = old.slug if old else slugs.article(title, id, self._slugs)
        if self._owners.setdefault(f"{folder(day)}/{slug}.html", id) != id:
            slug = slugs.article(title, id, self._slugs)
        record = Record(id, seed, sha256, slug, f"{folder(day)}/{slug}.html")
        if old and old.address != record.address and self._owners.get(old.address) == id:
            self.redirect(old.address, record.address)
        self.articles[id] = record
        self._slugs.add(slug)
        return record

    def adopt(self, found: Record) -> None:
        """Take an article's file for what the register lacks, or two have: whose the address is."""
        self._owners[found.address] = found.id
        if found.seed and found.id not in self.articles and found.slug not in self._slugs:
            self.articles[found.id] = found
        self._slugs.add(found.slug)

    def redirect(self, old: str, new: str) -> None:
        """Let an old address answer. Redirects never chain, and an address in use has none."""
        self.redirects = {a: new if b == old else b for a, b in self.redirects.items()}
        self.redirects[old] = new
        self.redirects.pop(new, None)

    def names_of(self) -> dict[tuple[str, str], str]:
        """`(kind, id)` to slug for names, and `("article", id)` to address for articles: all that pages ask for."""
        return self.names | {("article", r.id): r.address for r in self.articles.values()}

    _taken: set[str] | None = field(default=None, repr=False, compare=False)
    _owned: dict[str, str] | None = field(default=None, repr=False, compare=False)

    @property
    def _owners(self) -> dict[str, str]:
        """Ids by address. Two branches of git may have given one address twice: the first by id keeps it."""
        if self._owned is None:
            ordered = sorted(self.articles.values(), key=lambda r: r.id, reverse=True)
            self._owned = {r.address: r.id for r in ordered}
        return self._owned

    @property
    def _slugs(self) -> set[str]:
        if self._taken is None:
            self._taken = {r.slug for r in self.articles.values()}
        return self._taken


def folder(day: date | None) -> str:
    """Where an article of a day lies, in content/articles/ and on the site alike."""
    return (
        f"{day:%Y/%m/%d}" if day and day.year >= 1000 else f"{day.year:04}/{day:%m/%d}" if day else "undated"
    )


def load(content: Path) -> Register:
    """Read the register; empty where there is none. Raises SettingError, as a wrong one cannot be gone on from."""
    where = content / "register"
    try:
        articles = [Record(**row) for row in _rows(where / "articles.jsonl")]
        names = [(row["kind"], row["id"], row["slug"]) for row in _rows(where / "names.jsonl")]
        redirects = [(row["from"], row["to"]) for row in _rows(where / "redirects.jsonl")]
        merges = [Merge(**row) for row in _rows(where / "merges.jsonl")]
        stories = [(row["id"], row["slug"]) for row in _rows(content / STORIES)]
        problems = tuple(Problem(**row) for row in _rows(where / "problems.jsonl"))
    except (TypeError, KeyError, ValueError, OSError) as error:
        raise SettingError(
            f"{where}: expected the register as ingest wrote it, found {error}; restore it from git"
        ) from None
    _once((r.id for r in articles), where / "articles.jsonl")
    _once(((k, i) for k, i, _ in names), where / "names.jsonl")
    _once((id for id, _ in stories), content / STORIES)
    return Register(
        {r.id: r for r in articles},
        {(kind, id): slug for kind, id, slug in names},
        dict(redirects),
        {(m.kind, m.id): m for m in merges},
        dict(stories),
        problems,
    )


def remember_stories(content: Path, slugs: Mapping[str, str]) -> None:
    """Write the stories' slugs, by ids, if they changed. Raises WriteError."""
    rows = ({"id": id, "slug": slug} for id, slug in slugs.items())
    files.write(files.below(content, STORIES), records.to_lines(rows))


def save(content: Path, register: Register) -> int:
    """Write what changed, but for the stories; the number of files. Raises WriteError."""
    rows: dict[str, Iterable[object]] = {
        "articles": (asdict(record) for record in register.articles.values()),
        "names": ({"kind": k, "id": i, "slug": slug} for (k, i), slug in register.names.items()),
        "redirects": ({"from": a, "to": b} for a, b in register.redirects.items()),
        "merges": (asdict(merge) for merge in register.merges.values()),
        "problems": (asdict(problem) for problem in register.problems),
    }
    return sum(
        files.write(files.below(content, f"register/{name}.jsonl"), records.to_lines(each))
        for name, each in rows.items()
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    for number, row in records.from_lines(path):
        if not isinstance(row, dict):
            raise ValueError(f"{path}, line {number}: no JSON object")
        rows.append(row)
    return rows


def _once(keys: Iterable[T], path: Path) -> None:
    seen: set[T] = set()
    for key in keys:
        if key in seen:
            raise SettingError(
                f"{path}: expected {key} once, found it twice; keep the line that was there first"
            )
        seen.add(key)
