"""Many cores: results in order, and an article that fails or kills costs no other."""

from __future__ import annotations

import pytest

from daybook import cores
from daybook.cores import Failed
from helpers.tasks import gentle, work


def test_a_few_are_done_here() -> None:
    found = list(cores.over(work, range(15), workers=4))
    assert [item for item, _ in found] == list(range(15))
    assert found[13] == (13, Failed("ValueError: unlucky"))
    assert found[14] == (14, 196)


@pytest.mark.parametrize("workers", [1, 2])
def test_many_come_in_order(workers: int) -> None:
    found = dict(cores.over(gentle, range(100), workers))
    assert list(found) == list(range(100))
    assert found[99] == 9801
    assert [item for item, result in found.items() if isinstance(result, Failed)] == [13]


def test_one_that_takes_its_process_down_is_the_only_one_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "CHUNK", 2)
    found = dict(cores.over(work, range(70), workers=2))
    assert list(found) == list(range(70))
    assert {item for item, result in found.items() if isinstance(result, Failed)} == {13, 57}
    assert found[56] == 56 * 56
