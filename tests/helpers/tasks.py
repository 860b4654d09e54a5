"""Work for other processes: at module level, so that they can import it."""

from __future__ import annotations

import os
import signal


def work(item: int) -> int:
    """The square; 13 raises, and 57 takes its process down."""
    if item == 13:
        raise ValueError("unlucky")
    if item == 57:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


def gentle(item: int) -> int:
    """`work` that kills nothing."""
    return work(0 if item == 57 else item)
