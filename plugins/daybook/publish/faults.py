"""Faults of writing, told apart from all others."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daybook.errors import WriteError

ADVICE = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "the quota of the disk is used up; free some space",
    errno.EFBIG: "the file is larger than allowed here; raise the limit (ulimit -f)",
    errno.EROFS: "the file system is read-only; choose another OUTPUT_PATH",
    errno.EACCES: "no permission to write here; change the permissions or choose another OUTPUT_PATH",
    errno.EPERM: "no permission to write here; change the permissions or choose another OUTPUT_PATH",
    errno.EBUSY: "the folder is in use, a mount point perhaps; choose an OUTPUT_PATH inside of it",
    errno.ENAMETOOLONG: "the name is too long for this file system; choose a shorter OUTPUT_PATH",
}

EVERYWHERE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""Errors that only writing brings about, whatever the file."""


def write_error(fault: OSError, path: Path) -> WriteError:
    """The error that tells a person which file could not be written, why, and what to do."""
    told = ADVICE.get(fault.errno or 0, f"{fault.strerror or fault}; mend it and build again")
    return WriteError(
        f"{fault.filename or path}: expected to write here, but {told}. The site that was there is unchanged."
    )


@contextmanager
def told_as_write_errors(*folders: Path) -> Iterator[None]:
    """Turn an OSError of writing at or below `folders` into a WriteError; others pass as they are."""
    try:
        yield
    except OSError as fault:
        if fault.errno in EVERYWHERE or _below(fault, folders):
            raise write_error(fault, folders[0]) from fault
        raise


def _below(fault: OSError, folders: tuple[Path, ...]) -> bool:
    names = [
        Path(os.fsdecode(name)) for name in (fault.filename, fault.filename2) if isinstance(name, str | bytes)
    ]
    return any(name.is_relative_to(folder) for name in names for folder in folders)
