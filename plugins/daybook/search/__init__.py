"""Search: the index, split by term, and the rest of what the search page loads."""

from daybook.search.archive import documents
from daybook.search.document import Name, SearchDocument
from daybook.search.files import build

__all__ = ["Name", "SearchDocument", "build", "documents"]
