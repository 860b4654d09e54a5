"""From one article's files to all that is made of them alone: digest, page, rows of search and data. Pure, for any process."""

from __future__ import annotations

import marshal
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple

from daybook import search
from daybook.content import store
from daybook.digest import Number, digest, pack
from daybook.sentences import words
from daybook.site import addresses, downloads, late
from daybook.site.addresses import Names
from daybook.site.kinds import article as article_pages
from daybook.site.kinds import raw as raw_pages
from daybook.site.kinds import withdrawn
from daybook.site.page import Page, SiteInfo
from daybook.site.parts.facts import has_raw
from daybook.site.rights import shown
from daybook.stamps import Stamp, print_of, stamp
from daybook.values import Article, Problem
from daybook_pelican import raws

_DAYS = re.compile(f"{late.OPEN}(?:if )?d(\\d{{4}}-\\d\\d-\\d\\d){late.CLOSE}")
_BUFFER = 1 << 20
"""Bytes; some eighty pages."""


class Spooled(NamedTuple):
    """Where a process left pages for another one to take up."""

    file: str
    start: int
    page: int
    """Bytes of the article's page, with its tokens."""
    raw: int
    """Bytes of the page of its raw text, behind it; 0 where it has none."""


class Part(NamedTuple):
    """What was made of one article's files. Nothing but plain values, for `marshal`."""

    path: str
    """Of the .md below content/."""
    stamps: tuple[Stamp | None, ...]
    """Of the article's file, its evidence, and `layers`."""
    layers: tuple[str, ...]
    """Files that may hold the raw text which a page of its own shows, from the project's folder."""
    print: bytes
    """Of the files' bytes."""
    problems: tuple[tuple[object, ...], ...]
    digest: bytes
    """Packed by `marshal`; empty where the article cannot be published."""
    row: bytes
    """For search."""
    data: bytes
    """For downloads."""
    address: str
    """That the page was made for."""
    days: tuple[str, ...]
    """ISO days that the page has tokens for."""
    raw: bytes
    """Print of the page of its raw text, which may change though the article's files do not; empty where it has none."""
    spooled: tuple[object, ...] | None = None
    """Of this build alone."""


@dataclass
class Maker:
    """Makes parts. `render` gives a page's text."""

    content: Path
    seeds: Path
    site: SiteInfo
    names: Names
    render: Callable[[Page], str]
    spool: Path
    """A folder for `Spooled` files."""
    _files: dict[int, BinaryIO] = field(default_factory=dict)

    def parts(self, paths: list[str]) -> list[Part]:
        """Those of many articles. What they spooled can be read from now on."""
        made = [self.part(path) for path in paths]
        for file in self._files.values():
            file.flush()
        return made

    def part(self, path: str) -> Part:
        """All that one article's files come to; where they cannot be read, the problem."""
        stamps, files = self.stamps(path), self._contents(path)
        own = _print(files)
        article, problem = self._read(path, stamps, files)
        problems = (astuple(problem),) if problem else ()
        if article is None:
            return Part(path, stamps, (), own, problems, b"", b"", b"", "", (), b"")
        address = addresses.article(article, self.names)
        row = search.row(article)
        told = words(article)
        made = digest(article, search.first_terms(row), told)
        page, raw, layers = self.pages(article, path, address, made.numbers)
        data = page.encode("utf-8", "surrogatepass")
        beside = raw.encode("utf-8", "surrogatepass")
        return Part(
            path=path,
            stamps=(*stamps, *(stamp(self.content.parent / layer) for layer in layers)),
            layers=layers,
            print=own,
            problems=problems,
            digest=marshal.dumps(pack(made)),
            row=marshal.dumps(row),
            data=marshal.dumps(downloads.row(article, made, told)),
            address=address,
            days=tuple(sorted(set(_DAYS.findall(page)))),
            raw=print_of(raw) if raw else b"",
            spooled=tuple(self._spool(data, beside)),
        )

    def pages(
        self, article: Article, path: str, address: str, counted: Sequence[Number]
    ) -> tuple[str, str, tuple[str, ...]]:
        """The article's page with its tokens, that of its raw text, and where that text may lie; empty where there is none."""
        if article.withdrawn:
            return self.render(withdrawn.page(article, article.withdrawn, address, self.site)), "", ()
        page = self.render(article_pages.page(article, address, self.site, counted))
        if not has_raw(article):
            return page, "", ()
        raw = raw_pages.page(article, address, raws.read(self.content, self.seeds, article, path), self.site)
        return page, self.render(raw) if raw else "", self._layers(article)

    def _read(
        self, path: str, stamps: tuple[Stamp | None, ...], files: tuple[bytes | None, bytes | None]
    ) -> tuple[Article | None, Problem | None]:
        own, beside = files
        if own is None or (beside is None and stamps[1]):
            found, problem = store.read_article(self.content, path)  # tells what is wrong with the files
        else:
            found, problem = store.article_of(path, own, beside)
        return found and shown(found, self.site.rights), problem

    def stamps(self, path: str) -> tuple[Stamp | None, Stamp | None]:
        """Of an article's file and its evidence."""
        own, beside = self._files_of(path)
        return stamp(own), stamp(beside)

    def _layers(self, article: Article) -> tuple[str, ...]:
        """The stamps of both are looked at, whichever of them there is."""
        kept = self.content / f"layers/{article.id}.txt.gz"
        seed = self.seeds / article.seed_path.partition("#")[0]
        return tuple(os.path.relpath(file, self.content.parent) for file in (kept, seed))

    def print_of(self, path: str) -> bytes:
        return _print(self._contents(path))

    def _contents(self, path: str) -> tuple[bytes | None, bytes | None]:
        own, beside = self._files_of(path)
        return store.contents(own), store.contents(beside)

    def _files_of(self, path: str) -> tuple[str, str]:
        return f"{self.content}/{path}", f"{self.content}/{store.evidence_path(path)}"

    def _spool(self, page: bytes, raw: bytes) -> Spooled:
        file = self._files.get(os.getpid())
        if file is None:
            file = self._files[os.getpid()] = (self.spool / str(os.getpid())).open("ab", buffering=_BUFFER)
        start = file.tell()
        file.write(page)
        file.write(raw)
        return Spooled(file.name, start, len(page), len(raw))


def _print(files: tuple[bytes | None, ...]) -> bytes:
    made = blake2b(digest_size=16)
    for file in files:
        data = file or b""
        made.update(len(data).to_bytes(8, "big") + data)
    return made.digest()
