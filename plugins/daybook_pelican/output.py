"""The files of one build: taken over from the last one where nothing that they show has changed, else made, on many cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from pelican.plugins import signals

from daybook.build import kept
from daybook.build.forks import Forks
from daybook.cores import usable
from daybook.errors import SettingError
from daybook.publish.tree import AddressError
from daybook.site.offline import print_of
from daybook.site.page import File, Made, Page
from daybook.site.works import Work
from daybook_pelican.state import FILES, Build
from daybook_pelican.writer import SiteWriter

_BATCH = 16
"""Works that a process is given at a time."""
_KEPT_BATCH = 500


class Written(NamedTuple):
    """A file of the output."""

    address: str
    size: int
    changed: int
    """Time of its last change (nanoseconds)."""
    page: bool
    listed: bool
    """Whether crawlers are told of it."""
    print: bytes
    """By which a browser tells whether it has the file."""


Rows = tuple[tuple[Any, ...], ...]
"""`Written` as plain tuples, for `marshal`."""
Held = tuple[bytes, bytes, Rows]
"""Of a work: its print, its finer one, and its files."""
Gift = tuple[str, bytes, bool]
"""A file that another process made, and has not written: address, content, and whether crawlers are told of it."""


class Output:
    """Where works become files. `text` gives the content of what a work made."""

    def __init__(self, writer: SiteWriter, build: Build, text: Callable[[Made], File]) -> None:
        self.writer, self.build, self.text = writer, build, text
        self.before: dict[str, Held] = {}
        if build.alone:
            self.before = kept.load(build.cache / FILES, build.print) or {}
        self.done: dict[str, Held] = {}
        self._forks = Forks[Any]()
        self._others = usable() - 1 if build.alone else 0
        """Processes beside this one."""

    def __enter__(self) -> Output:
        self._forks.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._forks.__exit__(*error)

    def begin(self, large: list[Work]) -> None:
        """Begin works in other processes, as far as the archive is known; they are there once `make` has ended."""
        self._forks.begin(_call, [partial(self._make, [work]) for work in large], self._others)

    def make(self, small: list[Work], keyed: Iterable[Work]) -> None:
        """Make `small` works and those of `keyed` whose print changed, each in some process, and end all that was begun.

        The prints of `keyed` are taken while the others are made. Of two files with one address among the `small`
        works, the first is written.
        """
        gifts: dict[str, list[Gift]] = {}
        self._forks.begin(_call, [partial(self._give, work) for work in small], self._others)
        self._forks.begin(_call, self._of(keyed), self._others)
        for made in self._forks.results(share=True):
            if isinstance(made, dict):
                gifts |= made
            else:
                for name, held in made:
                    self._note(name, held or self.before[name])
        for work in small:
            rows = [self._write(*gift) for gift in gifts[work.name] if gift[0] not in self.writer.tree]
            self._note(work.name, (work.print, b"", tuple(rows)))

    def _of(self, keyed: Iterable[Work]) -> list[Callable[[], Any]]:
        """Works in batches: those whose pages are made first, as each takes longer than to take over many."""
        same, new = list[Work](), list[Work]()
        for work in keyed:
            held = self.before.get(work.name)
            (same if held and held[0] == work.print else new).append(work)
        tasks: list[Callable[[], Any]] = [partial(self._make, batch) for batch in _batches(new, _BATCH)]
        return tasks + [partial(self._keep, batch) for batch in _batches(same, _KEPT_BATCH)]

    def write(self, work: Work) -> None:
        """Make one work's files here and now."""
        self._note(work.name, (work.print, b"", self._made(work)))

    @property
    def listed(self) -> list[str]:
        """The addresses of pages that crawlers are told of, sorted."""
        return sorted(row[0] for *_, rows in self.done.values() for row in rows if row[4])

    @property
    def files(self) -> Iterator[tuple[str, int, bytes]]:
        """Address, size and print of each file."""
        return ((row[0], row[1], row[5]) for *_, rows in self.done.values() for row in rows)

    def finish(self) -> None:
        """Remember all files for the next build, and count them."""
        self.build.files = sum(len(rows) for *_, rows in self.done.values())
        self.build.pages = sum(row[3] for *_, rows in self.done.values() for row in rows)
        if self.build.alone:
            kept.save(self.build.cache / FILES, self.build.print, self.done)

    def _make(self, works: list[Work]) -> list[tuple[str, Held]]:
        """Make the files of works, but for those of which the finer print is the same as in the last build."""
        return [self._anew(work) for work in works]

    def _anew(self, work: Work) -> tuple[str, Held]:
        finer = work.finer()
        _, before, rows = self.before.get(work.name, (b"", b"", ()))
        if not (finer and finer == before and self._linked(rows)):
            rows = self._made(work)
        return work.name, (work.print, finer, rows)

    def _keep(self, works: list[Work]) -> list[tuple[str, Held | None]]:
        """Take over the files of works, None for what is held of each, and make those anew whose files are not what they were."""
        return [(work.name, self._kept(work, *self.before[work.name])) for work in works]

    def _kept(self, work: Work, print: bytes, finer: bytes, rows: Rows) -> Held | None:
        return None if self._linked(rows) else (print, finer, self._made(work))

    def _give(self, work: Work) -> dict[str, list[Gift]]:
        return {work.name: [self._gift(made) for made in work.make()]}

    def _made(self, work: Work) -> Rows:
        return tuple([self._write(*self._gift(made), made) for made in work.make()])

    def _gift(self, made: Made) -> Gift:
        address, data = self.text(made)
        if isinstance(made, Page):
            listed = made.model.head.index
        else:
            listed = address.endswith(".html") and not address.endswith(".raw.html")
        return address, data.encode("utf-8") if isinstance(data, str) else data, listed

    def _write(self, address: str, data: bytes, listed: bool, made: Made | None = None) -> tuple[Any, ...]:
        try:
            path = self.writer.tree.write(address, data)
        except AddressError as error:
            raise _taken(error) from error
        if not self.build.alone:
            page = made if isinstance(made, Page) else None
            signals.content_written.send(path, context={"address": address, "page": page})
        found = os.stat(path)  # noqa: PTH116  # a path less to parse
        is_page = address.endswith(".html")
        return tuple(Written(address, found.st_size, found.st_mtime_ns, is_page, listed, print_of(data)))

    def _linked(self, rows: Rows) -> bool:
        """Whether the files of the last build are as they were written, and stand in this one now as well."""
        for address, size, changed, *_ in rows:
            try:
                path = self.writer.tree.link(address, self.build.output / address)
                found = os.stat(path)  # noqa: PTH116  # a path less to parse
            except (OSError, AddressError):
                found = None
            if found is None or (found.st_size, found.st_mtime_ns) != (size, changed):
                for other, *_ in rows:
                    self.writer.tree.remove(other)
                return False
        return True

    def _note(self, name: str, held: Held) -> None:
        """Hold what some process wrote, and that no two works wrote one address."""
        for row in held[2]:
            try:
                self.writer.note(row[0])
            except AddressError as error:
                raise _taken(error) from error
        self.done[name] = held


def _taken(error: AddressError) -> SettingError:
    return SettingError(f"content/register: {error}; mend the address there")


def _batches(works: list[Work], size: int) -> Iterable[list[Work]]:
    return (works[at : at + size] for at in range(0, len(works), size))


def _call(task: Callable[[], Any]) -> Any:
    return task()
