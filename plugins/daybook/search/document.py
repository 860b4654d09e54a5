"""What the search knows of an article, and of the names of an archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A place, an actor or a source, as a reader may look for it."""

    id: str
    """Short, stable and unique among its kind: it stands in addresses of the search page, such as `mumbai`."""
    name: str
    aliases: tuple[str, ...] = ()
    """Other words that find it: Bombay finds Mumbai."""
    kind: str = ""
    """Of a place or an actor, as `daybook.values` has it."""
    country: str = ""
    """Of a place: the code of the country that it lies in, or is."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an archive, by the id under which articles hold them."""

    places: Mapping[str, Name] = field(default_factory=dict)
    actors: Mapping[str, Name] = field(default_factory=dict)
    sources: Mapping[str, Name] = field(default_factory=dict)
    countries: Mapping[str, Name] = field(default_factory=dict)
    """By their codes."""
    unstated: Name | None = None
    """What articles without a source are found under; no word of it is theirs."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article, as plain text: nothing in it is markup."""

    ref: str
    """The article's id."""
    title: str
    text: tuple[str, ...]
    """Paragraphs."""
    day: str = ""
    """ISO; empty where it is undated."""
    lang: str = "en"
    """BCP 47; settles the stemmer."""
    dir: str = "ltr"
    places: tuple[str, ...] = ()
    """Ids of every place it names."""
    told: tuple[str, ...] = ()
    """Those among the places that it tells of, by which it can be filtered."""
    actors: tuple[str, ...] = ()
    source: str = ""
    """Id of its source; empty where none is stated."""
    cited: tuple[str, ...] = ()
    """What a citation says beside all that: byline, address of first publication, and the month or year where no more is
    proven; none of those at the end that are empty."""
