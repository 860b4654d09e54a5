"""By what figures are compared, case by case; a case is an entry of compare/cases.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daybook.figures import Compared, compare

CASES = yaml.safe_load((Path(__file__).parent / "compare" / "cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['figure']} {case['text'][:30]}")
def test_a_figure_is_compared_by(case: dict[str, Any]) -> None:
    start = case["text"].index(case["figure"])
    found = compare(
        case["text"],
        start,
        start + len(case["figure"]),
        case["unit"],
        case["of"],
        case.get("before", ""),
        case.get("speaker", ""),
    )
    assert found == Compared(
        case["noun"],
        case["whose"],
        case.get("sense", ""),
        case.get("together", False),
        case.get("total", False),
    )


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60), st.sampled_from(["killed", "refugees", "votes", "weapons", "money"]))  # fmt: skip
def test_any_text_gives_an_answer(ahead: str, of: str, behind: str, unit: Any) -> None:
    found = compare(f"{ahead}7{behind}", len(ahead), len(ahead) + 1, unit, of)
    assert found.sense in (
        "",
        "denied",
        "disputed",
        "rumoured",
        "feared",
        "expected",
        "past",
        "part",
        "more",
        "stretch",
        "unsure",
        "for",
        "against",
        "abstaining",
    )
