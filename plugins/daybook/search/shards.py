"""The index split by term, so that a query loads only the postings of its own terms.

A field vector's element is the score of one term in one field of one article, so it can travel with the posting; and
lunr.js needs only the elements of a query's terms to give the very scores of the whole index, as long as each
term keeps the number that it has in the whole, which settles the order in which scores are summed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from daybook.search.index import Serialized

SIZE = 60_000
"""Characters of JSON after which a shard is closed: about 24 kB gzipped."""

Entry = list[object]
"""The term, its number, and for each field `[step, score, step, score, …]`: the distance from the article before
(the first from 0) and the score in thousandths, to which Lunr rounds."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Terms that stand next to one another, and their postings."""

    first: str
    entries: list[Entry]


def order(term: str) -> bytes:
    """Sorts terms as the browser compares them: by UTF-16 code unit."""
    return term.encode("utf-16-be", "surrogatepass")


def split(index: Serialized, most: int = SIZE) -> Iterator[Shard]:
    """Cut the index into shards of at most so many characters, its terms in order."""
    entries: list[Entry] = []
    size = 0
    for entry in sorted(_entries(index), key=lambda entry: order(str(entry[0]))):
        length = len(json.dumps(entry, separators=(",", ":")))
        if entries and size + length > most:
            yield Shard(str(entries[0][0]), entries)
            entries, size = [], 0
        entries.append(entry)
        size += length
    if entries:
        yield Shard(str(entries[0][0]), entries)


def _entries(index: Serialized) -> list[Entry]:
    fields = index["fields"]
    names = [term for term, _ in index["invertedIndex"]]
    numbers = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    columns: dict[str, dict[str, list[int]]] = {term: {field: [] for field in fields} for term in names}
    last: dict[tuple[str, str], int] = {}
    for reference, elements in sorted(index["fieldVectors"], key=lambda pair: _document(pair[0])):
        field, document = reference.partition("/")[0], _document(reference)
        for number, score in zip(elements[::2], elements[1::2], strict=True):
            term = numbers[number]
            columns[term][field] += [document - last.get((term, field), 0), round(score * 1000)]
            last[term, field] = document
    return [[term, number, *(columns[term][field] for field in fields)] for number, term in numbers.items()]


def _document(reference: str) -> int:
    """The number of the document in lunr's `field/ref`."""
    return int(reference.partition("/")[2])
