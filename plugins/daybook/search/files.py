"""All files below output/search/, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from daybook.search import articles, facets, index, shards
from daybook.search.document import SearchDocument
from daybook.search.script import script
from daybook.search.tokens import is_stemmed

VERSION = 1
"""Of the files' format; the page refuses another one."""


def build(
    documents: Iterable[SearchDocument], shard: int = shards.SIZE, chunk: int = articles.SIZE
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below output/search/, bytes). The same documents give the same files, in whatever order they come.

    `shard` and `chunk` are the most characters of a file of terms and of one of articles.
    """
    # 1  newest first, ties by id, the undated last: a document's number is its rank among equal scores
    ordered = sorted(documents, key=lambda d: (-(d.day or date.min).toordinal(), d.ref))
    # 2  what the result list shows
    starts = []
    shown = 0
    for number, records in enumerate(articles.chunks(ordered, chunk)):
        starts.append(shown)
        shown += len(records)
        yield f"articles-{number}.js", script(f"articles-{number}", records)
    # 3  what filters and counts need
    yield "facets.js", script("facets", facets.columns(ordered))
    # 4  the index, split by term
    firsts: list[str] = []
    vocabulary: list[object] = []
    for number, part in enumerate(shards.split(index.serialize(ordered), shard) if ordered else ()):
        firsts.append(part.first)
        vocabulary += [entry[0] for entry in part.entries]
        yield f"terms-{number}.js", script(f"terms-{number}", part.entries)
    yield "vocabulary.js", script("vocabulary", " ".join(map(str, vocabulary)))
    # 5  where to find all that
    langs = {is_stemmed(d.lang) for d in ordered}
    yield (
        "directory.js",
        script(
            "directory",
            {
                "version": VERSION,
                "documents": len(ordered),
                "fields": list(index.FIELDS),
                "stemmed": True in langs,
                "plain": False in langs,
                "articles": starts,
                "terms": firsts,
            },
        ),
    )
