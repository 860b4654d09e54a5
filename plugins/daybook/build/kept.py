"""A file of plain values that a build keeps for the next one, and that may always be thrown away.

The values are tuples, lists, dicts, text, bytes, numbers and None, as `marshal` writes them. A file that was cut off,
damaged, made by other code or other settings counts as absent: its head is a hash of its body.
"""

from __future__ import annotations

import contextlib
import marshal
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

_SIZE = 32


def load(path: Path, print: str) -> Any:
    """The values that were saved under the same print; None where there are none."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head, body = data[:_SIZE], memoryview(data)[_SIZE:]
    if _hash(body, print) != head:
        return None
    return marshal.loads(body)


def save(path: Path, print: str, values: Any) -> None:
    """Keep the values; where the disk refuses, nothing is kept, which costs time alone."""
    body = marshal.dumps(values)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(_hash(body, print))
            file.write(body)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _hash(body: bytes | memoryview, print: str) -> bytes:
    made = blake2b(print.encode(), digest_size=_SIZE)
    made.update(body)
    return made.digest()
