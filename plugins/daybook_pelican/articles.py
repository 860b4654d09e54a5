"""The articles of content/: what each comes to, made again only where its files changed, and their pages."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from daybook.build import forks, kept
from daybook.content import evidence, store
from daybook.content.evidence import NO_SPANS, Spans
from daybook.digest import Digest, unpack
from daybook.errors import SettingError
from daybook.site import addresses, briefings, late
from daybook.site.archive import oldest_first
from daybook.site.index import article_addresses, grouped
from daybook.site.page import File, Page, SiteInfo
from daybook.site.prints import Prints
from daybook.site.related import Day, Kin, comparing
from daybook.site.rights import how, shown
from daybook.site.settled import Beside, Settled, in_order
from daybook.site.works import Work
from daybook.stamps import Stamp, print_of, stamp
from daybook.values import Article, Problem
from daybook_pelican.parts import Maker, Part, Spooled
from daybook_pelican.state import Build

FOLDER = "parts"
"""Of the cache, with a file for each folder of articles, which is written again where one of them changed."""
ROWS = "rows"
"""Of the spool: what search and downloads keep of each article, which no process needs to hold all the time."""
RELATED = "related"
"""Of the cache."""
POINTS = "points"
"""Of the cache."""
_BATCH = 64
"""Articles that a process is given at a time."""


@dataclass
class Articles:
    """All articles that can be published, oldest file path first."""

    build: Build
    maker: Maker
    parts: dict[str, Part]
    """By article id, without digest, row and data."""
    digests: list[Digest]
    rows_at: dict[str, tuple[int, int, int]]
    """By article id, where in the spool its row begins, where its data, and where they end."""

    @classmethod
    def read(cls, build: Build, site: SiteInfo, render: Callable[[Page], str]) -> Articles:
        """Every article, made again where its files changed since the last build. Its problems are the build's."""
        maker = Maker(build.content, build.seeds, site, build.register.names_of(), render, build.spool)
        parts, held, at = dict[str, Part](), dict[str, Digest](), dict[str, tuple[int, int, int]]()
        with (build.spool / ROWS).open("wb") as file:
            for part in _parts(build, maker):
                start, data = file.tell(), len(part.row)
                file.write(part.row)
                file.write(part.data)
                at[part.path] = (start, start + data, start + data + len(part.data))
                if part.digest:
                    held[part.path] = unpack(marshal.loads(part.digest))
                parts[part.path] = part._replace(digest=b"", row=b"", data=b"")
        found, digests, rows_at = dict[str, Part](), list[Digest](), dict[str, tuple[int, int, int]]()
        for path, part in sorted(parts.items()):
            build.problems += [Problem(*row) for row in part.problems]  # type: ignore[arg-type]
            digest = held.get(path)
            if digest and digest.id in found:
                build.problems.append(store.same_id(path, found[digest.id].path))
            elif digest:
                found[digest.id], rows_at[digest.id] = part, at[path]
                digests.append(digest)
        build.layers = tuple(
            pair for part in parts.values() for pair in zip(part.layers, part.stamps[2:], strict=True)
        )
        build.problems[:] = dict.fromkeys(build.problems)
        return cls(build, maker, found, digests, rows_at)

    @property
    def prints(self) -> dict[str, bytes]:
        """Of each article's files, by its id."""
        return {id: part.print for id, part in self.parts.items()}

    def article(self, id: str) -> Article:
        """The article as far as the site shows it, read anew."""
        path = self.parts[id].path
        article, problem = store.read_article(self.build.content, path)
        if article is None:
            raise SettingError(
                f"{path}: expected a file that stays as it is while the site is built, found {problem and problem.found}"
            )
        return shown(article, self.maker.site.rights)

    def spans(self, id: str) -> Spans:
        """Where its sentences stand in its text layer; nowhere where it has no evidence."""
        data = store.contents(f"{self.build.content}/{store.evidence_path(self.parts[id].path)}")
        return evidence.spans(data) if data else NO_SPANS

    def rows(self) -> Iterator[Any]:
        """What search keeps of each."""
        with (self.build.spool / ROWS).open("rb") as file:
            for article in self.digests:
                start, end, _ = self.rows_at[article.id]
                file.seek(start)
                if not article.withdrawn:
                    yield marshal.loads(file.read(end - start))

    @property
    def unspoken(self) -> frozenset[str]:
        """Files of articles whose problems might tell what the site may not show: seeds, and files below content/."""
        rights = self.maker.site.rights
        held = (a for a in self.digests if a.withdrawn or how(a, rights) == "metadata")
        return frozenset(file for a in held for file in (a.seed_path, self.parts[a.id].path))

    @contextmanager
    def kept(self) -> Iterator[Callable[[str], Any]]:
        """What the downloads keep of an article, by its id."""
        with (self.build.spool / ROWS).open("rb", buffering=0) as file:

            def data(id: str) -> Any:
                _, start, end = self.rows_at[id]
                file.seek(start)
                return marshal.loads(file.read(end - start))

            yield data

    def works(self, prints: Prints, kin: Mapping[str, tuple[Kin, ...]]) -> Iterator[Work]:
        """The page of each article, and that of its raw text; `kin` are those related to each."""
        archive = prints.archive
        decided = Settled(archive, kin, self.maker.site.words, prints.desk.stories)
        for article, beside in in_order(archive):
            part, address = self.parts[article.id], archive.address[article.id]
            yield Work(
                f"article {article.id}",
                print_of(part.print, part.raw, address, decided.rests_on(article, part.days, beside, prints)),
                partial(self._pages, decided, address, article, beside),
            )
        for article in archive.withdrawn:
            part, address = self.parts[article.id], archive.address[article.id]
            yield Work(
                f"article {article.id}",
                print_of(part.print, address),
                partial(self._stub, article.id, address),
            )

    def comparing(self) -> Callable[[], dict[int, Day]]:
        """The kin of articles by day, worked out again where the days around it changed: begun now, to be asked for later."""
        build = self.build
        before = kept.load(build.cache / RELATED, build.print) or {}
        ordered = oldest_first(self.digests, article_addresses(self.digests, build.register.names_of()))
        workers = None if build.alone else 1
        made = comparing(
            [a for a in ordered if a.date], self.prints, before, partial(forks.over, workers=workers)
        )

        def related() -> dict[int, Day]:
            found = made()
            if build.alone and found != before:
                kept.save(build.cache / RELATED, build.print, found)
            return found

        return related

    def points(self, prints: Prints) -> None:
        """The key points of every day, found again where what they rest on changed."""
        build = self.build
        before = kept.load(build.cache / POINTS, build.print) or {}
        found = briefings.found(prints, before, partial(forks.over, workers=None if build.alone else 1))
        if build.alone and found != before:
            kept.save(build.cache / POINTS, build.print, found)

    def _stub(self, id: str, address: str) -> Iterator[File]:
        """What stands in the place of a withdrawn article."""
        yield address, self.maker.pages(self.article(id), self.parts[id].path, address, ())[0]

    def _pages(self, decided: Settled, address: str, article: Digest, beside: Beside) -> Iterator[File]:
        part = self.parts[article.id]
        if part.spooled and part.address == address:
            page, raw = _taken_up(Spooled(*part.spooled))
        else:
            page, raw, _ = self.maker.pages(self.article(article.id), part.path, address, article.numbers)
        values = decided.values(article, part.days, beside) | decided.related(article)
        yield address, late.settle(page, values)
        if raw:
            yield addresses.raw(address), late.settle(raw, values)


