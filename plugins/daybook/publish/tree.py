"""Files below one folder."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from daybook.publish.faults import told_as_write_errors

_ADDRESS = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")

LONGEST = 120
"""Bytes of an address: below it, every path unpacks on every system (Windows allows 260 in all)."""


class AddressError(ValueError):
    """An address that is no plain ASCII path below the output, or is taken already."""


class Tree:
    """Puts files below `root`, and nothing anywhere else.

    Many processes may put files into one tree; that no address is put twice is known once each is claimed in one of them.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._claimed: set[str] = set()
        self._folders: set[str] = {str(root)}

    def __contains__(self, address: str) -> bool:
        return address.lower() in self._claimed

    def __len__(self) -> int:
        return len(self._claimed)

    def claim(self, address: str) -> None:
        """Hold that a file is put at an address.

        Raises AddressError for one that leaves the root, is not portable, or differs from a claimed one in case alone.
        """
        self._check(address)
        if address in self:
            raise _twice(address)
        self._claimed.add(address.lower())

    def write(self, address: str, data: bytes | str) -> str:
        """Write one file and return its path; text is written as UTF-8.

        Raises AddressError for an address that leaves the root, is not portable, or has a file already, which may be one
        with a file elsewhere (`link`); WriteError where it cannot be written.
        """
        path = self._path(address)
        with told_as_write_errors(self.root):
            try:
                file = open(path, "xb")  # noqa: PTH123, SIM115
            except FileExistsError:
                raise _twice(address) from None
            with file:
                file.write(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    def link(self, address: str, old: Path) -> str:
        """Put a file that lies elsewhere here as well, without copying it where the system can; its path here.

        Raises AddressError as `write` does, and OSError where there is no such file.
        """
        path = self._path(address)
        try:
            os.link(old, path)
        except FileExistsError:
            raise _twice(address) from None
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copy2(old, path)
        return path

    def remove(self, address: str) -> None:
        """Take a file away again, if it is there."""
        Path(self._path(address)).unlink(missing_ok=True)

    def _path(self, address: str) -> str:
        self._check(address)
        path = f"{self.root}/{address}"
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            with told_as_write_errors(self.root):
                Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return path

    def _check(self, address: str) -> None:
        if len(address) > LONGEST or not _ADDRESS.fullmatch(address):
            raise AddressError(f"expected a plain ASCII path of at most {LONGEST} bytes, found {address!r}")


def _twice(address: str) -> AddressError:
    return AddressError(f"expected each address to be written once, found {address!r} again")
