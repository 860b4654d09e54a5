"""Search: the index, split by term, and the rest of what the search page loads."""

from daybook.search.archive import names
from daybook.search.document import Name, Names, SearchDocument
from daybook.search.files import build
from daybook.search.row import Row, row, row_of

__all__ = ["Name", "Names", "Row", "SearchDocument", "build", "names", "row", "row_of"]
