"""Values by their keys in one file that only grows: what was worked out once stays, however a run ends.

A frame is its number of keys, the length of its packed values, the keys, the SHA-256 of all that, and the values. What
a kill cut off, or anything else damaged, ends what is read: frames behind it are forgotten and written anew. The file holds bytes that
their readers decode into typed values and check; nothing in it is ever run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import tempfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from daybook.errors import WriteError

KEY = 16
"""Bytes of a key."""
MAGIC = b"daybook shelf 1\n"
LARGEST = 1 << 30
"""Bytes of a frame's values; a larger one was not written here."""
_HEAD = struct.Struct("<II")
_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(list[bytes])


def key(*parts: bytes) -> bytes:
    """The key of a value that these bytes decide."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "little") + part)
    return made.digest()[:KEY]


class Shelf:
    """To be closed. Without a path, or where the path cannot be written, it lasts as long as it is open."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._file = _open(path)
        self._frames: list[tuple[int, tuple[bytes, ...]]] = []
        """Where each frame begins, and its keys."""
        self._at: dict[bytes, int] = {}
        """The frame that has a key last."""
        for start, keys in self._scan():
            self._remember(start, keys)

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __contains__(self, key: bytes) -> bool:
        return key in self._at

    def __len__(self) -> int:
        return len(self._at)

    def add(self, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        """Write one frame; a key that is there already has the new value. Raises WriteError."""
        held = dict(pairs)
        if not held:
            return
        values = zlib.compress(_PACK.encode(list(held.values())), 1)
        head = _HEAD.pack(len(held), len(values)) + b"".join(held)
        start = self._file.seek(0, os.SEEK_END)
        frame = head + hashlib.sha256(head + values).digest() + values
        try:
            self._file.write(frame)
            self._file.flush()
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.truncate(start)
            where = self.path or tempfile.gettempdir()
            raise WriteError(
                f"{where}: expected to write here, found: {error}; free space, then run again"
            ) from error
        self._remember(start, tuple(held))

    def read(self, wanted: Collection[bytes] | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Each wanted key that is there with its value, in the order of writing; all of them where none is named."""
        among = self._at if wanted is None else wanted
        for start, keys in self._frames:
            asked = [n for n, each in enumerate(keys) if each in among and self._at[each] == start]
            if asked:
                self._file.seek(start)
                values = _values(self._file)
                if len(values) == len(keys):
                    yield from ((keys[n], values[n]) for n in asked)

    def tidy(self, wanted: Collection[bytes]) -> None:
        """Forget all else, once it is more than what is wanted."""
        held = sum(len(keys) for _, keys in self._frames)
        kept = sum(each in self._at for each in wanted)
        if self.path is None or held <= 2 * kept:
            return
        beside = self.path.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
            with Shelf(beside) as fresh:
                for batch in _batches(self.read(wanted)):
                    fresh.add(batch)
            beside.replace(self.path)

    def _remember(self, start: int, keys: tuple[bytes, ...]) -> None:
        self._frames.append((start, keys))
        self._at.update(dict.fromkeys(keys, start))

    def _scan(self) -> Iterator[tuple[int, tuple[bytes, ...]]]:
        """Every whole frame; the file ends behind the last of them."""
        file = self._file
        file.seek(0)
        if file.read(len(MAGIC)) != MAGIC:
            file.truncate(0)
            file.seek(0)
            file.write(MAGIC)
            file.flush()
        start = len(MAGIC)
        file.seek(start)
        while frame := _frame(file):
            yield start, frame
            start = file.tell()
        file.truncate(start)


def _open(path: Path | None) -> BinaryIO:
    if path is not None:
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            return path.open("r+b" if path.is_file() else "w+b")
    return tempfile.TemporaryFile()  # closed by its shelf


def _frame(file: BinaryIO) -> tuple[bytes, ...] | None:
    """The keys of the frame that begins here, and on to the next; None where there is no whole one."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    count, length = _HEAD.unpack(head)
    if count * KEY > LARGEST or length > LARGEST:
        return None
    keys, told, values = file.read(count * KEY), file.read(32), file.read(length)
    if len(values) < length or hashlib.sha256(head + keys + values).digest() != told:
        return None
    return tuple(keys[n : n + KEY] for n in range(0, len(keys), KEY))


def _values(file: BinaryIO) -> list[bytes]:
    count, length = _HEAD.unpack(file.read(_HEAD.size))
    file.seek(count * KEY + 32, os.SEEK_CUR)
    try:
        return _UNPACK.decode(zlib.decompress(file.read(length)))
    except (zlib.error, msgspec.MsgspecError):  # whole, but not of our writing
        return []


def _batches(pairs: Iterable[tuple[bytes, bytes]], size: int = 256) -> Iterator[list[tuple[bytes, bytes]]]:
    batch: list[tuple[bytes, bytes]] = []
    for pair in pairs:
        batch.append(pair)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
