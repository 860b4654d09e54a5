"""Search: the index, split by term, and the rest of what the search page loads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from daybook.search.archive import names
from daybook.search.document import Name, Names, SearchDocument
from daybook.search.row import Row, first_terms, row, row_of

__all__ = ["Name", "Names", "Row", "SearchDocument", "build", "first_terms", "names", "row", "row_of"]


def build(
    rows: Iterable[Row],
    addresses: Mapping[str, str],
    names: Names,
    stories: Mapping[str, str] | None = None,
    **sizes: int,
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below output/search/, bytes); see `daybook.search.files.build`."""
    # here, so that a build where nothing changed does not load numpy, nor one that forks processes its threads
    from daybook.search import files

    yield from files.build(rows, addresses, names, stories, **sizes)
