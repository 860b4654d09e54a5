"""`“The bridge is closed,” Ann Sample said.` and `… ,” said Ann Sample, “for good.”`"""

from __future__ import annotations

from daybook.statements.case import Case, is_clause, trimmed, word_count
from daybook.statements.quotes import Quote
from daybook.statements.scene import Offsets, Saying

_APPOSED = 14
"""Words before a name that say who it is."""
_NEAR = 4
"""Code points between a verb and the quotation that goes on."""


def rule(case: Case) -> Saying | None:
    quote, layer = case.before, case.scene.layer
    if quote is None or (quote.close < case.begin and layer[quote.close : case.begin].strip()):
        return None
    if not quote.ended(layer) or any(quote.open < last.end for last in case.told[-1:]):
        return None
    between = layer[quote.close : case.start].strip(" ,\n—-")
    speaker = case.inverted if not between else case.subject
    if speaker is None or case.undone or len(between) > 300:
        return None
    if between and not _is_subject(case, quote, speaker.start):
        return None
    end = case.end if between else max(case.end, speaker.end)
    words, behind = (quote.start, quote.end), _goes_on(case, quote, end)
    start = _lead_in(case, quote)
    if start is not None:
        words = trimmed(layer, start, quote.close)
        return case.saying("quote-before", [words], "mixed", speaker, end)
    said: list[Offsets] = [words, (behind.start, behind.end)] if behind else [words]
    return case.saying("quote-before", said, "quoted", speaker, behind.close if behind else end)


def _is_subject(case: Case, quote: Quote, start: int) -> bool:
    """Whether nothing but the speaker stands between quotation and verb, and, behind a full stop, nothing behind it."""
    layer = case.scene.layer
    before = layer[quote.close : start].strip(" ,\n—-")
    if before and (is_clause(layer, quote.close, start) or word_count(before, 0, len(before)) > _APPOSED):
        return False
    if layer[quote.start : quote.end].rstrip()[-1:] not in (".", ""):
        return True
    at = case.heard(case.end)
    return at is not None and not before and layer[at : case.last].strip(" \n.") == ""


def _lead_in(case: Case, quote: Quote) -> int | None:
    """Where words of the clause before the quotation begin; None where the quotation is all of it."""
    scene = case.scene
    start = scene.begin_of(scene.sentence_at(quote.open))
    if case.told and case.told[-1].end <= quote.open:
        start = max(start, case.told[-1].end)
    lead = scene.layer[start : quote.open].strip(" ,—-\n")
    if not lead or lead[-1] in ':.”"?!' or word_count(lead, 0, len(lead)) < 2:
        return None
    return start


def _goes_on(case: Case, quote: Quote, end: int) -> Quote | None:
    layer, behind = case.scene.layer, case.behind
    if behind is None or (layer[quote.end - 1] != "," and layer[quote.close : quote.close + 1] != ","):
        return None
    gap = layer[end : behind.open]
    return behind if len(gap) <= _NEAR and gap.strip() == "," else None
