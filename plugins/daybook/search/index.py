"""The index as lunr.py's Builder makes it: which term scores how much in which field of which article.

lunr numbers terms in the order of their first sight. A term's score in a field is Okapi BM25 with b = 0.75 and
k1 = 1.2, times the field's weight, rounded to thousandths (lunr.py 0.8, builder.py and idf.py); numpy takes the same
steps in the same order for all postings at once, so that every number is the same to the last bit.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log

import numpy as np
from numpy.typing import NDArray

from daybook.search.document import Name, Names
from daybook.search.row import Fields
from daybook.search.tokens import is_stemmed, unique

FIELDS: dict[str, int] = {"title": 4, "text": 1, "places": 2, "actors": 2, "source": 1}
"""The fields that a query can name, with their weight. A word of the title tells most; a name was recognised."""

_B, _K1 = 0.75, 1.2
_UNSURE = 1e-6
"""Thousandths: what lies nearer to the middle between two is rounded by its decimal digits, as Python does."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Index:
    """Postings as columns, sorted by term (UTF-16 code units), then field, then article."""

    vocabulary: list[str]
    """The terms in that order."""
    numbers: Numbers
    """lunr's number of each of them."""
    ends: Numbers
    """For each term, field by field, where its postings end in the columns below."""
    articles: Numbers
    scores: Numbers
    """Thousandths."""


def order(term: str) -> bytes:
    """Sorts terms as the browser compares them: by UTF-16 code unit."""
    return term.encode("utf-16-be", "surrogatepass")


def index(rows: Sequence[Fields], names: Names) -> Index:
    """Index the rows; each article's number is its place among them."""
    seen: defaultdict[str, int] = defaultdict()
    seen.default_factory = seen.__len__
    terms, counts, held = _postings(rows, names, seen)
    vocabulary = sorted(seen, key=_sorting(seen))
    numbers = np.fromiter((seen[term] for term in vocabulary), np.int64, len(vocabulary))
    rank = np.empty(len(vocabulary), np.int64)
    rank[numbers] = np.arange(len(vocabulary))
    articles, fields = np.divmod(np.repeat(np.arange(len(held)), held), len(FIELDS))
    scores = _scores(terms, counts, articles, fields, len(rows))
    place = rank[terms] * len(FIELDS) + fields
    sorted_ = np.argsort(place, kind="stable")
    ends = np.cumsum(np.bincount(place, minlength=len(vocabulary) * len(FIELDS)))
    return Index(vocabulary, numbers, ends, articles[sorted_], scores[sorted_])


def _sorting(terms: Iterable[str]) -> Callable[[str], bytes] | None:
    """Code points sort as UTF-16 code units do where none lies beyond the surrogates."""
    return order if any(max(term) > "\ud7ff" for term in terms if not term.isascii()) else None


def _postings(
    rows: Sequence[Fields], names: Names, seen: defaultdict[str, int]
) -> tuple[Numbers, Numbers, Numbers]:
    """Of every posting in the order of sight the term and how often it stands there; and how many postings each
    field of each article has. A name's terms count once."""
    terms, held = array("q"), array("q")
    counts: list[bytes] = []
    number = seen.__getitem__
    ones = array("I", [1]).tobytes()
    of_place, of_actor, of_source = (
        _of(kind, number) for kind in (names.places, names.actors, names.sources)
    )
    for row in rows:
        stemmed = is_stemmed(row.lang)
        for text, counted in ((row.title, row.title_counts), (row.text, row.text_counts)):
            terms.extend(map(number, text.split()))
            counts.append(counted)
            held.append(len(counted) // len(ones))
        for of, ids in ((of_place, row.places), (of_actor, row.actors), (of_source, (row.source,))):
            found = dict.fromkeys(chain.from_iterable([of(id, stemmed) for id in ids]))
            terms.extend(found)
            counts.append(ones * len(found))
            held.append(len(found))
    return (
        np.frombuffer(terms, np.int64),
        np.frombuffer(b"".join(counts), np.uint32).astype(np.int64),
        np.frombuffer(held, np.int64),
    )


def _of(names: Mapping[str, Name], number: Callable[[str], int]) -> Callable[[str, bool], list[int]]:
    """The numbers of a name's terms by its id, in a language with a stemmer or in one without."""

    @cache
    def of(id: str, stemmed: bool) -> list[int]:
        name = names.get(id)
        return (
            [number(term) for term in unique((name.name, *name.aliases), "en" if stemmed else "")]
            if name
            else []
        )

    return of


def _scores(terms: Numbers, counts: Numbers, articles: Numbers, fields: Numbers, total: int) -> Numbers:
    """lunr's scores of all postings, in thousandths."""
    place = articles * len(FIELDS) + fields
    lengths = np.bincount(place, counts, total * len(FIELDS)).reshape(total, len(FIELDS))
    averages = lengths.sum(axis=0) / max(total, 1)
    rarity = np.array([_idf(held, total) for held in np.bincount(terms).tolist()])
    relative = lengths[articles, fields] / averages[fields]
    dampened = _K1 * (1 - _B + _B * relative) + counts
    weights = np.array(list(FIELDS.values()), np.float64)
    return _thousandths(rarity[terms] * ((_K1 + 1) * counts) / dampened * weights[fields])


@cache
def _idf(held: int, total: int) -> float:
    return log(1 + abs((total - held + 0.5) / (held + 0.5)))


def _thousandths(scores: NDArray[np.float64]) -> Numbers:
    """What `round(score, 3)` gives, in thousandths."""
    scaled = scores * 1000
    rounded = np.rint(scaled).astype(np.int64)
    for unsure in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _UNSURE):
        rounded[unsure] = round(round(float(scores[unsure]), 3) * 1000)
    return rounded
