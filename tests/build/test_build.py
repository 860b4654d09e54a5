"""What is kept, and works over forked processes."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.build import forks, kept

PLAIN = st.recursive(
    st.none() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.mktemp("kept") / "below" / "file"
    kept.save(path, "one", value)
    assert kept.load(path, "one") == value
    assert kept.load(path, "another") is None


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_damaged_file_is_absent(tmp_path_factory: pytest.TempPathFactory, at: int, by: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "file"
    kept.save(path, "one", ("words", 3, {"a": (1.5, None)}))
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= by
    path.write_bytes(data)
    assert kept.load(path, "one") is None
    path.write_bytes(data[: at % len(data)])
    assert kept.load(path, "one") is None


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    kept.save(tmp_path / "taken" / "file", "one", 1)
    assert kept.load(tmp_path / "taken" / "file", "one") is None


def test_works_are_done_in_other_processes_and_share_what_is_here() -> None:
    held = list(range(50))
    made = list(forks.over(lambda number: (held[number] * 2, os.getpid()), held, 2))
    assert sorted(value for value, _ in made) == [number * 2 for number in held]
    assert os.getpid() not in {pid for _, pid in made}
    assert list(forks.over(lambda number: os.getpid(), held[:3], 1)) == [os.getpid()] * 3


def test_this_process_does_its_share_where_it_is_asked_to() -> None:
    met, begun = multiprocessing.get_context("fork").Barrier(2), set[int]()

    def work(number: int) -> tuple[int, int]:
        if os.getpid() not in begun:  # each process waits for the other one's first work
            begun.add(os.getpid())
            met.wait(60)
        return number, os.getpid()

    with forks.Forks[tuple[int, int]]() as running:
        running.begin(work, range(50), 1)
        made = list(running.results(share=True))
    assert sorted(number for number, _ in made) == list(range(50))
    assert os.getpid() in {pid for _, pid in made}
    assert len({pid for _, pid in made}) == 2


def test_works_begun_at_two_times_are_all_done() -> None:
    with forks.Forks[int]() as running:
        running.begin(lambda number: number, range(30), 1)
        running.begin(lambda number: number, range(30, 60), 2)
        running.begin(lambda number: number, range(60, 70), 0)
        assert sorted(running.results()) == list(range(70))


def test_no_more_processes_run_at_once_than_were_asked_for() -> None:
    with forks.Forks[int]() as running:
        running.begin(lambda number: os.getpid(), range(3), 1)
        running.begin(lambda number: os.getpid(), range(3), 1)
        assert len(multiprocessing.active_children()) == 1
        made = list(running.results())
    assert len(made) == 6
    assert len(set(made)) == 2


def test_an_error_comes_back_from_a_process() -> None:
    def fail(number: int) -> int:
        if number == 7:
            raise ValueError("the seventh")
        return number

    with pytest.raises(ValueError, match="the seventh"):
        list(forks.over(fail, range(20), 2))
    assert sorted(forks.over(fail, range(5), 2)) == [0, 1, 2, 3, 4]


def test_a_process_that_dies_is_told() -> None:
    def die(number: int) -> int:
        if number == 3:
            os._exit(9)
        return number

    with pytest.raises(forks.WorkerLost, match="killed"):
        list(forks.over(die, range(20), 2))
