"""Files below one folder."""

from __future__ import annotations

import re
from pathlib import Path

from daybook.publish.faults import told_as_write_errors

_ADDRESS = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")

LONGEST = 120
"""Bytes of an address: below it, every path unpacks on every system (Windows allows 260 in all)."""


class AddressError(ValueError):
    """An address that is no plain ASCII path below the output, or is taken already."""


class Tree:
    """Writes each address once, below `root`, and nothing anywhere else."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._written: set[str] = set()
        self._folders: set[Path] = {root}

    def __contains__(self, address: str) -> bool:
        return address.lower() in self._written

    def __len__(self) -> int:
        return len(self._written)

    def write(self, address: str, data: bytes | str) -> Path:
        """Write one file and return its path; text is written as UTF-8.

        Raises AddressError for an address that leaves the root, is not portable, or differs from a written one in
        case alone; WriteError where the file cannot be written.
        """
        path = self.claim(address)
        with told_as_write_errors(self.root):
            if path.parent not in self._folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(path.parent)
            path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    def claim(self, address: str) -> Path:
        """Take an address for a file that is written otherwise."""
        if len(address) > LONGEST or not _ADDRESS.fullmatch(address):
            raise AddressError(f"expected a plain ASCII path of at most {LONGEST} bytes, found {address!r}")
        if address in self:
            raise AddressError(f"expected each address to be written once, found {address!r} again")
        self._written.add(address.lower())
        return self.root / address
