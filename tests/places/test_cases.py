"""Every case of cases/*.case: a sentence, and the places that it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from daybook import places
from daybook.actors.names import Names
from daybook.content.authority import Authority
from daybook.values import CleanText, RawArticle, Sentence, Span

CASES = Path(__file__).parent / "cases"


def read(path: Path) -> list[tuple[str, list[str]]]:
    cases = []
    for block in path.read_text(encoding="utf-8").split("\n===\n"):
        text, _, expected = block.partition("---")
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        cases.append((lines[0], [line for line in expected.splitlines() if line]))
    return cases


def article(text: str) -> tuple[RawArticle, CleanText]:
    clean = CleanText(None, None, False, (Span(0, len(text)),), (Sentence("s000000", 0, len(text), 0),), ())
    return RawArticle("a.txt", "", "text/plain", text), clean


ALL = [(path.stem, *case) for path in sorted(CASES.glob("*.case")) for case in read(path)]


@pytest.mark.parametrize(("file", "text", "expected"), ALL, ids=[f"{a}: {b[:40]}" for a, b, _ in ALL])
def test_places_of_a_sentence(file: str, text: str, expected: list[str]) -> None:
    found, mentions, _ = places.find(*article(text), Names(), None, Authority())
    by_id = {place.id: place for place in found}
    told = []
    for mention in mentions:
        place = by_id[mention.target]
        told.append(
            f"{mention.words} -> {place.name} | {place.country or ''} | {place.kind} | {mention.role}"
        )
    assert told == expected
