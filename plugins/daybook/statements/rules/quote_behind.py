"""`Ann Sample said, “The bridge is closed.”` and `Ann Sample told reporters: “It is closed.”`"""

from __future__ import annotations

from daybook.statements.case import Case, trimmed
from daybook.statements.scene import Saying

_FURTHEST = 120
"""Code points between a verb and what it introduces by a colon."""


def rule(case: Case) -> Saying | None:
    quote, layer, speaker = case.behind, case.scene.layer, case.subject
    if quote is None or speaker is None or case.undone or quote.open - case.end > _FURTHEST:
        return None
    at = case.heard(case.end)
    gap = layer[case.end : quote.open].rstrip()
    rest = layer[at : quote.open].strip() if at is not None and at <= quote.open else gap
    if not (rest in ("", ",", ":", "that", ", that") or gap.endswith(":")) or gap.strip().startswith("to "):
        return None
    if quote.close >= case.last - 2 or not quote.closed or quote.ended(layer):
        return case.saying("quote-behind", [(quote.start, quote.end)], "quoted", speaker, quote.close)
    said = case.clause(quote.open)
    if said[1] < quote.close:
        said = (quote.open, quote.close)
    said = trimmed(layer, *said)
    return case.saying("quote-behind", [said], "mixed", speaker, said[1])
