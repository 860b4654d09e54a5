"""What a browser needs to keep the site for reading without a network: the list of all files, and the service worker.

theme/scripts/offline/list.ts reads the list, worker.ts beside it is the worker.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

LIST = "offline.json"
WORKER = "sw.js"
"""Its address settles what it serves: all of the site."""
SIZE = 6
"""Bytes of a file's print."""


def print_of(data: bytes) -> bytes:
    """The print by which a browser tells whether it has the file: the beginning of its SHA-256."""
    return sha256(data).digest()[:SIZE]


def offline(files: Iterable[tuple[str, int, bytes]], worker: bytes) -> Iterator[tuple[str, bytes]]:
    """List and worker. `files` are address, bytes and print of each, `worker` is the theme's script."""
    folders: dict[str, list[str | int]] = {}
    total, whole = 0, sha256()
    for address, size, print in sorted(files):
        folder, slash, name = address.rpartition("/")
        folders.setdefault(folder + slash, []).extend((name, size, print.hex()))
        total += size
        whole.update(address.encode("utf-8") + b"\0" + print)
    version = whole.hexdigest()[:16]
    made = {"version": version, "bytes": total, "files": folders}
    yield LIST, json.dumps(made, separators=(",", ":")).encode("utf-8") + b"\n"
    # a worker of other bytes tells the browser that the site was built anew
    yield WORKER, f'const VERSION="{version}";\n'.encode() + worker
