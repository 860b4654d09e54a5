"""Statements that `daybook extract` attributes, against the ones that a reader marked (tests/quality/gold/statements.md).

A found statement is a marked one where their verbs overlap, or where what is said shares at least half of the characters that
either has (intersection over union). It is right where its actor is the one whose full name the reader pointed to: a
mention of that actor lies there (half of the characters in common, of a person any: two persons' names do not overlap, but one may be
found without its first word), or the actor bears that name. Precision is of all that is found; recall is of what the
reader gave a named speaker, whether or not extraction knows that speaker as an actor. Doubtful ones count on neither side.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[1] / "tests" / "quality" / "gold" / "statements.jsonl"
SETS = {
    "reuters21578": "reuters21578.jsonl.gz",
    "geovirus": "geovirus.jsonl.gz",
    "gum_news": "gum_news.jsonl",
    "lgl": "lgl.jsonl.gz",
}
"""The file of each corpus."""
KINDS = ("quoted", "reported", "mixed")
HALF = 0.5
"""Share of characters in common from which two spans are one."""

Row = dict[str, Any]
Spans = Sequence[Sequence[int]]


def marked(half: str) -> dict[tuple[str, str], Row]:
    """The articles of one half by corpus and id."""
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return {(row["corpus"], row["id"]): row for row in rows if row["half"] == half}


def articles(gold: Mapping[tuple[str, str], Row], data: Path) -> Iterator[tuple[tuple[str, str], Row]]:
    """Their texts, as the corpora below a folder have them."""
    for corpus in sorted({corpus for corpus, _ in gold}):
        path = data / SETS[corpus]
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if (corpus, row["id"]) in gold:
                    yield (corpus, row["id"]), row


def score(found: Mapping[str, Row], texts: Mapping[str, str], gold: Mapping[str, Row]) -> dict[str, float]:
    """Figures from 0 to 1 of what was found, by the articles' names, against what was marked."""
    counts: Counter[str] = Counter()
    for name, row in gold.items():
        counts += _article(found[name], texts[name], row["statements"])
    right = counts["right"]
    figures = {
        "precision": _share(right, right + counts["wrong"]),
        "recall": _share(right, counts["marked"]),
        "right kind": _share(counts["right kind"], right),
        "right span": _share(counts["right span"], right),
    }
    for kind in KINDS:
        told = counts[f"right {kind}"] + counts[f"wrong {kind}"]
        figures[f"{kind}, precision"] = _share(counts[f"right {kind}"], told)
        figures[f"{kind}, recall"] = _share(counts[f"{kind} right"], counts[f"{kind} marked"])
    return figures


def _article(found: Row, text: str, marked: Sequence[Row]) -> Counter[str]:
    counts: Counter[str] = Counter()
    sure = [each for each in marked if each["who_span"] and not each.get("doubtful")]
    counts["marked"] = len(sure)
    for each in sure:
        counts[f"{each['kind']} marked"] += 1
    actors = {actor["id"]: actor for actor in found["actors"] if actor["id"]}
    left = list(marked)
    for statement in found["statements"]:
        near, match = _nearest(statement, left)
        if match is None:
            counts.update(("wrong", f"wrong {statement['kind']}"))
            continue
        left.remove(match)
        if match.get("doubtful"):
            continue
        right = match["who_span"] is not None and _is(actors[statement["actor"]], match["who_span"], text)
        told = "right" if right else "wrong"
        counts.update((told, f"{told} {statement['kind']}"))
        if right:
            counts[f"{match['kind']} right"] += 1
            counts["right kind"] += statement["kind"] == match["kind"]
            counts["right span"] += near >= HALF
    return counts


def _nearest(statement: Row, marked: Iterable[Row]) -> tuple[float, Row | None]:
    """The marked statement that a found one is, if any, and how much of what is said they share."""
    ranked = []
    for number, each in enumerate(marked):
        same = _common(statement["said"], each["said"])
        verbs = bool(statement["verb"] and each["verb"] and _common([statement["verb"]], [each["verb"]]))
        if verbs or same >= HALF:
            ranked.append((verbs, same, -number, each))
    best = max(ranked, key=lambda rank: rank[:3], default=None)
    return (best[1], best[3]) if best else (0.0, None)


def _is(actor: Row, who: Sequence[int], text: str) -> bool:
    """Whether the actor is the one whose name stands at an offset."""
    words = " ".join(text[who[0] : who[1]].split())
    if words in (actor["name"], *actor["aliases"]):
        return True
    least = 0.0 if actor["kind"] == "person" else HALF
    return any(
        _common([mention], [who]) > least or (mention[0] == who[0] and mention[1] <= who[1])
        for mention in actor["mentions"]
    )


def _common(one: Spans, other: Spans) -> float:
    first = {at for start, end in one for at in range(start, end)}
    second = {at for start, end in other for at in range(start, end)}
    return len(first & second) / max(1, len(first | second))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
