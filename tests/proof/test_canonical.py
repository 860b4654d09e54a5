"""Canonical JSON: the same bytes for the same values, here and in the browser (tests/scripts/proof.test.ts reads the same cases)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.proof.canonical import canonical, seal, sealed

FILE = Path(__file__).parent / "cases" / "canonical.jsonl"
CASES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sha256"][:6])
def test_the_cases_of_both_sides(case: dict[str, Any]) -> None:
    assert canonical(case["value"]) == case["canonical"].encode("utf-8")
    assert seal(case["value"]) == case["sha256"]


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_the_order_of_keys_changes_nothing_and_the_hash_leaves_itself_out(row: dict[str, Any]) -> None:
    turned = dict(reversed(list(row.items())))
    assert canonical(row) == canonical(turned)
    assert sealed(row)["sha256"] == seal(sealed(row)) == seal(row)
    bare = {key: value for key, value in row.items() if key != "sha256"}
    assert seal(row) == hashlib.sha256(canonical(bare)).hexdigest()


@given(VALUES)
def test_it_is_json_without_white_space_around_its_values(value: Any) -> None:
    made = canonical(value)
    if "\ufffd" not in (text := made.decode("utf-8")) and "?" not in text:
        assert json.loads(text) == value
