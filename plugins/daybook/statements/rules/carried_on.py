"""`…, adding that it will stay closed`, `… and said it is closed`: the speaker is the subject of the whole sentence."""

from __future__ import annotations

from daybook.statements.case import Case, word_count
from daybook.statements.knowledge import words
from daybook.statements.scene import Saying, Speaker
from daybook.statements.speakers import phrase


def rule(case: Case) -> Saying | None:
    layer = case.scene.layer
    participle = case.word in words("participles")
    left = layer[case.floor : case.start].rstrip()
    subject = case.subject
    if participle:
        if left.endswith(" as"):
            return _quoted_as(case, left)
        if not left.endswith(",") and left:
            return None
        speaker = case.lead
    else:
        if (
            subject is None
            or subject.start != subject.end
            or not left.endswith(("and", "but", "also", "later", "then"))
        ):
            return None
        speaker = case.lead
    if speaker is None or case.undone:
        return None
    return _answer(case, "carried-on", speaker)


def _quoted_as(case: Case, left: str) -> Saying | None:
    """`quoted Ann Sample as saying`; `Ann Sample was quoted as saying`."""
    at = left.rfind("quoted")
    if at < 0:
        return None
    start, end = case.floor + at + len("quoted"), case.floor + len(left) - len("as")
    inner = case.scene.layer[start:end].strip()
    if inner:
        speaker = phrase(case.scene, start, end)
    else:
        head = left[:at].rstrip()
        for aux in (" was", " is", " were", " been"):
            head = head.removesuffix(aux).rstrip()
        speaker = phrase(case.scene, case.floor, case.floor + len(head))
    before = case.before
    if before and before.ended(case.scene.layer) and not case.scene.layer[case.end : case.last].strip(" .\n"):
        return case.saying("quoted-as", [(before.start, before.end)], "quoted", speaker, case.end)
    return _answer(case, "quoted-as", speaker)


def _answer(case: Case, name: str, speaker: Speaker) -> Saying | None:
    layer, quote = case.scene.layer, case.behind
    at = case.heard(case.end)
    if at is None:
        return None
    if (
        quote
        and quote.open >= at
        and layer[at : quote.open].strip() in ("", ",", ":", "that")
        and (quote.close >= case.last - 2 or quote.ended(layer))
    ):
        return case.saying(name, [(quote.start, quote.end)], "quoted", speaker, quote.close)
    first = layer[at : case.last].split(maxsplit=1)[:1]
    if not first or first[0] in words("no_clause"):
        return None
    said = case.clause(at)
    if word_count(layer, *said) < 3:
        return None
    return case.saying(name, [said], case.kind(said), speaker, said[1])
