"""A Dask cluster as the place where articles are read: `daybook ingest --scheduler tcp://…`.

Its workers need this package, in the same version and with the same libraries. They get an article's text and give back what it says: they
need neither seeds/ nor content/. A worker that is lost costs time alone, as Dask gives its work to another. The
tagger is not made for threads: a worker reads one article at a time however many threads it has.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from daybook.errors import SettingError

SECONDS = 30
"""To wait for the scheduler, and for its first worker."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of one scheduler, as `daybook.cores.Crew`."""

    client: Any
    lost: tuple[type[BaseException], ...]

    @property
    def size(self) -> int:
        return max(2, len(self.client.scheduler_info(n_workers=-1)["workers"]))

    def executor(self) -> Executor:
        made: Executor = self.client.get_executor(pure=False)
        return made


@contextlib.contextmanager
def connect(scheduler: str) -> Iterator[Cluster]:
    """The cluster at an address. Raises SettingError where none answers, or Dask is not installed."""
    try:
        import distributed
    except ImportError:
        raise SettingError(
            "--scheduler: expected Dask, found it is not installed; pip install dask distributed fsspec"
        ) from None
    try:
        client = distributed.Client(scheduler, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise SettingError(
            f"--scheduler: expected a Dask scheduler at {scheduler}, found none ({type(error).__name__}); start one with `dask scheduler`"
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError:
            raise SettingError(
                f"--scheduler: expected a worker at {scheduler}, found none; start one with `dask worker {scheduler} --nthreads 1`"
            ) from None
        yield Cluster(client, (distributed.KilledWorker,))
