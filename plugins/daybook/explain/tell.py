"""An explanation as text for a terminal, and as JSON. Outside text is never markup, and nothing in it is obeyed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from daybook.console import Indented, plain
from daybook.explain.explanation import Decision, Explanation, Proof
from daybook.format import count
from daybook.sentences import pieces
from daybook.values import Mention, Rival
from daybook.words import ENGLISH, labels

_ALONE = "Not in the archive: read alone. What articles settle together (days by neighbours, towns left open, one name for one actor) saw this file alone."
_GROUPS = {
    "title": "Title",
    "date": "Day",
    "source.outlet": "Outlet",
    "source.agency": "Agency",
    "source.byline": "Byline",
    "dateline": "Dateline",
    "lang": "Language",
    "place": "Places",
    "actor": "Actors",
}
_QUOTES = 3
"""Sentences quoted for one decision; `--json` has them all."""


def as_json(explained: Explanation) -> str:
    """One object, ASCII alone."""
    row = asdict(explained) | {"alone": explained.alone, "sentences": dict(explained.sentences)}
    return json.dumps(row, ensure_ascii=True, indent=1)


def shown(explained: Explanation) -> Iterator[RenderableType]:
    """What is printed, decision by decision."""
    yield Text(plain(explained.file or explained.seed), style="bold", no_wrap=True)
    known = [f"seed {explained.seed}"] if explained.file else []
    known += [f"id {explained.id}"] if explained.id else []
    if known:
        yield Text(plain(", ".join(known)), style="dim", no_wrap=True)
    if explained.alone:
        yield Text(_ALONE, style="dim")
    sentences = dict(explained.sentences)
    for group, decisions in groupby(explained.decisions, key=lambda d: _GROUPS[d.of.partition(" ")[0]]):
        held = list(decisions)
        yield _heading(group, len(held) if " " in held[0].of else 0)
        for decision in held:
            yield from _decision(decision, sentences)
    kinds = {decision.of.partition(" ")[0] for decision in explained.decisions}
    for kind in ("place", "actor"):
        if kind not in kinds:
            yield Text(f"\n{_GROUPS[kind]}: none", style="bold")
    yield from _rest(explained)


def _rest(explained: Explanation) -> Iterator[RenderableType]:
    """What is not in the article, and why."""
    if explained.dropped:
        yield _heading("Left out of the raw text", len(explained.dropped))
        for part in explained.dropped:
            words = f": “{part.words}”" if part.words else ""
            yield Indented(
                Text(plain(f"{labels.dropped(ENGLISH, part.why)} ({part.start}–{part.end}){words}")), 2
            )
    if explained.rejected:
        yield _heading("Deleted by a person", len(explained.rejected))
        for entry in explained.rejected:
            yield Indented(Text(plain(entry)), 2)
    if explained.problems:
        yield _heading("Problems", len(explained.problems))
        for p in explained.problems:
            aside = "set aside, " if p.set_aside else ""
            told = f"{aside}{p.stage}/{p.code}: expected {p.expected}, found {p.found}; {p.do}"
            yield Indented(Text(plain(told)), 2)


def _heading(words: str, number: int) -> Text:
    return Text(f"\n{words}{f'  {number}' if number else ''}", style="bold")


def _decision(decision: Decision, sentences: dict[str, str]) -> Iterator[RenderableType]:
    name = Text(plain(decision.value or "none"), style="bold" if decision.value else "dim")
    if " " in decision.of:
        name.append(f"  {decision.of.partition(' ')[2]}", "dim")
    yield Indented(name, 2)
    if told := _told(decision):
        yield Indented(Text(plain(told)), 4)
    for rule, words in _found(decision.proofs):
        yield Indented(Text(plain(f"found by {rule}: {words}")), 4)
    yield from _quotes(decision, sentences)
    for rival in decision.rivals:
        yield Indented(Text(plain(_passed_over(rival)), style="yellow"), 4)


def _told(decision: Decision) -> str:
    parts = [decision.note]
    if decision.by_hand:
        parts.append("written by a person")
    elif decision.of == "title":
        parts.append(labels.title(ENGLISH, decision.why))
    elif decision.why and not (decision.of == "date" and decision.proofs):
        parts.append(f"settled by {labels.why(ENGLISH, decision.why)}")
    if decision.confidence is not None and not decision.by_hand:
        parts.append(f"confidence {decision.confidence:.2f}")
    if decision.aliases:
        parts.append(f"also {', '.join(decision.aliases)}")
    return "; ".join(filter(None, parts))


def _found(proofs: tuple[Proof, ...]) -> Iterator[tuple[str, str]]:
    """Each rule with the words that it found."""
    for rule in dict.fromkeys(proof.rule for proof in proofs):
        own = Counter(
            f"“{p.words}”{f' ({labels.role(ENGLISH, p.role)})' if p.role else ''}"
            for p in proofs
            if p.rule == rule
        )
        yield (
            labels.rule(ENGLISH, rule),
            ", ".join(f"{words} × {n}" if n > 1 else words for words, n in own.items()),
        )


def _quotes(decision: Decision, sentences: dict[str, str]) -> Iterator[RenderableType]:
    cited = [p for p in decision.proofs if p.sentence in sentences]
    ids = list(dict.fromkeys(p.sentence for p in cited))
    for id in ids[:_QUOTES]:
        text = sentences[id]
        marks = [
            Mention("place", "", p.words, max(0, text.find(p.words)), 0, id, "")
            for p in cited
            if p.sentence == id
        ]
        quote = Text("“", style="dim")
        for words, marked in pieces(text, 0, sorted(marks, key=lambda m: m.start)):
            quote.append(plain(words), "bold" if marked else "")
        yield Indented(quote.append(f"” {id}"), 6)
    if len(ids) > _QUOTES:
        yield Indented(Text(f"and {count(len(ids) - _QUOTES, 'sentence')} more", style="dim"), 6)


def _passed_over(rival: Rival) -> str:
    name = f" {rival.name}" if rival.name and rival.name != rival.target else ""
    return f"not {rival.target}{name}, {rival.score:.2f}: {labels.why(ENGLISH, rival.why)}"
