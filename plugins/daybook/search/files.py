"""All files below output/search/, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from daybook.search import articles, facets, shards
from daybook.search.aliases import aliases
from daybook.search.digits import steps
from daybook.search.document import Names
from daybook.search.index import FIELDS, index
from daybook.search.row import Fields, Row
from daybook.search.script import packed, script, script_of
from daybook.search.tokens import is_stemmed

VERSION = 2
"""Of the files' format; the page refuses another one."""


def build(
    rows: Iterable[Row],
    addresses: Mapping[str, str],
    names: Names,
    stories: Mapping[str, str] | None = None,
    shard: int = shards.SIZE,
    chunk: int = articles.SIZE,
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below output/search/, bytes). The same rows give the same files, in whatever order they come.

    `addresses` are those of the articles' pages, by id, from the site's root, `stories` the slugs of the
    pages of their stories, of those that have one. `shard` and `chunk` are the most
    characters of a file of terms and of one of articles.
    """
    # 1  newest first, ties by id, the undated last: an article's number is its rank among equal scores
    ordered = sorted((Fields(*row) for row in rows), key=attrgetter("ref"))
    ordered.sort(key=attrgetter("day"), reverse=True)
    # 2  what the result list shows
    starts: list[int] = []
    for number, part in enumerate(articles.chunks(ordered, addresses, names, chunk)):
        starts.append(part.first)
        yield f"articles-{number}.js", script_of(f"articles-{number}", packed(part.text))
    # 3  what filters and counts need
    for name, column in facets.columns(ordered, names, stories or {}):
        yield f"{name}.js", script(name, column)
    yield (
        "pages.js",
        script("pages", facets.pages([addresses[row.ref] for row in ordered], [row.day for row in ordered])),
    )
    # 4  the index, split by term
    firsts: list[str] = []
    whole = index(ordered, names)
    for number, cut in enumerate(shards.split(whole, aliases(names), shard)):
        firsts.append(cut.first)
        yield f"terms-{number}.js", script_of(f"terms-{number}", cut.entries)
    yield "vocabulary.js", script("vocabulary", " ".join(whole.vocabulary))
    # 5  where to find all that
    langs = {is_stemmed(row.lang) for row in ordered}
    directory = {
        "version": VERSION,
        "documents": len(ordered),
        "fields": list(FIELDS),
        "stemmed": True in langs,
        "plain": False in langs,
        "articles": steps(starts),
        "terms": firsts,
    }
    yield "directory.js", script("directory", directory)
