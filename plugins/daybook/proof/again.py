"""The records of days made again, from content/ alone: what a build of these articles gives, to be compared with what lies in a site."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from daybook import search
from daybook.build import forks
from daybook.content import authority, convert, evidence, placing, store
from daybook.content.article_file import ArticleFile
from daybook.content.evidence import NO_SPANS, Evidence, Spans
from daybook.content.register import Register
from daybook.digest import digest, pack, unpack
from daybook.errors import SettingError
from daybook.proof.faults import BUILD, fault
from daybook.proof.record import Record, Unsupported
from daybook.settings import Rights
from daybook.site import addresses, taken
from daybook.site.archive import Archive
from daybook.site.desk import Desk
from daybook.site.page import SiteInfo
from daybook.site.related import pairs, related
from daybook.site.rights import shown
from daybook.stories.stories import stories
from daybook.values import Article, Problem


@dataclass(frozen=True, slots=True)
class Day:
    """A day's files as a build gives them."""

    record: bytes
    markdown: str
    """Where links are relative, as without a site's address."""


def packed(file: ArticleFile, proof: Evidence | None, path: str, rights: Rights) -> bytes:
    """An article's digest, for `days`."""
    article = shown(placing.place(convert.article(file, proof), path, file.edited()), rights)
    return marshal.dumps(pack(digest(article, search.first_terms(search.row(article)))))


def days(
    content: Path, memory: Register, site: SiteInfo, digests: Mapping[str, bytes]
) -> tuple[dict[str, Day], list[Problem]]:
    """By ISO day; `digests` are those of all articles by their paths below content/, sorted as a build sorts them."""
    desk = _desk(content, memory, site, digests)
    desk.figures  # noqa: B018  # once, for all processes
    found: dict[str, Day] = {}
    faults: list[Problem] = []
    for iso, made in forks.over(partial(_day, desk), [day.toordinal() for day in desk.day_list]):
        if isinstance(made, Day):
            found[iso] = made
        else:
            faults.append(made)
    return found, faults


def _desk(content: Path, memory: Register, site: SiteInfo, digests: Mapping[str, bytes]) -> Desk:
    paths: dict[str, str] = {}
    held = []
    for path in sorted(digests):
        one = unpack(marshal.loads(digests[path]))
        if one.id not in paths:
            paths[one.id] = path
            held.append(one)
    said = authority.load(content / "authority")
    archive = Archive.of(held, site.coverage, memory.names_of(), said, memory.redirects, (), site.words)
    near = related(archive.articles, dict.fromkeys(paths, b""), {}, forks.over)
    told = stories(archive.articles, pairs(near), memory.stories, said.stories)
    files = _Files(content, paths, site.rights)
    return Desk(archive, site, files.article, stories=told, spans=files.spans)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of articles by their ids."""

    content: Path
    paths: Mapping[str, str]
    rights: Rights

    def article(self, id: str) -> Article:
        found, problem = store.read_article(self.content, self.paths[id])
        if found is None:
            raise SettingError(f"{self.paths[id]}: expected an article's file, found {problem and problem.found}; run daybook ingest")  # fmt: skip
        return shown(found, self.rights)

    def spans(self, id: str) -> Spans:
        data = store.contents(f"{self.content}/{store.evidence_path(self.paths[id])}")
        return evidence.spans(data) if data else NO_SPANS


def _day(desk: Desk, ordinal: int) -> tuple[str, Day | Problem]:
    day = date.fromordinal(ordinal)
    try:
        made = desk.record(day)
    except Unsupported as error:
        return f"{day}", fault(addresses.record(day), "line", "lines that rest on sentences", str(error), "see content/authority/briefings.yaml")  # fmt: skip
    bare = replace(desk.site, url="")
    return f"{day}", Day(made.data, taken.markdown(made, bare, addresses.taken(day)))


def differences(name: str, held: Record, expected: Record) -> Iterator[Problem]:
    """What a record has otherwise than the one made again; of each part the first that differs."""
    one, other = msgspec.to_builtins(held), msgspec.to_builtins(expected)
    for part in ("points", "figures", "stories", "sentences", "articles", "format", "day"):
        if one[part] == other[part]:
            continue
        if not isinstance(one[part], tuple | list):
            yield fault(name, "again", f"{part}: {other[part]}", f"{one[part]}", BUILD)
            continue
        at = next(n for n in range(len(one[part]) + 1) if one[part][n : n + 1] != other[part][n : n + 1])
        there, here = (rows[at] if at < len(rows) else None for rows in (other[part], one[part]))
        yield fault(
            name, "again", f"{part}, number {at + 1}: {_told(there, here)}", _told(here, there), BUILD
        )


def _told(row: dict[str, object] | None, beside: dict[str, object] | None) -> str:
    """What one row says otherwise than another."""
    if row is None:
        return "nothing more"
    other = {key: value for key, value in row.items() if beside is None or beside.get(key) != value}
    name = row.get("words") or row.get("name") or row.get("title") or row.get("id")
    return f"{other or 'the rest'} of {name!r}"[:400]
