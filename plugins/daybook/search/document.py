"""What the search knows of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """A place, an actor or a source, as a reader may look for it."""

    id: str
    """Short, stable and unique among its kind: it stands in addresses of the search page, such as `mumbai`."""
    name: str
    aliases: tuple[str, ...] = ()
    """Other words that find it: Bombay finds Mumbai."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article, as plain text: nothing in it is markup."""

    ref: str
    """The article's id."""
    title: str
    address: str
    """Of its page, from the site's root."""
    text: tuple[str, ...]
    """Paragraphs."""
    day: date | None = None
    """None where it is undated."""
    lang: str = "en"
    """BCP 47; settles the stemmer."""
    dir: str = "ltr"
    places: tuple[Name, ...] = ()
    """Every place it names."""
    cities: tuple[Name, ...] = ()
    """Those among the places by which it can be filtered."""
    actors: tuple[Name, ...] = ()
    source: Name | None = None
