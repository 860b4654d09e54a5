"""The index split by term, so that a query loads only the postings of its own terms.

A field vector's element is the score of one term in one field of one article, so it can travel with the posting; and
lunr.js needs only the elements of a query's terms to give the very scores of the whole index, as long as each
term keeps the number that it has in the whole, which settles the order in which scores are summed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from daybook.search.digits import stepped, written
from daybook.search.index import FIELDS, Index
from daybook.search.script import json_text

SIZE = 18_000
"""Characters after which a shard is closed: about 12 kB gzipped. A query of three words in shards of 24 kB would cost its
reader more than the rest of the answer; the directory of first terms costs 4 kB."""

Aliases = Mapping[str, Sequence[tuple[str, str]]]
"""For a term, the names that it finds though it is no part of them, each with the alias that holds it."""


class Shard(NamedTuple):
    """Terms that stand next to one another, and their postings."""

    first: str
    entries: str
    """JSON of a list. An entry is `[term, its number, aliases or 0, one string for each field]`, the last empty
    strings left out. A string holds the step from the article before (the first from 0) and the score in
    thousandths, to which lunr rounds, for each posting in turn (`daybook.search.digits`)."""


def split(index: Index, aliases: Aliases, most: int = SIZE) -> Iterator[Shard]:
    """Cut the index into shards of at most so many characters, its terms in order."""
    first, entries, size = "", [""] * 0, 0
    for term, entry in _entries(index, aliases):
        if entries and size + len(entry) > most:
            yield Shard(first, f"[{','.join(entries)}]")
            entries, size = [], 0
        if not entries:
            first = term
        entries.append(entry)
        size += len(entry)
    if entries:
        yield Shard(first, f"[{','.join(entries)}]")


def _entries(index: Index, aliases: Aliases) -> Iterator[tuple[str, str]]:
    text, ends = _columns(index)
    fields = len(FIELDS)
    numbers = index.numbers.tolist()
    start = 0
    for n, term in enumerate(index.vocabulary):
        columns = empty = ""
        for end in ends[n * fields : (n + 1) * fields]:
            columns, empty = (
                (f'{columns}{empty},"{text[start:end]}"', "") if end > start else (columns, empty + ',""')
            )
            start = end
        known = json_text(aliases[term]) if term in aliases else 0
        yield term, f'["{term}",{numbers[n]},{known}{columns}]'


def _columns(index: Index) -> tuple[str, list[int]]:
    """All postings in one string, and where in it each field of each term ends."""
    steps = stepped(index.articles, index.ends)
    text, ends = written(np.stack((steps, index.scores), axis=1).ravel())
    cut: list[int] = np.concatenate(([0], ends[1::2]))[index.ends].tolist()
    return text, cut
