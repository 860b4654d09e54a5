"""`Ann Sample said the bridge is closed.`, `Ann Sample announced that …`"""

from __future__ import annotations

import re

from daybook.statements.case import Case, is_clause, word_count
from daybook.statements.knowledge import words
from daybook.statements.scene import Saying

_LEAST = 3
_BOUND = re.compile(r"\s*(?:more|no\s+(?:more|fewer|less))\s+than\s")
_THAT = re.compile(r"\s*,?\s+that\b")


def rule(case: Case) -> Saying | None:
    layer, subject = case.scene.layer, case.subject
    if subject is None or case.undone or case.word in words("participles") or subject.start == subject.end:
        return None
    at = case.heard(case.end)
    if at is None:
        return None
    if layer[at : case.last].lstrip().startswith(","):
        return None
    that = _THAT.match(layer, at, case.last) is not None
    first = layer[at : min(case.last, at + 60)].split(maxsplit=1)[:1]
    if not first or (first[0].lower() in words("no_clause") and not _BOUND.match(layer, at, case.last)):
        return None
    if not that and case.word in words("quoting"):
        return None
    said = case.clause(at)
    if word_count(layer, *said) < _LEAST:
        return None
    if not that and case.word in words("weak") and not is_clause(layer, *said):
        return None
    return case.saying("clause-behind", [said], case.kind(said), subject, said[1])
