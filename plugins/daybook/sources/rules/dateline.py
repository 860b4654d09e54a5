"""The agency in the dateline: `TOKYO (Reuters) -`."""

from __future__ import annotations

from collections.abc import Iterator

from daybook.values import CleanText, Mention, RawArticle


def rule(raw: RawArticle, text: CleanText) -> Iterator[Mention]:
    line = text.dateline
    if line and line.agency:
        sentence = next((s.id for s in text.sentences if s.start <= line.start < s.end), None)
        words = raw.layer[line.start : line.end]
        yield Mention("source", line.agency, words, line.start, line.end, sentence, "dateline", "agency")
