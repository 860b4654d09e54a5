"""content/authority/ while a correction is made: all changes in memory, checked, then written together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from daybook.content import apart, authority, files, find
from daybook.content.authority import KINDS
from daybook.corrections import yaml_list
from daybook.corrections.known import Known
from daybook.corrections.yaml_list import Value, YamlList
from daybook.errors import SettingError

BOM = b"\xef\xbb\xbf"
SHOWN = {"briefings", "stories"}
"""Files that only a build reads."""
_OPTIONS = {"words": "word"}
"""Keys of an entry whose option is called otherwise."""


class Desk:
    """One correction."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.folder = content / "authority"
        self.authority = authority.load(self.folder)
        self._lists: dict[str, YamlList] = {}
        self._before: dict[str, str] = {}
        self._known: Known | None = None
        self.said: list[str] = []
        """What was done, a line each."""

    @property
    def known(self) -> Known:
        """What the archive speaks of, read when it is first asked for."""
        if self._known is None:
            self._known = Known.of(self.content, self.authority)
        return self._known

    def entries(self, kind: str) -> list[Value]:
        """The entries of a file (`actors`, `never`, …) as plain values."""
        return self._list(kind).entries

    def find(self, kind: str, key: str, value: str) -> int | None:
        """The number of the entry that has a value."""
        return next((n for n, entry in enumerate(self.entries(kind)) if entry.get(key) == value), None)

    def add(self, kind: str, value: Value) -> None:
        """A new last entry."""
        self._list(kind).add(value)

    def change(self, kind: str, number: int, edit: Callable[[Any], None]) -> None:
        """Edit an entry in place."""
        self._list(kind).change(number, edit)

    def remove(self, kind: str, number: int) -> None:
        """Take an entry out."""
        self._list(kind).remove(number)

    def upsert(self, kind: str, number: int | None, given: dict[str, Value]) -> None:
        """A new entry, or what is given into the one there is: lists grow, all else is set."""
        given = {key: value for key, value in given.items() if value not in (None, [], "")}
        order = tuple(field.name for field in fields(KINDS[kind]))
        if number is None:
            self._complete(kind, given)
            self.add(kind, {key: given[key] for key in order if key in given})
            return

        def edit(entry: Any) -> None:
            for key, value in given.items():
                if isinstance(value, list):
                    yaml_list.extend(entry, key, value, order)
                elif entry.get(key) != value:
                    yaml_list.put(entry, key, value, order)

        self.change(kind, number, edit)

    def drop(self, kind: str, number: int, key: str, values: list[str]) -> None:
        """Take values out of a list of an entry."""
        if values:
            self.change(kind, number, lambda entry: yaml_list.drop(entry, key, values))

    def reunite(self, one: set[str], other: set[str]) -> None:
        """Take out the pairs of apart.yaml that keep two actors, or a place and its name, apart. Each by its labels."""
        for number, pair in reversed(list(enumerate(self.entries("apart")))):
            first, second = (apart.label(each) for each in pair)
            if (first in one and second in other) or (second in one and first in other):
                self.remove("apart", number)
                self.say(f"{self.path('apart')}: taken out: [{pair[0]}, {pair[1]}]")

    def path(self, kind: str) -> Path:
        """The file of a kind of entries."""
        return self.folder / f"{kind}.yaml"

    def say(self, line: str) -> None:
        """Tell a person what was done beyond the obvious."""
        self.said.append(line)

    def save(self) -> list[str]:
        """Write what changed and say so. Raises SettingError where the whole would not be read again, and WriteError."""
        changed = {kind: held for kind, held in self._lists.items() if held.text != self._before[kind]}
        authority.load(self.folder, {f"{kind}.yaml": held.text for kind, held in changed.items()})
        for kind, held in sorted(changed.items()):
            path = self.path(kind)
            mark = BOM if path.is_file() and path.read_bytes().startswith(BOM) else b""
            files.write(path, mark + held.text.encode())
            old = set(self._before[kind].splitlines())
            self.said += [f"{path}: {line.strip()}" for line in held.text.splitlines() if line not in old]
        if changed:
            self.said.append(
                "the next build of the site applies it"
                if changed.keys() <= SHOWN
                else "`daybook ingest` applies it to every article"
            )
        return self.said or ["nothing to do: it is written so already"]

    def _list(self, kind: str) -> YamlList:
        if kind not in self._lists:
            text = authority.text(self.path(kind))
            self._lists[kind], self._before[kind] = YamlList(str(self.path(kind)), text), text
        return self._lists[kind]

    def _complete(self, kind: str, given: dict[str, Value]) -> None:
        """A new entry has all that it needs."""
        needed = [f.name for f in fields(KINDS[kind]) if f.default is MISSING]
        if missing := [_OPTIONS.get(name, name) for name in needed if name not in given]:
            raise SettingError(
                f"{self.path(kind)}: expected {' and '.join(missing)} for a new entry, found none; "
                f"give {' and '.join(f'--{name}' for name in missing)}"
            )


@contextmanager
def alone(content: Path) -> Iterator[None]:
    """Nobody else writes to an archive meanwhile. Raises SettingError where there is none, and WriteError."""
    find.archive(content)
    with files.alone(content):
        yield


@contextmanager
def correcting(content: Path) -> Iterator[Desk]:
    """A desk of one's own. Raises SettingError and WriteError."""
    with alone(content):
        yield Desk(content)
