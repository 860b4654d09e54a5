"""Samples where every Python process of a build is: put on PYTHONPATH, it starts with the interpreter and in each fork.

For every hundredth of a second of CPU time the innermost frame that lies in a known part of the code counts for that
part. Each process writes its counts to a file of its own.
"""

import atexit
import json
import os
import signal
from collections import Counter
from pathlib import Path
from types import FrameType

FOLDER = Path(os.environ["DAYBOOK_SAMPLES"])
PARTS = [line.split(maxsplit=1) for line in (Path(__file__).parent / "parts.txt").read_text().splitlines()]
EVERY = 0.01
OTHER = "other"

counts: Counter[str] = Counter()
of_file: dict[str, str | None] = {}


def part(file: str) -> str | None:
    """The part of the code that a file belongs to; the first line that fits settles it."""
    return next((name for piece, name in PARTS if piece in file), None)


def take(_: int, frame: FrameType | None) -> None:
    found = None
    while frame is not None and found is None:
        file = frame.f_code.co_filename
        if file not in of_file:
            of_file[file] = part(file)
        found, frame = of_file[file], frame.f_back
    counts[found or OTHER] += 1
    if counts.total() % 10 == 0:
        write()


def write() -> None:
    """Again and again, as a forked worker may end without a word."""
    (FOLDER / f"{os.getpid()}.json").write_text(json.dumps(counts))


def start() -> None:
    counts.clear()
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)


def stop() -> None:
    """While there is a handler: an interpreter that ends takes it away, and the next signal would kill."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    write()


signal.signal(signal.SIGPROF, take)
os.register_at_fork(after_in_child=start)
atexit.register(stop)
start()
