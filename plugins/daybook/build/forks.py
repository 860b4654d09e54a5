"""Many small works over forked processes, which share what this one holds in memory."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from daybook import cores
from daybook.errors import DaybookError

T = TypeVar("T")
R = TypeVar("R")

_shared: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


class WorkerLost(DaybookError):
    """A process died while it made pages."""

    def __init__(self) -> None:
        super().__init__(
            "build: expected every process to end its work, found that one was killed, for want of memory perhaps; "
            "close other programs and build again"
        )


def over(function: Callable[[T], R], works: Sequence[T], workers: int | None = None) -> Iterator[R]:
    """The result of each work, in the order in which they end: the first works are begun first.

    Function and works need not be picklable, results have to be. With one worker, or where processes cannot be forked
    safely, all of it is done here. Raises what the function raises.
    """
    global _shared
    workers = min(workers or cores.usable(), len(works))
    if workers < 2 or not can_fork():
        yield from map(function, works)
        return
    assert _shared is None, "forked works do not nest"
    _shared = (function, works)
    # What stands in memory now is shared: a sweep of it would make copies of its pages.
    gc.freeze()
    try:
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
            futures: list[Future[R]] = [pool.submit(_one, number) for number in range(len(works))]
            try:
                for future in as_completed(futures):
                    yield future.result()
            except BrokenProcessPool:
                raise WorkerLost from None
            finally:
                pool.shutdown(cancel_futures=True)
    finally:
        gc.unfreeze()
        _shared = None


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


def _one(number: int) -> Any:
    assert _shared is not None
    function, works = _shared
    return function(works[number])