def _parts(build: Build, maker: Maker) -> Iterator[Part]:
    """Those of the last build whose files are the same, the others made now: folder by folder as one is done, so that no
    more than those of a few are held."""
    folders = grouped((path.rpartition("/")[0], path) for path in store.paths(build.content))
    waiting, changed = dict[str, dict[str, Part]](), list[str]()
    for folder, paths in folders.items():
        before = _kept(build, folder)
        same = (_as_it_was(before[path], build.stamps, maker) for path in paths if path in before)
        parts = {part.path: part for part in same if part}
        if new := [path for path in paths if path not in parts]:
            waiting[folder] = parts
            changed += new
        else:
            if parts != before:
                _keep(build, folder, list(parts.values()))
            yield from parts.values()
    batches = [changed[at : at + _BATCH] for at in range(0, len(changed), _BATCH)]
    for made in forks.over(partial(_make, maker), batches, None if build.alone else 1):
        for row in made:
            part = Part(*row)
            folder = part.path.rpartition("/")[0]
            waiting[folder][part.path] = part
            if len(waiting[folder]) == len(folders[folder]):
                parts = waiting.pop(folder)
                _keep(build, folder, [parts[path] for path in folders[folder]])
                yield from parts.values()


def _keep(build: Build, folder: str, parts: list[Part]) -> None:
    """Keep what was made of the articles of a folder for the next build."""
    if build.alone:
        kept.save(_file(build, folder), build.print, [tuple(part._replace(spooled=None)) for part in parts])


def _kept(build: Build, folder: str) -> dict[str, Part]:
    """What the last build made of the articles of a folder."""
    return {row[0]: Part(*row) for row in kept.load(_file(build, folder), build.print) or ()}


def _file(build: Build, folder: str) -> Path:
    return build.cache / FOLDER / f"{folder}.kept"


def _make(maker: Maker, paths: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(part) for part in maker.parts(paths)]


def _as_it_was(part: Part, found: Mapping[str, Stamp], maker: Maker) -> Part | None:
    """The part if its files are what they were: by their stamps, else by their bytes."""
    layers = (stamp(maker.content.parent / layer) for layer in part.layers)
    stamps = (found.get(part.path), found.get(store.evidence_path(part.path)), *layers)
    if stamps == part.stamps:
        return part
    if stamps[2:] == part.stamps[2:] and maker.print_of(part.path) == part.print:
        return part._replace(stamps=stamps)
    return None


def _taken_up(spooled: Spooled) -> tuple[str, str]:
    with open(spooled.file, "rb", buffering=0) as file:  # noqa: PTH123  # a path less to parse
        file.seek(spooled.start)
        page, raw = file.read(spooled.page), file.read(spooled.raw)
    return page.decode("utf-8", "surrogatepass"), raw.decode("utf-8", "surrogatepass")
