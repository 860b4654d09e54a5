"""`Updated 3 March 2022`, where nothing says when the article first came out: it did so on that day, or some days before."""

from __future__ import annotations

from daybook.dates.case import Case
from daybook.dates.rules.number_order import settled
from daybook.dates.rules.posted import answer, posted_lines
from daybook.values import FoundDate


def rule(case: Case) -> FoundDate | None:
    lines = posted_lines(case, updates=True)
    return answer(case, lines, "updated", 0.85, anywhere=True) or settled(case, "updated", 0.8, update=True)
