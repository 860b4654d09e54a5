"""Articles read on a Dask cluster: the same bytes as here, a worker that dies costs time alone; and folders elsewhere."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import fsspec
import pytest
from click.testing import CliRunner

from daybook import cluster, ingest, memory
from daybook.cli import main
from daybook.errors import SettingError
from daybook.settings import Settings

pytestmark = pytest.mark.filterwarnings("ignore")  # of what Dask and its server say of this machine

YEAR = Settings(coverage="1987-01-01..1987-12-31")


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A scheduler with two workers on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as found:  # type: ignore[no-untyped-call]
        yield found


def seeds(folder: Path, count: int = 90) -> Path:
    """A file of many articles that differ."""
    towns = ("Kyiv", "Paris", "Oslo", "Lima")
    folder.mkdir(parents=True)
    rows = [
        {"id": f"n{n}", "text": f"{towns[n % 4]} hears of plan {n}\n\n{towns[n % 4]}, March {n % 28 + 1} - Ann Sample, mayor of "
         f"{towns[n % 4]}, spoke of plan {n} on Monday.\n\nActon Widgets Ltd said it would pay {n} dollars."}
        for n in range(count)
    ]  # fmt: skip
    (folder / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_workers_give_the_same_bytes_and_one_may_die(tmp_path: Path, workers: Any) -> None:
    lie = seeds(tmp_path / "seeds")
    ingest.ingest(lie, tmp_path / "here/content", YEAR)
    there = tmp_path / "there/content"
    victim = next(iter(workers.workers.values())).pid
    shelf = memory.folder(there) / "said.shelf"

    def kill() -> None:
        until = time.monotonic() + 60
        while not (shelf.exists() and shelf.stat().st_size > 1000) and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with cluster.connect(workers.scheduler_address) as crew:
        report = ingest.ingest(lie, there, YEAR, crew=crew)
    killer.join()
    assert (report.published, report.kept) == (90, 0)
    assert tree(there) == tree(tmp_path / "here/content")


def test_the_command_reads_on_a_cluster(tmp_path: Path, workers: Any) -> None:
    lie, content = seeds(tmp_path / "seeds", 60), tmp_path / "content"
    command = ["ingest", "--seeds", str(lie), "--content", str(content), "--coverage", YEAR.coverage]
    done = CliRunner().invoke(main, [*command, "--scheduler", workers.scheduler_address])
    assert (done.exit_code, "60 articles read: 60 published" in done.output) == (0, True), done.output
    ingest.ingest(lie, tmp_path / "again/content", YEAR)
    assert tree(content) == tree(tmp_path / "again/content")


def test_a_scheduler_that_is_not_there_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with (
        pytest.raises(SettingError, match="expected a Dask scheduler"),
        cluster.connect("tcp://127.0.0.1:9"),
    ):
        pass


def test_seeds_and_content_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lie = seeds(tmp_path / "seeds", 5)
    ingest.ingest(lie, tmp_path / "content", YEAR)
    monkeypatch.chdir(tmp_path)
    store = fsspec.filesystem("memory")
    store.pipe_file("/archive/seeds/many.jsonl", (lie / "many.jsonl").read_bytes())
    command = [
        "ingest",
        "--seeds",
        "memory://archive/seeds",
        "--content",
        "memory://archive/content",
        "--coverage",
        YEAR.coverage,
    ]
    said = [CliRunner().invoke(main, command) for _ in range(2)]
    assert [each.exit_code for each in said] == [0, 0], said[0].output
    assert "5 articles read, 5 of them known from before: 5 published" in said[1].output
    assert elsewhere(store) == tree(tmp_path / "content")
    # a person's hand there: another day, so that the file moves
    path = next(path for path in elsewhere(store) if path.endswith(".md"))
    old = store.cat_file(f"/archive/content/{path}")
    store.pipe_file(f"/archive/content/{path}", old.replace(b"date: 1987-03-", b"date: 1987-04-", 1))
    CliRunner().invoke(main, command, catch_exceptions=False)
    assert path not in elsewhere(store)
    assert path.replace("1987/03", "1987/04") in elsewhere(store)


def elsewhere(store: Any) -> dict[str, bytes]:
    root = "/archive/content"
    return {path.removeprefix(root + "/"): store.cat_file(path) for path in store.find(root)}


@pytest.mark.parametrize("address", ["nowhere://archive/seeds", "file:///no/such/folder"])
def test_an_address_that_leads_nowhere_is_told(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["ingest", "--seeds", address])
    assert done.exit_code == 2
    assert address.split("://")[1] in done.output
