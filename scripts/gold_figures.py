"""Figures that `daybook extract` finds, against the ones that a reader marked (tests/quality/gold/figures.md).

A found figure is a marked one where their numbers share at least half of the characters that either has (with the currency or
percent word, or without), and it is right where value and unit are the reader's too. Precision is of all that is found; recall is of what
the reader requires. What the reader left open counts on neither side. The rest is of the right ones: bound, currency, what is counted (the
spans share a character), and, where the reader names a source, whether it is that one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.gold_statements import HALF, Row, _common, _share

GOLD = Path(__file__).resolve().parents[1] / "tests" / "quality" / "gold" / "figures.jsonl"
UNITS = ("killed", "wounded", "people", "money", "percent", "votes", "other")
"""Those of which the reader marked several."""
CLOSE = 1e-3
"""Share by which two values may differ: a reader rounds a third."""


def marked(half: str) -> dict[tuple[str, str], Row]:
    """The articles of one half by corpus and id."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return {(row["corpus"], row["id"]): row for row in rows if row["half"] == half}


def score(found: Mapping[str, Row], texts: Mapping[str, str], gold: Mapping[str, Row]) -> dict[str, float]:
    """Figures from 0 to 1 of what was found, by the articles' names, against what was marked."""
    counts: Counter[str] = Counter()
    for name, row in gold.items():
        counts += _article(found[name]["figures"], row["figures"])
    right = counts["right"]
    figures = {
        "precision": _share(right, right + counts["wrong"]),
        "recall": _share(right, counts["marked"]),
    }
    for aspect in ("bound", "currency", "of", "by"):
        figures[f"right {aspect}"] = _share(counts[f"right {aspect}"], counts[f"asked {aspect}"])
    for unit in UNITS:
        told = counts[f"right {unit}"] + counts[f"wrong {unit}"]
        figures[f"{unit}, precision"] = _share(counts[f"right {unit}"], told)
        figures[f"{unit}, recall"] = _share(counts[f"{unit} right"], counts[f"{unit} marked"])
    return figures


def _article(found: Sequence[Row], marked: Sequence[Row]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in marked:
        if not each.get("optional"):
            counts.update(("marked", f"{each['unit']} marked"))
    left = list(marked)
    for figure in found:
        match = next((each for each in left if _is_same(figure, each)), None)
        if match:
            left.remove(match)
        if match and match.get("optional"):
            continue
        if not match or not _is_right(figure, match):
            counts.update(("wrong", f"wrong {figure['unit']}"))
            continue
        counts.update(("right", f"right {figure['unit']}", f"{match['unit']} right"))
        asked = {
            "bound": figure["bound"] == match["bound"],
            "currency": figure["currency"] == match["currency"] if match["currency"] else None,
            "of": _touch(figure["of"], match["of"]) if match["of"] else None,
            "by": _touch(figure["by"], match["by"]) if match["by"] else None,
        }
        counts.update(f"asked {aspect}" for aspect, right in asked.items() if right is not None)
        counts.update(f"right {aspect}" for aspect, right in asked.items() if right)
    return counts


def _is_same(figure: Row, each: Row) -> bool:
    return any(_common([figure["number"]], [each[span]]) >= HALF for span in ("number", "core"))


def _is_right(figure: Row, each: Row) -> bool:
    low, high = each["value"] if isinstance(each["value"], list) else (each["value"], None)
    same = _is_close(figure["value"], low) and (
        figure["high"] is None
        if high is None
        else figure["high"] is not None and _is_close(figure["high"], high)
    )
    return same and figure["unit"] in (each["unit"], *each.get("alt_unit", ()))


def _is_close(value: str, other: float) -> bool:
    return abs(float(value) - other) <= CLOSE * abs(other)


def _touch(one: Sequence[int] | None, other: Sequence[int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
