"""What word lists say of a single word: the tagger's lexicon, compiled by `daybook.actors.train`.

A line of knowledge/tagger.lexicon.gz is `word<TAB>flags`; the word is folded to lower case. Flags:
g given name, s surname, c town of one word, d word of a longer town's name, n word of a country's name,
r word of a region's name, m demonym, l common word, t title of a person, o noun that ends or heads a body's name.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

FILE = "tagger.lexicon.gz"


@cache
def flags() -> dict[str, str]:
    """Flags by lower-case word."""
    data = gzip.decompress((files("daybook") / "knowledge" / FILE).read_bytes()).decode("utf-8")
    return dict(line.split("\t") for line in data.splitlines())
