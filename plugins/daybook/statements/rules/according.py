"""`According to Ann Sample, the bridge is closed.` and `The bridge is closed, according to Ann Sample.`"""

from __future__ import annotations

import re

from daybook.statements.case import Case, trimmed, word_count
from daybook.statements.scene import Saying
from daybook.statements.speakers import phrase

_STOP = re.compile(r"[,;:—“”\"]|\s--?\s|\b(?:and|but|while|who|which|when)\b|\Z")


def rule(case: Case) -> Saying | None:
    if not case.word.startswith("according"):
        return None
    layer = case.scene.layer
    named = case.scene.named(case.end, case.last)
    limit = min(case.last, case.end + 240)
    stop = next(
        (
            m.start()
            for m in _STOP.finditer(layer, case.end, limit)
            if not any(n.start <= m.start() < n.end for n in named)
        ),
        limit,
    )
    speaker = phrase(case.scene, case.end, stop)
    before = trimmed(layer, case.begin, case.start)
    if word_count(layer, *before) >= 3:
        return case.saying("according", [before], case.kind(before), speaker, stop)
    if layer[stop : stop + 1] != ",":
        return None
    said = case.clause(stop + 1)
    if word_count(layer, *said) < 3:
        return None
    return case.saying("according", [said], case.kind(said), speaker, said[1])
