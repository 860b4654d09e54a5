"""Every code with which cleaning drops a part or finds a title has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from daybook import clean
from daybook.clean.knowledge import load
from daybook.clean.titles import TITLES
from daybook.words import labels

SOURCES = sorted(Path(clean.__file__).parent.rglob("*.py"))


def codes(source: Path) -> Iterator[str]:
    """The constants of which a file makes spans that are dropped."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("span", "Span") and node.args:
                told = ast.walk(node.args[-1])
                yield from (n.value for n in told if isinstance(n, ast.Constant) and isinstance(n.value, str))


def test_every_reason_has_words() -> None:
    whys = {why for source in SOURCES for why in codes(source)} | {
        kind["why"] for kind in load("boilerplate")
    }
    assert {"menu", "boilerplate", "cookies", "header"} <= whys
    assert whys - {""} <= labels.DROPPED.keys()


def test_every_rule_of_titles_has_words() -> None:
    assert TITLES.keys() == labels.TITLES.keys()
