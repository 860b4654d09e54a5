"""One build at a time for one output folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from daybook.publish.faults import write_error


@contextmanager
def locked(path: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file at `path`; `say` tells why, when another process holds it, and then waits for it to end.

    A lock of POSIX records: it ends with the process however that ends, and a process forked by a build that was
    killed does not hold it any longer, as one of `flock` would. The file stays, since removing it would let two in.
    Raises WriteError where no file can be made.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as fault:
        raise write_error(fault, path) from fault
    try:
        _acquire(handle, path, say)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, path: Path, say: Callable[[str], None]) -> None:
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        say(f"Another build is at work ({path} is locked): waiting for it to end.")
        fcntl.lockf(handle, fcntl.LOCK_EX)
    except OSError as fault:
        raise write_error(fault, path) from fault
