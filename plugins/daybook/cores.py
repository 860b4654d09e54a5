"""One function over many articles: in order, on the cores of this machine or of a cluster, and no article costs another."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from daybook.errors import DaybookError

T = TypeVar("T")
R = TypeVar("R")

FEW = 24
"""Up to so many articles the start of other processes takes longer than it saves."""
CHUNK = 8
"""Articles handed over at a time: few enough that memory stays flat, many enough that pickling costs little."""
AHEAD = 4
"""Chunks in work or waiting, a core."""


_ONE_AT_A_TIME = threading.RLock()
"""A worker of a cluster may have threads, and the tagger is made for one."""


class Crew(Protocol):
    """Where work is done: this machine's cores, or a cluster (`daybook.cluster`)."""

    @property
    def lost(self) -> tuple[type[BaseException], ...]:
        """What a result raises whose worker was lost with it."""

    @property
    def size(self) -> int:
        """Chunks that are worked on at once."""

    def executor(self) -> Executor:
        """Somewhere to hand work to, anew after some was lost."""


@dataclass(frozen=True, slots=True)
class Here:
    """So many processes on this machine."""

    size: int
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def executor(self) -> Executor:
        # Not `fork`: a progress bar's thread may hold a lock at that moment.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["daybook.pipeline"])  # imported once, not by each process
        return ProcessPoolExecutor(self.size, mp_context=context)


@dataclass(frozen=True, slots=True)
class Failed:
    """What stands for a result that there is none of."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Guarded(Generic[T, R]):
    """A function whose exceptions are values, so that they stay with their article. What stops the whole run stays one."""

    function: Callable[[T], R]

    def __call__(self, items: list[T]) -> list[R | Failed]:
        with _ONE_AT_A_TIME:
            return [self._one(item) for item in items]

    def _one(self, item: T) -> R | Failed:
        try:
            return self.function(item)
        except DaybookError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever an article brings about is reported, and the rest goes on
            return Failed(f"{type(error).__name__}: {error}"[:300])


def over(
    function: Callable[[T], R], items: Iterable[T], workers: int | None = None, crew: Crew | None = None
) -> Iterator[tuple[T, R | Failed]]:
    """Each item with its result, in the order given. `workers` defaults to the cores this process may use."""
    source = iter(items)
    first = list(islice(source, FEW + 1))
    guarded = _Guarded(function)
    hands = crew or Here(workers or usable())
    if len(first) <= FEW or hands.size < 2:
        for item in (*first, *source):
            yield item, guarded([item])[0]
        return
    yield from _spread(guarded, _chunks((*first,), source), hands)


def usable() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Workers(Generic[T, R]):
    """An executor that stands up again after work was lost."""

    def __init__(self, guarded: _Guarded[T, R], crew: Crew) -> None:
        self.guarded, self.crew = guarded, crew
        self.pool = crew.executor()

    def submit(self, chunk: list[T]) -> Future[list[R | Failed]]:
        try:
            return self.pool.submit(self.guarded, chunk)
        except self.crew.lost:
            self.renew()
            return self.pool.submit(self.guarded, chunk)

    def renew(self) -> None:
        self.pool.shutdown()
        self.pool = self.crew.executor()


def _spread(guarded: _Guarded[T, R], chunks: Iterator[list[T]], crew: Crew) -> Iterator[tuple[T, R | Failed]]:
    waiting: deque[tuple[list[T], Future[list[R | Failed]]]] = deque()
    workers = _Workers(guarded, crew)
    try:
        while True:
            for chunk in islice(chunks, AHEAD * crew.size - len(waiting)):
                waiting.append((chunk, workers.submit(chunk)))
            if not waiting:
                return
            done, future = waiting.popleft()
            try:
                results = future.result()
            except crew.lost:
                yield from _one_by_one(guarded, done)
                workers.renew()
                waiting = deque((chunk, workers.submit(chunk)) for chunk, _ in waiting)
            else:
                yield from zip(done, results, strict=True)
    finally:
        for _, future in waiting:
            future.cancel()
        workers.pool.shutdown()


def _one_by_one(guarded: _Guarded[T, R], chunk: list[T]) -> Iterator[tuple[T, R | Failed]]:
    """Each item in a process of its own on this machine, to find the one that takes its process down."""
    for item in chunk:
        with Here(1).executor() as pool:
            try:
                yield item, pool.submit(guarded, [item]).result()[0]
            except BrokenExecutor:
                yield item, Failed("its process died: out of memory, perhaps")


def _chunks(first: tuple[T, ...], rest: Iterator[T]) -> Iterator[list[T]]:
    held = iter(first)
    while chunk := list(islice(held, CHUNK)):
        yield chunk
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
