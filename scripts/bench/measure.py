"""Run a command and say what it used: wall, CPU and memory of all its processes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.2
"""Seconds from one look at memory to the next, or more where a look takes long."""
SHARE = 0.05
"""Of the time, at most, that goes into looking."""
PATIENCE = 10.0
"""Seconds to wait for processes that outlive the command."""
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes that outlive their parent become ours, so that their CPU time counts."""


class CannotMeasure(Exception):
    """A command failed, or something that it needs is absent."""


@dataclass(frozen=True, slots=True)
class Used:
    """What one run of a command used."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of user and system time, all its processes."""
    peak: float
    """MB (2^20 bytes) that all its processes held together at most, pages they share counted once; without /proc, that
    its largest process held."""


def run(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Used:
    """Run to the end. Raises CannotMeasure with what the command said, where it fails."""
    log = cwd / "bench.log"
    os.sync()  # what was written before is no burden of this run
    with log.open("wb") as said, _watching() as held:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu = usage.ru_utime + usage.ru_stime + sum(_orphans())
    if process.returncode:
        end = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CannotMeasure(f"{command[0]} in {cwd}: exit status {process.returncode}\n{end}")
    # kilobytes, but bytes on macOS
    largest = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Used(round(wall, 2), round(cpu, 2), round(max(held, default=largest), 1))


def median(runs: Iterable[Used]) -> float:
    """The middle wall time of several runs."""
    return round(statistics.median(used.wall for used in runs), 2)


@contextlib.contextmanager
def _watching() -> Iterator[list[float]]:
    """A list that grows by the MB of all our descendants, every so often; empty at the end without /proc."""
    held: list[float] = []
    if not (PROC / "self" / "smaps_rollup").exists():
        yield held
        return
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    ended = threading.Event()

    def look() -> None:
        took = 0.0
        while not ended.wait(max(EVERY, took / SHARE)):
            start = time.perf_counter()
            held.append(sum(map(_held, _descendants())) / 1024)
            took = time.perf_counter() - start

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield held
    finally:
        ended.set()
        looking.join()


def _descendants() -> list[int]:
    """Every process below this one."""
    parents = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):  # it ended meanwhile
                # the name in brackets may hold anything
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = [os.getpid()]
    for parent in found:
        found += [pid for pid, above in parents.items() if above == parent]
    return found[1:]


def _held(pid: int) -> int:
    """Kilobytes of a process; of pages that several share, its part."""
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _orphans() -> Iterator[float]:
    """CPU seconds of processes that outlived their parent, as they end."""
    end = time.monotonic() + PATIENCE
    with contextlib.suppress(ChildProcessError):
        while time.monotonic() < end:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
            if pid:
                yield usage.ru_utime + usage.ru_stime
            else:
                time.sleep(EVERY / 4)
