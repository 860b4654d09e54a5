"""Many small works over forked processes, which share what this one holds in memory."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from types import TracebackType
from typing import Any, Generic, TypeVar

from daybook import cores
from daybook.errors import DaybookError

T = TypeVar("T")
R = TypeVar("R")

_BEHIND = 10
"""Seconds that a process has to end after its last work."""


class WorkerLost(DaybookError):
    """A process died while it made pages."""

    def __init__(self) -> None:
        super().__init__(
            "build: expected every process to end its work, found that one was killed, for want of memory perhaps; "
            "close other programs and build again"
        )


class Queue(Generic[R]):
    """Works that several processes take, the first ones first."""

    def __init__(self, function: Callable[[T], R], works: Sequence[T]) -> None:
        self._function, self._works = function, works
        self._next = multiprocessing.get_context("fork").Value("q", 0) if can_fork() else None
        """Shared by all processes that were forked since."""
        self._taken = 0

    @property
    def is_empty(self) -> bool:
        """Whether every work was taken by some process."""
        return (self._taken if self._next is None else self._next.value) >= len(self._works)

    def take(self) -> Callable[[], R] | None:
        """The next work, to be done; None where none is left."""
        number = self._taken
        if self._next is not None:
            with self._next.get_lock():
                number = self._next.value
                self._next.value += 1
        self._taken = number + 1
        return partial(self._function, self._works[number]) if number < len(self._works) else None


class Forks(Generic[R]):
    """Works under way in other processes, while this one goes on: begin some, then look at the results of all.

    Functions and works need not be picklable, results have to be. No thread is started, so that more can be forked at
    any time. What has not ended when the block is left is ended then.
    """

    def __init__(self) -> None:
        self._running: dict[Connection, ForkProcess] = {}
        self._queues: list[Queue[R]] = []
        self._waiting: list[Queue[R]] = []
        """One for each process that is still to be begun."""
        self._most = 0
        """Processes at once."""
        self._made: list[R] = []
        """Results that were met when more works were begun."""

    def __enter__(self) -> Forks[R]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for pipe, process in self._running.items():
            process.kill()
            process.join()
            pipe.close()
        self._running.clear()
        gc.unfreeze()

    def begin(self, function: Callable[[T], R], works: Sequence[T], workers: int | None = None) -> None:
        """Begin works, the first ones first, in so many processes, usually one for each core; each takes the next work
        when it has ended one. Where so many run already, these wait until one of them ends: each has its own share of
        the memory. With no other process, or where none can be forked safely, they are done here, later."""
        queue = Queue(function, works)
        self._queues.append(queue)
        workers = cores.usable() if workers is None else workers
        if workers < 1 or not can_fork():
            return
        self._most = max(self._most, workers)
        self._waiting += [queue] * min(workers, len(works))
        while ended := wait(list(self._running), 0):
            for pipe in ended:
                self._made += self._received(pipe)
        self._fork()

    def _fork(self) -> None:
        """Begin processes that wait, as far as there is room for them and work."""
        while self._waiting and len(self._running) < self._most:
            queue = self._waiting.pop(0)
            if queue.is_empty:
                continue
            context = multiprocessing.get_context("fork")
            # What stands in memory now is shared: a sweep of it would make copies of its pages.
            gc.freeze()
            ours, theirs = context.Pipe(duplex=False)
            unused = [*self._running, ours]
            process = context.Process(target=_work, args=(theirs, unused, queue), daemon=True)
            process.start()
            theirs.close()
            self._running[ours] = process

    def results(self, share: bool = False) -> Iterator[R]:
        """The result of each work, in the order in which they end. Raises what a function raises. With `share` this process
        does its share of them too; its memory grows by what the works leave in it."""
        while self._made:
            yield self._made.pop(0)
        while self._queues or self._running:
            # beside others, of what was begun last, as that is cut small: they are not kept waiting for a look
            at = -1 if self._running else 0
            mine = self._queues and (share or not self._running)
            work = self._queues[at].take() if mine else None
            if work:
                yield work()
            elif mine:
                self._queues.pop(at)
                continue
            for pipe in wait(list(self._running), 0 if work else None):
                yield from self._received(pipe)

    def _received(self, pipe: Any) -> Iterator[R]:
        try:
            kind, value = pipe.recv()
        except EOFError:
            raise WorkerLost from None
        if kind == "made":
            yield value
        elif kind == "error":
            raise value
        else:
            self._running.pop(pipe).join(_BEHIND)
            pipe.close()
            self._fork()


def over(function: Callable[[T], R], works: Sequence[T], workers: int | None = None) -> Iterator[R]:
    """The result of each work, in the order in which they end: the first works are begun first, here and now, while results may
    be looked at later. With one worker all of it is done here, then."""
    workers = min(workers or cores.usable(), len(works))
    forks = Forks[R]()
    forks.begin(function, works, workers if workers > 1 else 0)
    return _ended(forks)


def _ended(forks: Forks[R]) -> Iterator[R]:
    with forks:
        yield from forks.results()


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Look for cycles of garbage seldom: a build makes millions of values that live to its end."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def can_fork() -> bool:
    """macOS has the call, yet its libraries do not stand it."""
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def _work(pipe: Connection, unused: list[Connection], queue: Queue[Any]) -> None:
    """What a forked process does: one work after the other, until none is left, or none is waited for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that waits is told, and ends this one
    for other in unused:
        other.close()
    while work := queue.take():
        try:
            made = ("made", work())
        except Exception as error:  # noqa: BLE001  # raised again where results are waited for
            error.add_note("".join(traceback.format_exception(error)))
            made = ("error", error)
        try:
            pipe.send(made)
        except BrokenPipeError:
            return
    pipe.send(("done", None))
