"""Our index against the one of lunr.py's own Builder: the same terms, numbers, postings and scores."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from daybook.search import Name, Names, SearchDocument
from daybook.search.index import FIELDS
from search.reference import serialize
from search.samples import NAMES, built, documents
from search.scripts import handed, numbers

Postings = dict[tuple[str, int], dict[str, list[tuple[int, int]]]]


def _ours(listed: Sequence[SearchDocument], names: Names, **sizes: int) -> Postings:
    """(Term, its number) to field to the articles that hold it with the scores, in thousandths."""
    found: Postings = {}
    for path, data in built(listed, names, **sizes).items():
        if not path.startswith("terms-"):
            continue
        for term, number, _, *columns in handed(data)[1]:
            assert (term, number) not in found
            fields = dict(zip(FIELDS, map(_pairs, columns), strict=False))
            found[term, number] = {field: held for field, held in fields.items() if held}
    return found


def _pairs(column: str) -> list[tuple[int, int]]:
    read, article, pairs = numbers(column), 0, []
    for step, score in zip(read[::2], read[1::2], strict=True):
        article += step
        pairs.append((article, score))
    return pairs


def _lunrs(whole: dict[str, Any]) -> Postings:
    terms = {posting["_index"]: term for term, posting in whole["invertedIndex"]}
    found: Postings = {(term, number): {} for number, term in terms.items()}
    for reference, elements in whole["fieldVectors"]:
        field, _, article = reference.partition("/")
        for number, score in zip(elements[::2], elements[1::2], strict=True):
            postings = found[terms[number], number].setdefault(field, [])
            postings.append((int(article), round(score * 1000)))
            assert postings[-1][1] / 1000 == score
    return {key: {field: sorted(held) for field, held in fields.items()} for key, fields in found.items()}


def test_the_index_of_the_made_up_archive_is_lunrs() -> None:
    assert _ours(list(documents()), NAMES, shard=1_000) == _lunrs(serialize(documents(), NAMES))


_WORDS = st.lists(
    st.sampled_from(
        ["talks", "Talks", "the", "35,000", "Orbán’s", "мир", "𐐀", "\uffdc", "é" * 70, "a", "\ud800"]
    )
    | st.text(max_size=6)
).map(" ".join)
_IDS = st.lists(st.sampled_from(["p0", "p1", "p2", "p3"]), unique=True).map(tuple)
_DOCUMENTS = st.lists(
    st.builds(
        SearchDocument,
        ref=st.text("0123456789abcdef", min_size=12, max_size=12),
        title=_WORDS,
        text=st.lists(_WORDS, max_size=3).map(tuple),
        day=st.sampled_from(["", "2022-03-01", "2022-03-02"]),
        lang=st.sampled_from(["en", "en-GB", "fr", "ru"]),
        places=_IDS,
        actors=_IDS,
        source=st.sampled_from(["", "p0"]),
    ),
    max_size=12,
    unique_by=lambda document: document.ref,
)
_NAMES = st.lists(
    st.builds(Name, st.just("x"), _WORDS, st.lists(_WORDS, max_size=2).map(tuple)), min_size=4, max_size=4
)


@given(_DOCUMENTS, _NAMES)
def test_the_index_of_any_articles_is_lunrs(listed: list[SearchDocument], held: list[Name]) -> None:
    known = {f"p{number}": name for number, name in enumerate(held)}
    names = Names(known, known, known)
    if listed:
        assert _ours(listed, names) == _lunrs(serialize(listed, names))


def test_the_index_of_real_reports_is_lunrs(shared: Path) -> None:
    listed = list(reuters(shared, 400))
    names = Names({id: Name(id, id.title(), (id.upper(),)) for d in listed for id in d.places})
    assert _ours(listed, names) == _lunrs(serialize(listed, names))


def reuters(shared: Path, count: int) -> Iterator[SearchDocument]:
    """The first reports of Reuters-21578, with the places that its editors gave them."""
    with gzip.open(shared / "data/reuters21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        for _, line in zip(range(count), lines, strict=False):
            report = json.loads(line)
            title, _, text = report["text"].partition("\n\n")
            yield SearchDocument(
                ref=report["id"],
                title=title,
                text=tuple(text.split("\n    ")),
                day=report["gold"]["date"],
                places=tuple(dict.fromkeys(report["gold"].get("topical_places", []))),
            )
