"""`The bridge is closed, Ann Sample said on Monday.`, `…, said Ann Sample.`, and with the verb within it."""

from __future__ import annotations

import re

from daybook.statements.case import Case, is_clause, trimmed, word_count
from daybook.statements.knowledge import needs_that, words
from daybook.statements.scene import Saying

_LEAST = 3
"""Words of a clause."""

_OFFICE = re.compile(r",\s+(?:the|a|an|its|his|her|their)\s+(?:[\w'’-]+\s+){0,5}?([\w'’-]+),\s*\Z")
"""What the speaker is, before the name: `, the mayor,`."""


def rule(case: Case) -> Saying | None:
    layer, begin = case.scene.layer, case.begin
    subject = case.subject
    if case.undone or case.word in needs_that():
        return None
    if layer[case.floor : case.start].rstrip().endswith(",") and not (subject and subject.actor):
        said, speaker = trimmed(layer, begin, case.start), case.inverted
        if speaker is None or not speaker.actor or word_count(layer, *said) < _LEAST:
            return None
        return case.saying("clause-before", [said], case.kind(said), speaker, speaker.end)
    if subject is None or not layer[begin : subject.start].rstrip().endswith((",", "--", "-")):
        return None
    office = _OFFICE.search(layer, begin, subject.start) if subject.actor else None
    is_office = office is not None and office[1].lower() in words("offices") | words("unnamed")
    said = trimmed(layer, begin, office.start() if office and is_office else subject.start)
    said = (said[0], said[1] - 2) if layer[said[0] : said[1]].endswith("--") else said
    at = case.heard(case.end)
    if at is None:
        return None
    rest = layer[at : case.last].strip(" \n.;")
    if rest.startswith(",") and word_count(layer, *said) > 1:
        more = case.clause(at)
        if word_count(layer, *more) >= _LEAST and is_clause(layer, *more) and layer[more[0]].islower():
            return case.saying("clause-around", [said, more], case.kind((said[0], more[1])), subject, more[1])
    sure = subject.actor and case.word in words("strong") and word_count(layer, *said) > _LEAST
    if word_count(layer, *said) < _LEAST or not (sure or is_clause(layer, *said)):
        return None
    if rest and rest[0] != "," and rest.split(maxsplit=1)[0] not in _AFTER:
        return None
    return case.saying("clause-before", [said], case.kind(said), subject, at)


_AFTER = frozenset(
    [
        "in",
        "at",
        "on",
        "after",
        "during",
        "when",
        "while",
        "as",
        "following",
        "by",
        "referring",
        "adding",
        "citing",
        "before",
        "upon",
        "from",
        "through",
        "without",
        "and",
        "but",
    ]
)
"""First words of what stands behind the verb and is no clause of its own."""
