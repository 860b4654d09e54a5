"""Files of seeds/ into RawArticle values: one small file per format in `formats/`, each step apart.

Nothing here raises over what a file holds: a file that cannot be read becomes a `Problem` that says why.
"""

from daybook.read.walk import each, one, read_paths, walk

__all__ = ["each", "one", "read_paths", "walk"]
