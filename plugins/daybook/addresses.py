"""Folders elsewhere: `s3://…`, `gs://…`, `memory://…`, whatever fsspec has a file system for.

A folder elsewhere is worked on in a copy below build/cache/. Only files that changed there are fetched, and only files that
changed here are put back, new ones before old ones are removed. A path without a scheme is itself, and needs no fsspec.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from daybook.errors import SettingError, WriteError
from daybook.stamps import tree


@contextlib.contextmanager
def folder(address: str, copies: Path, *, written: bool = False) -> Iterator[Path]:
    """The folder at an address, on this machine; what is changed in one that is `written` is there in the end.

    Copies lie below `copies`, and serve the next time. Raises SettingError and WriteError.
    """
    if "://" not in address:
        yield Path(address)
        return
    remote = _Remote.at(address, copies)
    remote.fetch(new=written)
    before = tree(remote.copy)
    yield remote.copy
    if written:
        after = tree(remote.copy)
        changed = [name for name in sorted(after) if after[name] != before.get(name)]
        remote.put(changed, sorted(before.keys() - after.keys()))


@dataclass(frozen=True, slots=True)
class _Remote:
    """One folder elsewhere, and its copy here."""

    system: Any
    """A file system of fsspec."""
    root: str
    copy: Path
    known: Path
    """A file with what told the state of each file when it was fetched or put."""

    @classmethod
    def at(cls, address: str, copies: Path) -> _Remote:
        try:
            import fsspec
        except ImportError:
            raise SettingError(
                f"{address}: expected fsspec, found it is not installed; pip install dask distributed fsspec"
            ) from None
        try:
            system, root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError, OSError) as error:
            raise SettingError(
                f"{address}: expected an address that fsspec knows, found: {error}; install what it names, or mend it"
            ) from None
        home = copies / hashlib.sha256(address.encode()).hexdigest()[:16]
        name = PurePosixPath(root).name or "folder"
        return cls(system, root.rstrip("/"), home / name, home / "known.json")

    def fetch(self, *, new: bool) -> None:
        """Make the copy what is there; `new` allows that nothing is."""
        there, known = self._there(), self._known()
        if not there and not new and not self.system.exists(self.root):
            raise SettingError(f"{self.root}: expected a folder there, found none; make it, or name another")
        self.copy.mkdir(parents=True, exist_ok=True)
        for name in tree(self.copy).keys() - there.keys():
            (self.copy / name).unlink()
        for name, state in sorted(there.items()):
            path = self.copy / name
            if known.get(name) != state or not path.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                with self._told(SettingError, f"{self.root}/{name}: expected to read it"):
                    path.write_bytes(self.system.cat_file(f"{self.root}/{name}"))
        self.known.write_text(json.dumps(there), encoding="utf-8")

    def put(self, changed: list[str], gone: list[str]) -> None:
        """Write what changed, then remove what is gone."""
        with self._told(WriteError, f"{self.root}: expected to write there"):
            for name in changed:
                self.system.makedirs(f"{self.root}/{name}".rpartition("/")[0], exist_ok=True)
                self.system.pipe_file(f"{self.root}/{name}", (self.copy / name).read_bytes())
            for name in gone:
                self.system.rm_file(f"{self.root}/{name}")
        self.known.write_text(json.dumps(self._there()), encoding="utf-8")

    def _there(self) -> dict[str, str]:
        """What tells the state of each file there, by its path in the folder."""
        self.system.invalidate_cache()
        with self._told(SettingError, f"{self.root}: expected a folder that can be listed"):
            listed = self.system.find(self.root, detail=True) if self.system.exists(self.root) else {}
        found = {}
        for path, info in listed.items():
            name = path.removeprefix(self.root).lstrip("/")
            if ".." in name.split("/"):
                raise SettingError(f"{path}: expected a path below {self.root}, found one above; rename it")
            told = repr(sorted((key, str(value)) for key, value in info.items()))
            found[name] = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
        return found

    def _known(self) -> dict[str, str]:
        with contextlib.suppress(OSError, ValueError):
            told = json.loads(self.known.read_bytes())
            return told if isinstance(told, dict) else {}
        return {}

    @contextlib.contextmanager
    def _told(self, kind: type[SettingError | WriteError], what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise kind(f"{what}, found: {error}; mend it, then run again") from error
